"""The page and the HTTP server."""

from pathlib import Path

STATIC = Path(__file__).parent / "static"

"""Which version of the program this is."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError
from importlib.metadata import version as installed
from pathlib import Path

PROJECT = Path(__file__).parent.parent / "pyproject.toml"


@cache
def version() -> str:
    """The version of the project that this file is part of; of the installed package where there is no project."""
    if PROJECT.is_file():
        return str(tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"])
    try:
        return installed("articlebot")
    except PackageNotFoundError:
        return "unknown"

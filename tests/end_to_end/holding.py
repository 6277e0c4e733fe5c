"""A page in a process of its own, that may be killed: ``python -m tests.end_to_end.holding FOLDER PORT [SENTENCES]``.

Its writer holds on after so many sentences.
"""

from __future__ import annotations

import sys
from pathlib import Path

from bot.settings import Settings
from bot.web.server import serve
from tests.bot.web.dies import writing


def main(folder: str, port: str, sentences: str = "") -> None:
    """Serve until killed; print the address."""
    serve(
        lambda: writing(Path(folder), int(sentences) if sentences else None),
        Settings(),
        port=int(port),
        tell=lambda line: print(line, flush=True),  # noqa: T201 - to who started it
    )


if __name__ == "__main__":
    main(*sys.argv[1:])

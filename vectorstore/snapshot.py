"""A database copied to a file while it is in use."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from vectorstore.errors import LibraryUnwritable

PART = ".part"
"""Added to the name of a file until it is whole."""


def snapshot(connection: sqlite3.Connection, file: Path) -> None:
    """Copy the whole database as it is now. The file is there when it is complete, or not at all.

    Raises:
        LibraryUnwritable: it cannot be written.
    """
    with written(file) as partly, closing(sqlite3.connect(partly)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # so that it is one file


@contextmanager
def written(file: Path) -> Iterator[Path]:
    """Where to write what will have the name of ``file`` when the block ends, and will not be there if it raises.

    Raises:
        LibraryUnwritable: it cannot be written.
    """
    partly = file.with_name(file.name + PART)
    try:
        partly.unlink(missing_ok=True)
        try:
            yield partly
            _settle(partly)
            partly.replace(file)
        finally:
            partly.unlink(missing_ok=True)
    except (OSError, sqlite3.OperationalError) as error:
        raise LibraryUnwritable(
            f"{file} cannot be written ({error}): free some space or choose another place"
        ) from error


def _settle(file: Path) -> None:
    """Wait until a file is on disk, so that its new name never comes before its content."""
    with file.open("rb") as opened:
        os.fsync(opened.fileno())

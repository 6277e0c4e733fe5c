"""A file made ready to use: a new one gets its tables, an old one what it lacks."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from vectorstore import stories
from vectorstore.errors import LibraryDamaged, LibraryError
from vectorstore.schema import SCHEMA, SOURCES, STORIES, TABLES, WORDS


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Create the tables in a new file, and bring those of an old one up to date: all of it or nothing.

    Raises:
        LibraryDamaged: the file belongs to another program.
        LibraryError: a newer version of this program wrote it.
    """
    connection.execute("BEGIN IMMEDIATE")
    try:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if found > SCHEMA:
            raise LibraryError(f"{path} was written by a newer version of ArticleBot: install that version")
        if found == 0 and tables:
            raise LibraryDamaged(f"{path} is not a library: move it away, or choose another data folder")
        if found == 0:
            _run(connection, TABLES)
        if found < 2:
            _run(connection, STORIES)
            _find_stories(connection)
        if 0 < found < 3:
            _run(connection, WORDS)
        if found < 4:
            _run(connection, SOURCES)
        if found < SCHEMA:
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _find_stories(connection: sqlite3.Connection) -> None:
    """Place the articles that were taken in before there were stories; about a millisecond each."""
    for (number,) in connection.execute("SELECT number FROM articles ORDER BY number").fetchall():
        stories.join(connection, number)


def _run(connection: sqlite3.Connection, script: str) -> None:
    """One statement at a time, because ``executescript`` would commit in between."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)

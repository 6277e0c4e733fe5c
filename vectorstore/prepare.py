"""A file made ready to use: a new one gets its tables, an old one what it lacks."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from vectorstore import rows, stories
from vectorstore.errors import LibraryDamaged, LibraryError
from vectorstore.folder import KEPT
from vectorstore.schema import ABRIDGED, COPIES, SCHEMA, SOURCES, STORIES, TABLES, UPDATES, WORDS
from vectorstore.snapshot import snapshot


def prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Create the tables in a new file, and bring those of an old one up to date: all of it or nothing.

    The old file is kept beside it; see ``folder.KEPT``.

    Raises:
        LibraryDamaged: the file belongs to another program.
        LibraryError: a newer version of this program wrote it.
        LibraryUnwritable: the old file cannot be kept.
    """
    _keep(connection, path)
    connection.execute("BEGIN IMMEDIATE")
    try:
        (found,) = connection.execute("PRAGMA user_version").fetchone()
        (tables,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if found > SCHEMA:
            raise LibraryError(f"{path} was written by a newer version of ArticleBot: install that version")
        if found == 0 and tables:
            raise LibraryDamaged(f"{path} is not a library: move it away, or choose another data folder")
        _bring_up(connection, found)
        if found < SCHEMA:
            connection.execute(f"PRAGMA user_version = {SCHEMA}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


def _bring_up(connection: sqlite3.Connection, found: int) -> None:
    """From version ``found``, 0 for a new file, to the present one."""
    if found == 0:
        _run(connection, TABLES)
    if found < 2:
        _run(connection, STORIES)
        _find_stories(connection)
    if 0 < found < 3:
        _run(connection, WORDS)
    if found < 4:
        _run(connection, SOURCES)
    if found < 5:
        _run(connection, COPIES)
        _digest_texts(connection)
    if found < 6:
        _run(connection, UPDATES)
    if found < 7:
        _run(connection, ABRIDGED)


def _keep(connection: sqlite3.Connection, path: Path) -> None:
    """Copy a file that is about to change."""
    (found,) = connection.execute("PRAGMA user_version").fetchone()
    if 0 < found < SCHEMA:
        snapshot(connection, path.with_name(KEPT.format(found)))


def _find_stories(connection: sqlite3.Connection) -> None:
    """Place the articles that were taken in before there were stories; about a millisecond each."""
    for (number,) in connection.execute("SELECT number FROM articles ORDER BY number").fetchall():
        stories.join(connection, number)


def _digest_texts(connection: sqlite3.Connection) -> None:
    """For the articles that were taken in before copies were found by their text."""
    present = "SELECT text FROM versions WHERE article = ? AND version = ?"
    for number, version in connection.execute("SELECT number, version FROM articles").fetchall():
        (text,) = connection.execute(present, (number, version)).fetchone()
        connection.execute("UPDATE articles SET said = ? WHERE number = ?", (rows.said(text), number))


def _run(connection: sqlite3.Connection, script: str) -> None:
    """One statement at a time, because ``executescript`` would commit in between."""
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)

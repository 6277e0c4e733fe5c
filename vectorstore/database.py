"""The SQLite file: one writer, any number of readers, and nobody sees half a transaction."""

from __future__ import annotations

import sqlite3
import threading
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vectorstore.errors import LibraryDamaged, LibraryUnwritable
from vectorstore.prepare import prepare

BUSY = 30.0  # seconds to wait for another connection
CACHE = 64_000  # KiB of pages kept by the writer

DAMAGED = {"SQLITE_CORRUPT", "SQLITE_NOTADB"}
UNWRITABLE = {"SQLITE_FULL", "SQLITE_READONLY", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_PERM"}


class Database:
    """An open ``library.db``.

    ``generation`` counts the transactions committed since it was opened: what was read is still so as long
    as it has not changed.
    """

    def __init__(self, path: Path) -> None:
        """Open the file, or create it.

        Raises:
            LibraryDamaged: it is not an SQLite file, or not one of ours.
            LibraryUnwritable: it cannot be opened for writing.
        """
        self.path = path
        self.generation = 0
        self._turn = threading.Lock()
        self._idle: deque[sqlite3.Connection] = deque()
        self._closed = False
        with explained(path):
            self._writer = self._connect()
            try:
                self._writer.execute("PRAGMA journal_mode = WAL")
                self._writer.execute(f"PRAGMA cache_size = -{CACHE}")
                prepare(self._writer, path)
            except BaseException:
                self._writer.close()
                raise

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """One transaction, kept when the block ends and undone when it raises. One at a time."""
        with self._turn, explained(self.path):
            self._writer.execute("BEGIN IMMEDIATE")
            try:
                yield self._writer
                self._writer.execute("COMMIT")
                self.generation += 1
            finally:
                if self._writer.in_transaction:
                    self._writer.execute("ROLLBACK")

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """A connection that sees the library as it is now, whatever is written meanwhile."""
        with explained(self.path):
            connection = self._borrow()
            try:
                connection.execute("BEGIN")
                yield connection
            finally:
                self._give_back(connection)

    def problems(self) -> list[str]:
        """What SQLite finds wrong with the file, in its own words; reads all of it."""
        with self.reading() as connection:
            found = [row[0] for row in connection.execute("PRAGMA integrity_check") if row[0] != "ok"]
            found += [f"a row of {row[0]} has no {row[2]}" for row in connection.execute("PRAGMA foreign_key_check")]
        return found

    def compact(self) -> None:
        """Give back the space, and wipe what was removed from the disk."""
        with self._turn, explained(self.path):
            self._writer.execute("VACUUM")
            self._writer.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            self.generation += 1

    def close(self) -> None:
        """Close every connection. One that is being read from closes when it is given back."""
        with self._turn:
            self._closed = True
            while self._idle:
                self._idle.pop().close()
            self._writer.close()

    def _connect(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=BUSY, isolation_level=None, check_same_thread=False)
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")
        return connection

    def _borrow(self) -> sqlite3.Connection:
        try:
            return self._idle.pop()
        except IndexError:
            return self._connect()

    def _give_back(self, connection: sqlite3.Connection) -> None:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        self._idle.append(connection)
        if self._closed:
            connection.close()


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """SQLite's errors about the file in our words; its errors about our own mistakes as they are."""
    try:
        yield
    except sqlite3.DatabaseError as error:
        name = "_".join(getattr(error, "sqlite_errorname", "").split("_")[:2])
        if name in DAMAGED:
            raise LibraryDamaged(
                f"{path} is damaged ({error}): run python -m bot doctor --data {path.parent}"
            ) from error
        if name in UNWRITABLE:
            raise LibraryUnwritable(
                f"{path} cannot be written ({error}): free some space or choose another data folder"
            ) from error
        raise

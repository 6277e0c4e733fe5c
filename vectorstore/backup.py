"""The whole library in one file, while it is in use, and a library made of such a file.

The file is an SQLite database: the catalog as it is, and the vectors, so that restoring embeds nothing. The word index
is made anew; that takes seconds. Without the vectors (another process has them open) restoring embeds the chunks again.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from vectorstore.dense import DenseIndex
from vectorstore.errors import BadInput, LibraryDamaged, LibraryEmpty, LibraryError
from vectorstore.folder import DATABASE, VECTORS, WORDS, delete, made
from vectorstore.lock import FolderLock, Owner
from vectorstore.schema import SCHEMA
from vectorstore.snapshot import written

if TYPE_CHECKING:
    from vectorstore.library import Library

log = logging.getLogger(__name__)

TOGETHER = 5_000  # vectors copied at once
_FLOAT = "<f4"


def backup(library: Library, file: Path) -> None:
    """Write the whole library to a file. Questions are answered meanwhile; whatever changes it waits.

    Raises:
        LibraryEmpty: there is nothing to back up.
        BadInput: something else is at the place of the file.
        LibraryUnwritable: it cannot be written.
    """
    with (
        library.turn,
        library.catalog.database.reading() as connection,
        _copy(connection, library.folder, file) as copy,
    ):
        _keep_vectors(copy, library.dense)


def backup_articles(folder: Path, file: Path) -> None:
    """The same without the vectors, of a library that another process has open. Raises as ``backup`` does."""
    with closing(_opened(folder / DATABASE)) as connection, _copy(connection, folder, file):
        pass


def restore(file: Path, folder: Path) -> None:
    """Make a library of a backup, in a folder that holds none. It is there when it is complete, or not at all.

    Raises:
        BadInput: the file is not a backup, or not a whole one.
        LibraryError: the folder holds a library, or is in use.
        LibraryUnwritable: it cannot be written.
    """
    with closing(_opened(file)) as source:
        _check(source, file)
        lock = FolderLock(made(folder))
        lock.take(Owner.this_process())
        try:
            _clear(folder)
            dense = DenseIndex(folder / VECTORS.format(0))
            known = _put_vectors(source, dense)
            dense.close()
            with written(folder / DATABASE) as partly, closing(sqlite3.connect(partly)) as copy:
                source.backup(copy)
                _settle(copy, dense.folder.name, known=known)
        finally:
            lock.release()


@contextmanager
def _copy(connection: sqlite3.Connection, folder: Path, file: Path) -> Iterator[sqlite3.Connection]:
    if connection.execute("SELECT count(*) FROM articles").fetchone() == (0,):
        raise LibraryEmpty(f"the library in {folder} holds no article, so there is nothing to back up")
    if file.resolve().parent == folder.resolve():
        raise BadInput(f"{file} is in the data folder itself: choose a place elsewhere for the backup")
    if file.exists() and not _is_backup(file):
        raise BadInput(f"{file} is there, and not a backup: choose another name")
    with written(file) as partly, closing(sqlite3.connect(partly)) as copy:
        connection.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")  # so that it is one file
        yield copy
        copy.commit()


def _keep_vectors(copy: sqlite3.Connection, dense: DenseIndex) -> None:
    copy.execute("CREATE TABLE vectors (id TEXT PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID")
    ids = [id for (id,) in copy.execute("SELECT id FROM chunks WHERE embedded")]
    try:
        for start in range(0, len(ids), TOGETHER):
            found = dense.vectors(ids[start : start + TOGETHER])
            rows = [(id, vector.astype(_FLOAT).tobytes()) for id, vector in found.items()]
            copy.executemany("INSERT INTO vectors VALUES (?, ?)", rows)
    except LibraryDamaged as error:
        log.warning("%s; the backup holds all articles, and restoring it will embed them again", error)


def _put_vectors(source: sqlite3.Connection, dense: DenseIndex) -> bool:
    """Put the vectors of a backup into an index; False if it has none."""
    if not _has(source, "vectors"):
        return False
    found = source.execute("SELECT id, vector FROM vectors")
    while some := found.fetchmany(TOGETHER):
        dense.add([id for id, _ in some], _stacked([vector for _, vector in some]))
    return True


def _stacked(vectors: Sequence[bytes]) -> np.ndarray[tuple[int, int], np.dtype[np.float32]]:
    rows = [np.frombuffer(vector, dtype=_FLOAT) for vector in vectors]
    return np.stack(rows).astype(np.float32)


def _settle(copy: sqlite3.Connection, vectors: str, *, known: bool) -> None:
    """Make the copy say what is in the new indexes, and nothing of what else was under way."""
    copy.execute("PRAGMA secure_delete = ON")
    embedded = "id IN (SELECT id FROM vectors)" if known else "0"
    copy.execute(f"UPDATE chunks SET embedded = {embedded}")
    copy.execute("DELETE FROM doomed")
    copy.execute("REPLACE INTO meta (key, value) VALUES ('vectors', ?), ('rebuilding', '')", (vectors,))
    copy.execute("DROP TABLE IF EXISTS vectors")
    copy.commit()
    copy.execute("VACUUM")


def _clear(folder: Path) -> None:
    """Take away what is left of a restore that was killed, or of a library without articles."""
    database = folder / DATABASE
    if database.exists():
        with closing(_opened(database)) as there:
            if there.execute("SELECT count(*) FROM articles").fetchone() != (0,):
                raise LibraryError(f"{folder} holds a library: choose another data folder, or move it away")
    for name in ("", "-wal", "-shm"):
        delete(database.with_name(database.name + name))
    for pattern in (VECTORS, WORDS):
        for found in folder.glob(pattern.format("[0-9]*")):
            delete(found)


def _opened(file: Path) -> sqlite3.Connection:
    """To be read only. Raises ``BadInput``."""
    try:
        connection = sqlite3.connect(f"{file.resolve().as_uri()}?mode=ro", uri=True)
        if not _has(connection, "articles"):
            connection.close()
            raise BadInput(f"{file} is not a library, nor a backup of one")
    except sqlite3.DatabaseError as error:
        raise BadInput(f"{file} cannot be read as a library or a backup of one ({error})") from error
    return connection


def _check(source: sqlite3.Connection, file: Path) -> None:
    try:
        (version,) = source.execute("PRAGMA user_version").fetchone()
        (said,) = source.execute("PRAGMA quick_check(1)").fetchone()
    except sqlite3.DatabaseError as error:
        raise BadInput(f"{file} is damaged ({error}): use another backup") from error
    if said != "ok":
        raise BadInput(f"{file} is damaged ({said}): use another backup")
    if version > SCHEMA:
        raise BadInput(f"{file} was written by a newer version of ArticleBot: install that version")


def _is_backup(file: Path) -> bool:
    try:
        _opened(file).close()
    except BadInput:
        return False
    return True


def _has(connection: sqlite3.Connection, table: str) -> bool:
    return connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (table,)).fetchone() is not None

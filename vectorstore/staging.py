"""What a rebuild under way has done so far, and the swap that ends it.

An article that is changed or removed meanwhile is taken out of what is done; see ``changes.remove_chunks``.
Each function works inside the transaction it is given.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from vectorstore import changes, rows
from vectorstore.types import Article, Chunk


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An article that is not indexed anew yet, as it was when it was read."""

    number: int
    digest: bytes
    article: Article


def begin(connection: Connection, purpose: str) -> None:
    """Forget what another rebuild has done. ``purpose`` tells which one this is."""
    connection.execute("DELETE FROM staged")
    connection.execute("DELETE FROM rebuilt")
    changes.note(connection, "rebuilding", purpose)


def waiting(connection: Connection, after: int, limit: int) -> list[Waiting]:
    """The next articles to index, in the order in which they were added, from beyond number ``after``."""
    sql = f"""
        SELECT {rows.HEADLINE}, versions.text, articles.number, articles.digest
        FROM articles JOIN versions ON versions.article = articles.number AND versions.version = articles.version
        WHERE articles.number > ? AND NOT EXISTS (SELECT 1 FROM rebuilt WHERE article = articles.number)
        ORDER BY articles.number LIMIT ?
    """
    found = connection.execute(sql, (after, limit))
    return [Waiting(number=row[-2], digest=row[-1], article=rows.article(row)) for row in found]


def stage(connection: Connection, done: Waiting, chunks: Sequence[Chunk]) -> None:
    """Keep the chunks of an article for the swap, unless it was changed or removed since it was read."""
    now = changes.stored(connection, done.article.id)
    if now is None or (now.number, now.digest) != (done.number, done.digest):
        return
    connection.executemany(
        "INSERT INTO staged (number, id, first, past, text) VALUES (?, ?, ?, ?, ?)",
        changes.numbered(done.number, chunks),
    )
    connection.execute("INSERT INTO rebuilt VALUES (?)", (done.number,))


def staged(connection: Connection) -> list[str]:
    """The ids of all chunks that are kept for the swap."""
    return [id for (id,) in connection.execute("SELECT id FROM staged")]


def swap(connection: Connection) -> None:
    """Put the staged chunks in the place of all others."""
    connection.execute("DELETE FROM chunks")
    connection.execute("INSERT INTO chunks SELECT * FROM staged")
    connection.execute(f"UPDATE articles SET chunks = (SELECT count(*) FROM chunks WHERE {rows.OF_ARTICLE})")
    connection.execute("DELETE FROM doomed")
    begin(connection, "")

"""Every way in which the catalog changes. Each function works inside the transaction it is given."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from sqlite3 import Connection

from vectorstore import rows, stories
from vectorstore.schema import ORDINAL_BITS
from vectorstore.types import Article, Chunk

CHUNKS_OF = f"number >= :article << {ORDINAL_BITS} AND number < (:article + 1) << {ORDINAL_BITS}"


@dataclass(frozen=True, slots=True)
class Stored:
    """What is known of an article that is stored."""

    number: int
    version: int
    digest: bytes
    abridged: bool


def note(connection: Connection, key: str, value: str) -> None:
    """Keep a value under a key, in place of an earlier one."""
    connection.execute("REPLACE INTO meta (key, value) VALUES (?, ?)", (key, value))


def stored(connection: Connection, id: str) -> Stored | None:
    """What is stored under an id, if anything is."""
    row = connection.execute("SELECT number, version, digest, abridged FROM articles WHERE id = ?", (id,)).fetchone()
    return Stored(*row) if row else None


def add(connection: Connection, article: Article, digest: bytes, chunks: Sequence[Chunk]) -> None:
    """Store a new article as its first version, its chunks not yet embedded."""
    sql = """
        INSERT INTO articles
            (id, title, url, source, author, published, version, outlet, chunks, digest, said, updated, language,
            abridged)
        VALUES (:id, :title, :url, :source, :author, :published, 1, :outlet, :chunks, :digest, :said, :updated,
            :language, :abridged)
        RETURNING number
    """
    (number,) = connection.execute(sql, _told(article, digest, chunks)).fetchone()
    _add_text(connection, number, 1, article)
    add_chunks(connection, number, chunks)
    stories.join(connection, number)


def change(connection: Connection, old: Stored, article: Article, digest: bytes, chunks: Sequence[Chunk]) -> None:
    """Store the next version of an article; its chunks take the place of the old ones."""
    remove_chunks(connection, old.number)
    stories.leave(connection, old.number)
    sql = """
        UPDATE articles SET title = :title, url = :url, source = :source, author = :author,
            published = :published, version = version + 1, outlet = :outlet, chunks = :chunks,
            digest = :digest, said = :said, updated = :updated, language = :language,
            abridged = :abridged
        WHERE id = :id
    """
    connection.execute(sql, _told(article, digest, chunks))
    _add_text(connection, old.number, old.version + 1, article)
    add_chunks(connection, old.number, chunks)
    stories.join(connection, old.number)


def remove(connection: Connection, id: str) -> bool:
    """Take out an article with all its versions, chunks and addresses. False if there was none."""
    old = stored(connection, id)
    if old is None:
        return False
    remove_chunks(connection, old.number)
    stories.leave(connection, old.number)
    connection.execute("DELETE FROM articles WHERE number = ?", (old.number,))
    return True


def mark_pending(connection: Connection, ids: Sequence[str]) -> None:
    """Note that these chunks are missing from the indexes."""
    connection.execute(f"UPDATE chunks SET embedded = 0 WHERE id IN {_LISTED}", (json.dumps(ids),))


def mark_embedded(connection: Connection, ids: Sequence[str]) -> None:
    """Note that these chunks are in both indexes."""
    connection.execute(f"UPDATE chunks SET embedded = 1 WHERE id IN {_LISTED}", (json.dumps(ids),))


def forget(connection: Connection, ids: Sequence[str]) -> None:
    """Note that these chunks, which are gone, are out of both indexes."""
    connection.execute(f"DELETE FROM doomed WHERE id IN {_LISTED}", (json.dumps(ids),))


_LISTED = "(SELECT value FROM json_each(?))"


def _told(article: Article, digest: bytes, chunks: Sequence[Chunk]) -> dict[str, object]:
    return {
        "id": article.id,
        "title": article.title,
        "url": article.url,
        "source": article.source,
        "author": article.author,
        "published": rows.seconds(article.published),
        "updated": rows.seconds(article.updated),
        "language": article.language,
        "abridged": article.abridged,
        "outlet": article.source.casefold(),
        "chunks": len(chunks),
        "digest": digest,
        "said": rows.said(article.text),
    }


def _add_text(connection: Connection, number: int, version: int, article: Article) -> None:
    connection.execute(
        "INSERT INTO versions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            number,
            version,
            article.title,
            article.url,
            article.source,
            article.author,
            rows.seconds(article.published),
            article.text,
            rows.seconds(article.updated),
            article.language,
            article.abridged,
        ),
    )


def numbered(article: int, chunks: Sequence[Chunk]) -> list[tuple[int, str, int, int, str]]:
    """The rows of an article's chunks, given its number."""
    return [
        (article << ORDINAL_BITS | ordinal, chunk.id, chunk.start, chunk.end, chunk.text)
        for ordinal, chunk in enumerate(chunks)
    ]


def add_chunks(connection: Connection, article: int, chunks: Sequence[Chunk]) -> None:
    """Store the chunks of an article, given its number, not yet embedded."""
    connection.executemany(
        "INSERT INTO chunks (number, id, first, past, text) VALUES (?, ?, ?, ?, ?)",
        numbered(article, chunks),
    )
    forget(connection, [chunk.id for chunk in chunks])


def remove_chunks(connection: Connection, article: int) -> None:
    """Take out the chunks of an article, given its number. They are to be taken out of the indexes, too."""
    which = {"article": article}
    connection.execute(f"DELETE FROM staged WHERE {CHUNKS_OF}", which)
    connection.execute("DELETE FROM rebuilt WHERE article = :article", which)
    connection.execute(f"REPLACE INTO doomed SELECT id FROM chunks WHERE {CHUNKS_OF}", which)
    connection.execute(f"DELETE FROM chunks WHERE {CHUNKS_OF}", which)

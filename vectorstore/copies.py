"""Copies: the same text under another address or id. It is stored once, with all its addresses.

A copy says nothing that the article does not: its text is the same to the letter, and whatever is told of it (title,
outlet, author, date) is told of the article too. The same text of another outlet or day is an article of its own, and
one story with the first, because who told it and when is what readers ask for.

Each function works inside the transaction it is given.
"""

from __future__ import annotations

from dataclasses import replace
from sqlite3 import Connection

from vectorstore import changes, rows
from vectorstore.schema import ORDINAL_BITS
from vectorstore.types import Article, Chunk, Headline

_ALIKE = """
    articles.said = :said
    AND (:title = '' OR articles.title = :title)
    AND (:outlet = '' OR articles.outlet = :outlet)
    AND (:author = '' OR articles.author = :author)
    AND (:published IS NULL OR articles.published = :published)
"""
_ADDRESS = "id, title, url, source, author, published, 1, 0, NULL, '', 0"


def copied(connection: Connection, article: Article) -> str:
    """The id of the first article that this one is a copy of; empty if there is none, or it has no text."""
    if not article.text:
        return ""
    sql = f"SELECT id FROM articles WHERE {_ALIKE} AND id != :id ORDER BY number LIMIT 1"
    row = connection.execute(sql, _told(article)).fetchone()
    return row[0] if row else ""


def keep(connection: Connection, article: Article, original: str) -> bool:
    """Keep the address of a copy of an article; False if it was known already."""
    published = rows.instant(rows.seconds(article.published))
    whole = replace(article.headline, published=published, updated=None, language="", abridged=False)
    if whole in others(connection, original):
        return False
    told = _told(article) | {"original": original, "url": article.url, "source": article.source}
    connection.execute(
        """
        REPLACE INTO addresses (id, article, title, url, source, author, published)
        VALUES (:id, (SELECT number FROM articles WHERE id = :original), :title, :url, :source, :author, :published)
        """,
        told,
    )
    return True


def forget(connection: Connection, id: str) -> bool:
    """Take out the address of a copy; False if there was none of that id."""
    return connection.execute("DELETE FROM addresses WHERE id = ?", (id,)).rowcount > 0


def original(connection: Connection, id: str) -> str:
    """The id of the article that a copy is kept with; the same id if it is none."""
    sql = "SELECT articles.id FROM addresses JOIN articles ON number = article WHERE addresses.id = ?"
    row = connection.execute(sql, (id,)).fetchone()
    return row[0] if row else id


def others(connection: Connection, id: str) -> list[Headline]:
    """The copies of an article, by id."""
    sql = f"""
        SELECT {_ADDRESS} FROM addresses
        WHERE article = (SELECT number FROM articles WHERE id = ?) ORDER BY id
    """
    return [rows.headline(row) for row in connection.execute(sql, (id,))]


def as_articles(connection: Connection, id: str) -> list[Article]:
    """The copies of an article as articles: with the text that they have in common with it now."""
    copies = others(connection, id)
    return [rows.told(copy, _text(connection, id)) for copy in copies]


def remove(connection: Connection, id: str) -> bool:
    """Take out what has this id: a copy, or an article with everything kept of it. False if there was nothing.

    An article that has copies goes on under the first one's id and address; all else that is told of it stays.
    """
    if forget(connection, id):
        return True
    heirs = as_articles(connection, id)
    if not heirs:
        return changes.remove(connection, id)
    forget(connection, heirs[0].id)
    _rename(connection, id, heirs[0])
    return True


def _rename(connection: Connection, id: str, heir: Article) -> None:
    old = changes.stored(connection, id)
    assert old is not None, "it has copies"
    chunks = _chunks(connection, old.number, heir.id)
    changes.remove_chunks(connection, old.number)
    which = {"number": old.number, "version": old.version, "id": heir.id, "url": heir.url}
    connection.execute("UPDATE versions SET url = :url WHERE article = :number AND version = :version", which)
    connection.execute(
        "UPDATE articles SET id = :id, url = :url, digest = :digest WHERE number = :number",
        which | {"digest": rows.digest(heir)},
    )
    changes.add_chunks(connection, old.number, chunks)


def _chunks(connection: Connection, number: int, id: str) -> list[Chunk]:
    """The chunks of an article, given its number, under another id."""
    sql = f"SELECT number & ((1 << {ORDINAL_BITS}) - 1), text, first, past FROM chunks WHERE {changes.CHUNKS_OF}"
    found = connection.execute(f"{sql} ORDER BY number", {"article": number})
    return [
        Chunk(id=f"{id}#{ordinal}", article_id=id, text=text, start=first, end=past)
        for ordinal, text, first, past in found
    ]


def _text(connection: Connection, id: str) -> str:
    sql = """
        SELECT text FROM articles JOIN versions
            ON versions.article = articles.number AND versions.version = articles.version
        WHERE id = ?
    """
    (text,) = connection.execute(sql, (id,)).fetchone()
    return str(text)


def _told(article: Article) -> dict[str, object]:
    return {
        "id": article.id,
        "said": rows.said(article.text),
        "title": article.title,
        "outlet": article.source.casefold(),
        "author": article.author,
        "published": rows.seconds(article.published),
    }

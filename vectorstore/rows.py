"""Rows of ``library.db`` to our words and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Any

from vectorstore.schema import ORDINAL_BITS
from vectorstore.types import Article, Chunk, Headline, Hit

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

HEADLINE = "articles.id, articles.title, articles.url, articles.source, articles.author, articles.published, "
HEADLINE += "articles.version, ifnull(articles.story, 0), articles.updated, articles.language, articles.abridged"
"""The columns that ``headline`` reads."""

VERSION = "articles.id, text.title, text.url, text.source, text.author, text.published, text.version, "
VERSION += "ifnull(articles.story, 0), text.updated, text.language, text.abridged"
"""The columns that ``headline`` reads, of ``versions AS text``."""

HIT = f"{HEADLINE}, chunks.id, chunks.text, chunks.first, chunks.past"
"""The columns that ``hit`` reads."""

WITH_ARTICLE = f"JOIN articles ON articles.number = chunks.number >> {ORDINAL_BITS}"

OF_ARTICLE = (
    f"chunks.number >= articles.number << {ORDINAL_BITS} AND chunks.number < (articles.number + 1) << {ORDINAL_BITS}"
)

Row = Sequence[Any]


def seconds(instant: datetime | None) -> int | None:
    """Whole seconds since 1970, rounded down."""
    return None if instant is None else (instant - EPOCH) // timedelta(seconds=1)


def instant(seconds: int | None) -> datetime | None:
    """The UTC instant that many seconds after 1970."""
    return None if seconds is None else EPOCH + timedelta(seconds=seconds)


def headline(row: Row) -> Headline:
    """From the columns of ``HEADLINE``."""
    return Headline(
        id=row[0],
        title=row[1],
        url=row[2],
        source=row[3],
        author=row[4],
        published=instant(row[5]),
        version=row[6],
        story=row[7],
        updated=instant(row[8]),
        language=row[9],
        abridged=bool(row[10]),
    )


def article(row: Row) -> Article:
    """From the columns of ``HEADLINE`` and the text."""
    return told(headline(row), row[11])


def told(head: Headline, text: str) -> Article:
    """An article of a headline and a text."""
    return Article(
        id=head.id,
        title=head.title,
        url=head.url,
        source=head.source,
        author=head.author,
        published=head.published,
        updated=head.updated,
        language=head.language,
        abridged=head.abridged,
        version=head.version,
        story=head.story,
        text=text,
    )


def hit(row: Row, score: float = 0.0) -> Hit:
    """From the columns of ``HIT``."""
    chunk = Chunk(id=row[11], article_id=row[0], text=row[12], start=row[13], end=row[14])
    return Hit(chunk=chunk, article=headline(row), score=score)


def said(text: str) -> bytes:
    """SHA-256 of a text."""
    return hashlib.sha256(text.encode()).digest()


def digest(article: Article) -> bytes:
    """SHA-256 of all that is told about an article and all that it says: not its id, not its version.

    When it was updated is left out, because some pages tell of an update whenever they are asked; so is its language.
    """
    told = [
        article.title,
        article.text,
        article.url,
        article.source,
        article.author,
        seconds(article.published),
        *(["abridged"] if article.abridged else []),
    ]
    return hashlib.sha256(json.dumps(told).encode()).digest()

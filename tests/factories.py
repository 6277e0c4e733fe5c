"""Articles, chunks and hits for tests: whole, unless something is said about them."""

from __future__ import annotations

from datetime import UTC, datetime

from vectorstore.types import Article, Chunk, Headline, Hit, Query

TEXT = "The council met on Monday. It voted to keep the old bridge open. The mayor had argued against it."


def day(text: str) -> datetime:
    """Midnight UTC of a day written as ``2026-11-24``."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


def article(
    id: str = "a",
    text: str = TEXT,
    *,
    title: str = "Old bridge stays open",
    url: str = "",
    source: str = "The Courier",
    author: str = "",
    published: datetime | None = None,
    version: int = 1,
) -> Article:
    return Article(
        id=id,
        text=text,
        title=title,
        url=url,
        source=source,
        author=author,
        published=published,
        version=version,
    )


def chunk(
    text: str = "It voted to keep the old bridge open.",
    *,
    article_id: str = "a",
    ordinal: int = 0,
    start: int = 0,
) -> Chunk:
    return Chunk(id=f"{article_id}#{ordinal}", article_id=article_id, text=text, start=start, end=start + len(text))


def hit(
    text: str = "It voted to keep the old bridge open.",
    *,
    article_id: str = "a",
    ordinal: int = 0,
    score: float = 1.0,
    title: str = "Old bridge stays open",
    source: str = "The Courier",
    published: datetime | None = None,
) -> Hit:
    return Hit(
        chunk=chunk(text, article_id=article_id, ordinal=ordinal),
        article=Headline(id=article_id, title=title, source=source, published=published),
        score=score,
    )


def query(
    text: str = "bridge",
    *,
    as_of: datetime | None = None,
    since: datetime | None = None,
    until: datetime | None = None,
    sources: tuple[str, ...] = (),
    articles: tuple[str, ...] = (),
) -> Query:
    return Query(
        text=text,
        as_of=as_of or day("2100-01-01"),
        since=since,
        until=until,
        sources=sources,
        articles=articles,
    )

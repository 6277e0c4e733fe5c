"""Looking for articles of the library: by words, outlet and date, a page at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from bot.when import beginning, end
from vectorstore.errors import BadInput
from vectorstore.lexical import WordRetriever
from vectorstore.library import Library
from vectorstore.types import Headline, Query

PAGE = 25  # articles shown at once
DEPTH = 2_000  # chunks looked through for words


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is looked for; empty is everything."""

    words: str = ""
    outlet: str = ""
    since: datetime | None = None
    until: datetime | None = None
    offset: int = 0

    @property
    def narrowed(self) -> bool:
        """Whether it is not simply everything."""
        return bool(self.words or self.outlet or self.since or self.until)


def wanted_from(given: Mapping[str, Any]) -> Wanted:
    """What the page says is looked for. A day that is none is left out."""
    offset = str(given.get("offset", ""))
    return Wanted(
        words=str(given.get("words", "")).strip()[:300],
        outlet=str(given.get("outlet", "")),
        since=_day(given.get("since"), beginning),
        until=_day(given.get("until"), end),
        offset=int(offset) if offset.isdecimal() and len(offset) < 10 else 0,
    )


def browse(library: Library, wanted: Wanted) -> tuple[list[Headline], bool]:
    """A page of articles, newest first or, for words, best first; and whether there are more."""
    sources = (wanted.outlet,) if wanted.outlet else ()
    first, past = wanted.offset, wanted.offset + PAGE
    if not wanted.words:
        found = library.articles(
            since=wanted.since, until=wanted.until, sources=sources, limit=PAGE + 1, offset=wanted.offset
        )
        return found[:PAGE], len(found) > PAGE
    whenever = datetime.max.replace(tzinfo=UTC)
    query = Query(text=wanted.words, as_of=whenever, since=wanted.since, until=wanted.until, sources=sources)
    hits = WordRetriever(index=library.words, catalog=library.catalog).retrieve(query, DEPTH)
    articles = list({hit.article.id: hit.article for hit in hits}.values())
    return articles[first:past], len(articles) > past


def _day(given: Any, read: Any) -> datetime | None:
    try:
        found: datetime | None = read(str(given)) if given else None
    except BadInput:
        return None
    return found

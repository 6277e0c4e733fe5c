"""What a library holds, counted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from sqlite3 import Connection

from vectorstore import rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What there is: how many articles and chunks, of which outlets, from when to when."""

    articles: int = 0
    chunks: int = 0
    sources: Mapping[str, int] = field(default_factory=dict)  # articles of each outlet, most first
    earliest: datetime | None = None
    latest: datetime | None = None


def counted(connection: Connection) -> Coverage:
    """What there is now."""
    articles, chunks, earliest, latest = connection.execute(
        "SELECT count(*), ifnull(sum(chunks), 0), min(published), max(published) FROM articles"
    ).fetchone()
    sources = connection.execute(
        "SELECT (SELECT source FROM articles WHERE outlet = counted.outlet ORDER BY published DESC LIMIT 1), "
        "counted.articles FROM (SELECT outlet, count(*) AS articles FROM articles WHERE outlet != '' "
        "GROUP BY outlet) AS counted ORDER BY counted.articles DESC, counted.outlet"
    ).fetchall()
    return Coverage(
        articles=articles,
        chunks=chunks,
        sources=dict(sources),
        earliest=rows.instant(earliest),
        latest=rows.instant(latest),
    )

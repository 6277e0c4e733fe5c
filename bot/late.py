"""How far an article is from the time that a question is about: of two that answer, the one of that time is right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from vectorstore.timely import DAY, days_outside
from vectorstore.types import Hit, Period, Query

LONG_BEHIND = 60
"""Days behind the newest article read, where no time is named."""

LONG_OUTSIDE = 14
"""Days before or after the time that is named."""


def late(query: Query, hits: Sequence[Hit]) -> list[float]:
    """How far each hit's article is from the time asked about, or behind the newest, 0..1; 0 for no date."""
    dates = [hit.article.published for hit in hits]
    newest = max((date for date in dates if date), default=query.as_of)
    return [min(_share(query, newest, date), 1.0) if date else 0.0 for date in dates]


def _share(query: Query, newest: datetime, date: datetime) -> float:
    if query.period is None:
        return (newest - date).days / LONG_BEHIND
    return _days_outside(query.period, query.as_of, date) / LONG_OUTSIDE


def _days_outside(period: Period, as_of: datetime, date: datetime) -> float:
    """Of a period that runs up to the time of asking, that time tells most: "this week" is the news of today."""
    if period.end < as_of - timedelta(days=1):
        return days_outside(date, period.start, period.end)
    return (as_of - date).total_seconds() / DAY

"""How far an article is from the time that a question is about: of two that answer, the one of that time is right."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from vectorstore.timely import days_outside
from vectorstore.types import Hit, Query

LONG_BEHIND = 60
"""Days behind the newest article read, where no time is named."""

LONG_OUTSIDE = 14
"""Days before or after the time that is named; of one that runs up to today, behind the newest article."""


def late(query: Query, hits: Sequence[Hit]) -> list[float]:
    """How far each hit's article is from the time asked about, or behind the newest, 0..1; 0 for no date."""
    dates = [hit.article.published for hit in hits]
    newest = max((date for date in dates if date), default=query.as_of)
    return [min(_share(query, newest, date), 1.0) if date else 0.0 for date in dates]


def _share(query: Query, newest: datetime, date: datetime) -> float:
    period = query.period
    if period and period.end < query.as_of - timedelta(days=1):
        return days_outside(date, period.start, period.end) / LONG_OUTSIDE
    return (newest - date).days / (LONG_OUTSIDE if period else LONG_BEHIND)

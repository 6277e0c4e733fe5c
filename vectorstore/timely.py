"""Nearness in time: of two articles that fit equally well, the one nearer to the time asked about first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from vectorstore.types import Hit, Query, Retriever

DAY = 86_400  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Timely:
    """Another retriever's hits, weighed by how near they were published to the time that the query is about.

    That is the as-of date, or the period if the question names one, or both when the period runs up to the as-of
    date: of "this week", today tells most. A hit keeps its score when it is of that time, loses half of a strength
    at ``half_life`` days away, little before and nearly all of it long after (a Lorentz curve): ``named`` for a
    period, ``dated`` for an as-of date that was chosen, ``now`` for the time of asking, which says least. A hit
    without a date is treated as ``undated`` days away. Tuned by ``bench/tune_retrieval.py``.
    """

    retriever: Retriever
    named: float = 0.5
    dated: float = 0.9
    now: float = 0.05
    half_life: float = 14.0
    undated: float = 14.0
    depth: int = 100

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` best after weighing. Ties keep the inner order."""
        hits = self.retriever.retrieve(query, max(self.depth, k))
        weighed = [replace(hit, score=hit.score * self.weight(hit, query)) for hit in hits]
        return sorted(weighed, key=lambda hit: hit.score, reverse=True)[:k]

    def weight(self, hit: Hit, query: Query) -> float:
        """A factor in 0..1, 1 for what is of the time asked about."""
        period, weight = query.period, 1.0
        if period:
            weight = self._near(hit, period.start, period.end, self.named)
        if period is None or period.end >= query.as_of - timedelta(days=1):
            weight *= self._near(hit, query.as_of, query.as_of, self.dated if query.dated else self.now)
        return weight

    def _near(self, hit: Hit, start: datetime, end: datetime, strength: float) -> float:
        when = hit.article.published or hit.article.updated
        days = days_outside(when, start, end) if when else self.undated
        return 1 - strength + strength / (1 + (days / self.half_life) ** 2)


def days_outside(instant: datetime, start: datetime, end: datetime) -> float:
    """How many days an instant lies before or after a stretch of time; 0 inside it."""
    return max((start - instant).total_seconds(), (instant - end).total_seconds(), 0) / DAY

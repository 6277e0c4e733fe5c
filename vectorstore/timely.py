"""Nearness in time: of two articles that fit equally well, the one nearer to the time asked about first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from vectorstore.types import Hit, Query, Retriever

DAY = 86_400  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Timely:
    """Another retriever's hits, weighed by how near they were published to the time that the query is about.

    That is the period the question names, or else the as-of date. A hit keeps its score when it is of that time,
    loses half of ``strength`` at ``half_life`` days away and all of it far away; a period that was named weighs
    ``named`` instead. A hit without a date is treated as ``undated`` days away.
    """

    retriever: Retriever
    strength: float = 0.5
    named: float = 0.7
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
        strength = self.named if query.period else self.strength
        start, end = (query.period.start, query.period.end) if query.period else (query.as_of, query.as_of)
        days = days_outside(hit.article.published, start, end) if hit.article.published else self.undated
        return 1 - strength + strength / (1 + days / self.half_life)


def days_outside(instant: datetime, start: datetime, end: datetime) -> float:
    """How many days an instant lies before or after a stretch of time; 0 inside it."""
    return max((start - instant).total_seconds(), (instant - end).total_seconds(), 0) / DAY

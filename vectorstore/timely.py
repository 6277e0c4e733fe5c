"""Nearness in time: of two articles that fit equally well, the one nearer to the date asked about first."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from vectorstore.types import Hit, Query, Retriever

DAY = 86_400  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Timely:
    """Another retriever's hits, weighed by how near they were published to the query's as-of date.

    A hit keeps its score when it is of that day, half of what ``strength`` allows at ``half_life`` days away,
    and ``1 - strength`` of it far away; a hit without a date is treated as ``undated`` days away.
    """

    retriever: Retriever
    strength: float = 0.5
    half_life: float = 14.0
    undated: float = 14.0
    depth: int = 100

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` best after weighing. Ties keep the inner order."""
        hits = self.retriever.retrieve(query, max(self.depth, k))
        weighed = [replace(hit, score=hit.score * self.weight(hit, query.as_of)) for hit in hits]
        return sorted(weighed, key=lambda hit: hit.score, reverse=True)[:k]

    def weight(self, hit: Hit, as_of: datetime) -> float:
        """A factor in ``1 - strength`` .. 1."""
        published = hit.article.published
        days = abs((as_of - published).total_seconds()) / DAY if published else self.undated
        return 1 - self.strength + self.strength / (1 + days / self.half_life)

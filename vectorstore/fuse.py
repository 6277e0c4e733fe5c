"""Several rankings made into one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vectorstore.types import Hit, Query, Retriever


def reciprocal_rank_fusion(
    rankings: Sequence[Sequence[Hit]], *, weights: Sequence[float] | None = None, c: int = 10
) -> list[Hit]:
    """Merge rankings by rank alone (Cormack, Clarke and Buettcher, SIGIR 2009).

    A chunk scores the sum over rankings of ``weight / (c + rank)``, ranks from 1, weights 1 unless given.
    Ties keep the order in which the chunks were first seen. The lower ``c``, the more the first ranks tell; the
    paper has 60, for rankings of a thousand.
    """
    scores: defaultdict[str, float] = defaultdict(float)
    hits: dict[str, Hit] = {}
    for ranking, weight in zip(rankings, weights or [1.0] * len(rankings), strict=True):
        for rank, hit in enumerate(ranking, start=1):
            scores[hit.chunk.id] += weight / (c + rank)
            hits.setdefault(hit.chunk.id, hit)
    fused = [replace(hits[id], score=score) for id, score in scores.items()]
    return sorted(fused, key=lambda hit: hit.score, reverse=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fused:
    """What several retrievers find, fused by rank. ``depth`` is how many hits each is asked for."""

    retrievers: Sequence[Retriever]
    weights: Sequence[float]
    depth: int = 100
    c: int = 10

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` best of the fused ranking."""
        depth = max(self.depth, k)
        rankings = [retriever.retrieve(query, depth) for retriever in self.retrievers]
        return reciprocal_rank_fusion(rankings, weights=self.weights, c=self.c)[:k]

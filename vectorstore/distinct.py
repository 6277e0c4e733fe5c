"""Copies crowd out sources: of passages that say the same in nearly the same words, only the best stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vectorstore.types import Hit, Query, Retriever
from vectorstore.words import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinct:
    """Another retriever's hits without near-copies of better ones.

    Two passages are copies when the smaller one shares more than ``overlap`` of its words with the other.
    """

    retriever: Retriever
    overlap: float = 0.8
    spare: int = 10

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` best that are no copies; fewer when ``spare`` more hits did not replace the copies."""
        return distinct(self.retriever.retrieve(query, k + self.spare), self.overlap)[:k]


def distinct(hits: Sequence[Hit], overlap: float) -> list[Hit]:
    """The hits in order, each kept unless it is a copy of one kept before."""
    kept: list[Hit] = []
    bags: list[frozenset[str]] = []
    for hit in hits:
        bag = frozenset(terms(hit.chunk.text))
        if not any(_share(bag, other) > overlap for other in bags):
            kept.append(hit)
            bags.append(bag)
    return kept


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0

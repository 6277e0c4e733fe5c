"""Copies crowd out sources: of passages that say the same in nearly the same words, only the best stays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vectorstore.types import Hit, Query, Retriever
from vectorstore.words import terms


@dataclass(frozen=True, slots=True, kw_only=True)
class Distinct:
    """Another retriever's hits without near-copies of better ones.

    Two passages are copies when the smaller one shares more than ``overlap`` of its words with the other. Articles of
    one story are cut into passages at different places; so of theirs, one is a copy when more than ``retold`` of its
    pairs of words stand in the better ones together, and no number is new: an update often changes nothing else.
    """

    retriever: Retriever
    overlap: float = 0.9
    retold: float = 0.8
    spare: int = 10

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` best that are no copies; fewer when ``spare`` more hits did not replace the copies."""
        return distinct(self.retriever.retrieve(query, k + self.spare), self.overlap, self.retold)[:k]


def distinct(hits: Sequence[Hit], overlap: float, retold: float) -> list[Hit]:
    """The hits in order, each kept unless it is a copy of those kept before."""
    kept: list[_Passage] = []
    for hit in hits:
        passage = _passage(hit)
        own = [other for other in kept if passage.tells_with(other)]
        others = [other for other in kept if not passage.tells_with(other)]
        if not (_copied(passage, others, overlap) or _retold(passage, own, retold)):
            kept.append(passage)
    return [passage.hit for passage in kept]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    hit: Hit
    words: frozenset[str]
    pairs: frozenset[tuple[str, str]]
    numbers: frozenset[str]

    def tells_with(self, other: _Passage) -> bool:
        story = self.hit.article.story
        return story > 0 and story == other.hit.article.story


def _passage(hit: Hit) -> _Passage:
    words = terms(hit.chunk.text)
    return _Passage(
        hit=hit,
        words=frozenset(words),
        pairs=frozenset(pairwise(words)),
        numbers=frozenset(word for word in words if word[0].isdigit()),
    )


def _copied(passage: _Passage, kept: Sequence[_Passage], overlap: float) -> bool:
    return any(_share(passage.words, other.words) > overlap for other in kept)


def _retold(passage: _Passage, kept: Sequence[_Passage], share: float) -> bool:
    told = frozenset[tuple[str, str]]().union(*(other.pairs for other in kept))
    numbers = frozenset[str]().union(*(other.numbers for other in kept))
    return len(passage.pairs & told) > share * len(passage.pairs) and passage.numbers <= numbers


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    smaller = min(len(one), len(other))
    return len(one & other) / smaller if smaller else 0.0

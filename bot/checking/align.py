"""The passages that a sentence cites, taken apart, and the source sentences that bear it out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.types import Quote
from vectorstore.sentences import sentence_spans
from vectorstore.types import Hit
from vectorstore.words import terms

MOST_QUOTES = 3
WORTH_QUOTING = 0.1
"""A further sentence is quoted when it covers at least this share of the words' weight."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A sentence of a passage; ``start`` and ``end`` are offsets into the passage."""

    hit: Hit
    start: int
    end: int
    terms: frozenset[str]

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.hit.chunk.text[self.start : self.end]


def sources(hits: Sequence[Hit]) -> list[Source]:
    """The sentences of all hits, in order."""
    return [
        Source(hit=hit, start=start, end=end, terms=frozenset(terms(hit.chunk.text[start:end])))
        for hit in hits
        for start, end in sentence_spans(hit.chunk.text)
    ]


def weights(claim: str, found: Sequence[Source]) -> dict[str, float]:
    """How much each term of a claim says, 0..1, summing to 1: what few source sentences have says most."""
    frequency = Counter(term for source in found for term in source.terms)
    wanted = dict.fromkeys(terms(claim))
    raw = {term: math.log(1 + (len(found) + 1) / (frequency[term] + 0.5)) for term in wanted}
    total = sum(raw.values())
    return {term: weight / total for term, weight in raw.items()}


def best(rarity: Mapping[str, float], found: Sequence[Source]) -> list[Source]:
    """One to three sentences that together cover most of the weight, the best first."""
    chosen: list[Source] = []
    left = dict(rarity)
    for _ in range(MOST_QUOTES):
        source = max(found, key=lambda source: covered(left, source), default=None)
        if source is None or covered(left, source) < (WORTH_QUOTING if chosen else 1e-9):
            break
        chosen.append(source)
        left = {term: weight for term, weight in left.items() if term not in source.terms}
    return chosen


def covered(rarity: Mapping[str, float], *found: Source) -> float:
    """The weight of the terms that the sentences have between them, 0..1."""
    return sum(weight for term, weight in rarity.items() if any(term in source.terms for source in found))


def quotes(found: Sequence[Source]) -> tuple[Quote, ...]:
    """The sentences as quotes, with offsets into their articles."""
    return tuple(_distinct(quote(source.hit, source.start, source.end) for source in found))


def quote(hit: Hit, start: int, end: int) -> Quote:
    """Part of a passage as a quote."""
    begin = hit.chunk.start
    return Quote(article=hit.article, text=hit.chunk.text[start:end], start=begin + start, end=begin + end)


def _distinct(found: Iterator[Quote]) -> Iterator[Quote]:
    """Passages may overlap: the same words are quoted once."""
    seen: set[tuple[str, int, int]] = set()
    for one in found:
        key = (one.article.id, one.start, one.end)
        if key not in seen:
            seen.add(key)
            yield one

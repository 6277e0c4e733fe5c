"""The passages that a sentence cites, taken apart, and the source sentences that bear it out."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.checking.lexicon import NEGATIONS
from bot.checking.peoples import country
from bot.checking.tokens import compounds, key_of, tokens
from bot.types import Quote
from vectorstore.sentences import sentence_spans
from vectorstore.types import Hit
from vectorstore.words import FUNCTION_WORDS, stem, words

MOST_QUOTES = 3
WORTH_QUOTING = 0.1
"""A further sentence is quoted when it covers at least this share of what the claim says."""

REACH = 5
"""Words after a negation that it may turn round."""

Rarity = Mapping[str, float]
"""How much each key says, 0..1, summing to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A sentence of a passage; ``start`` and ``end`` are offsets into the passage."""

    hit: Hit
    start: int
    end: int
    sequence: tuple[str, ...]  # the keys of its tokens, in order
    named: tuple[bool, ...]  # which of them are written with a capital
    keys: frozenset[str]
    words: frozenset[str]
    negated: frozenset[str]  # the keys that a negation stands before

    @property
    def text(self) -> str:
        """The sentence as it stands in the passage."""
        return self.hit.chunk.text[self.start : self.end]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence to check, in the terms of its sources: a number that one of them says has that one's key."""

    text: str
    sequence: tuple[str, ...]
    named: frozenset[str]  # the keys that are names
    words: frozenset[str]
    negated: frozenset[str]
    rarity: Rarity


def sources(hits: Sequence[Hit]) -> list[Source]:
    """The sentences of all hits, in order."""
    return [source for hit in hits for source in _sources(hit)]


def claim(text: str, found: Sequence[Source], known: frozenset[str] = frozenset()) -> Claim:
    """A sentence, its words weighed by how few source sentences have them; words only ``known`` count for nothing."""
    values = [float(key[1:]) for source in found for key in source.sequence if key.startswith("#")]
    free = known.difference(*(source.keys for source in found))
    sequence = []
    for token in tokens(text):
        value = token.number.said_by(values) if token.number else None
        key = token.key if value is None else key_of(value)
        if key not in free:
            sequence.append(key)
    said = words(text)
    return Claim(
        text=text,
        sequence=tuple(sequence),
        named=_named(text, found),
        words=frozenset(said),
        negated=_negated(said),
        rarity=_rarity(sequence, found),
    )


def best(rarity: Rarity, found: Sequence[Source]) -> list[Source]:
    """One to three sentences that together cover most of the weight, the best first; the earlier one of equals."""
    chosen: list[Source] = []
    left = dict(rarity)
    while found and len(chosen) < MOST_QUOTES:
        source = max(found, key=lambda source: covered(left, source.keys))
        if covered(left, source.keys) < (WORTH_QUOTING if chosen else 1e-9):
            break
        chosen.append(source)
        left = {key: weight for key, weight in left.items() if key not in source.keys}
    return chosen


def covered(rarity: Rarity, keys: frozenset[str]) -> float:
    """The weight that a set of keys has, 0..1."""
    return sum(weight for key, weight in rarity.items() if key in keys)


def quotes(found: Sequence[Source]) -> tuple[Quote, ...]:
    """The sentences as quotes with offsets into their articles; what overlapping passages share is quoted once."""
    return tuple(dict.fromkeys(quote(source.hit, source.start, source.end) for source in found))


def quote(hit: Hit, start: int, end: int) -> Quote:
    """Part of a passage as a quote."""
    begin = hit.chunk.start
    return Quote(article=hit.article, text=hit.chunk.text[start:end], start=begin + start, end=begin + end)


@lru_cache(maxsize=64)
def _sources(hit: Hit) -> tuple[Source, ...]:
    return tuple(_source(hit, *span) for span in sentence_spans(hit.chunk.text))


def _source(hit: Hit, start: int, end: int) -> Source:
    text = hit.chunk.text[start:end]
    said = words(text)
    found = tokens(text)
    sequence = tuple(token.key for token in found)
    return Source(
        hit=hit,
        start=start,
        end=end,
        sequence=sequence,
        named=tuple(token.text[:1].isupper() for token in found),
        keys=frozenset(sequence) | compounds(text),
        words=frozenset(said),
        negated=_negated(said),
    )


def _named(text: str, found: Sequence[Source]) -> frozenset[str]:
    """The keys of names; in a text without any capital, those that are names in the sources."""
    known = {key for source in found for key, name in zip(source.sequence[1:], source.named[1:], strict=True) if name}
    said = tokens(text)
    if text == text.lower():
        return frozenset(token.key for token in said if token.key in known)
    first = {token.key for token in said[:1]} - known
    return frozenset(token.key for token in said if token.text[:1].isupper()) - first


def _negated(said: Sequence[str]) -> frozenset[str]:
    """The keys of up to two content words that follow a negation closely."""
    found: set[str] = set()
    for at, word in enumerate(said):
        if word in NEGATIONS:
            following = [other for other in said[at + 1 : at + 1 + REACH] if other not in FUNCTION_WORDS]
            found |= {stem(country(other)) for other in following[:2]}
    return frozenset(found)


def _rarity(sequence: Sequence[str], found: Sequence[Source]) -> dict[str, float]:
    frequency = Counter(key for source in found for key in source.keys)
    raw = {key: math.log(1 + (len(found) + 1) / (frequency[key] + 0.5)) for key in dict.fromkeys(sequence)}
    total = sum(raw.values())
    return {key: weight / total for key, weight in raw.items()}

"""Whether a sentence is proven: a source sentence becomes it by leaving out and turning round what changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.proving.called import Longer, longer, shortened
from bot.proving.left_out import WITHOUT_HARM, gaps
from bot.proving.lexicon import DOUBT, SCOPE, TRENDS
from bot.proving.turned import active, speaker_first
from bot.proving.words import Word, ends_quoted, read, said
from vectorstore.sentences import sentence_spans
from vectorstore.types import Hit
from vectorstore.words import FUNCTION_WORDS

MOST_SOURCES = 8
"""Source sentences that a sentence is held against: those that share most of its words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A sentence of a hit: where it stands, and its words, quotation marks seen from its paragraph."""

    hit: Hit
    start: int
    end: int
    words: tuple[Word, ...]


def sources(hit: Hit) -> tuple[Source, ...]:
    """The sentences of a hit, in order."""
    return _sources(hit)


def proof(claim: Sequence[Word], hits: Sequence[Hit], *, whole: bool = False) -> Source | None:
    """The source sentence that proves a claim, if one does; with ``whole`` nothing of it may be left out."""
    found = [source for hit in hits for source in sources(hit)]
    names = longer(source.words for source in found)
    for source in _nearest(claim, found):
        if _proves(source.words, claim, names, whole=whole):
            return source
    return None


def unknown(claim: Sequence[Word], hits: Sequence[Hit]) -> list[Word]:
    """The words of a claim that no source has, if they add to it and turn nothing round; nothing if one does."""
    known = {word.key for hit in hits for source in sources(hit) for word in source.words}
    new = [word for word in claim if not word.mark and word.key not in known]
    turns = FUNCTION_WORDS | SCOPE | DOUBT | TRENDS
    return [] if any(word.number or word.name or word.key in turns for word in new) else new


def _proves(words: Sequence[Word], claim: Sequence[Word], names: Longer, *, whole: bool) -> bool:
    source, wanted = shortened(words, names), shortened(claim, names)
    if whole:
        return _same(said(wanted), said(source))
    return any(made_of(one, other) for one in _orders(wanted) for other in _orders(source))


def _orders(words: list[Word]) -> list[list[Word]]:
    """The orders in which the same can be said."""
    orders = [words, *speaker_first(words)]
    return [*orders, *(turned for order in orders for turned in active(order))]


def made_of(claim: Sequence[Word], source: Sequence[Word]) -> bool:
    """Whether all words of a claim are those of the source, in order, but for what may be left out of that."""
    if not {word.key for word in said(claim)} - WITHOUT_HARM <= {word.key for word in source}:
        return False
    skips: dict[int, list[int]] = {at: [at + 1] for at, word in enumerate(source) if word.mark}
    for start, end in gaps(source):
        skips.setdefault(start, []).append(end)
    reached = _onward({0}, skips)
    for word in said(claim):
        next_to = {at + 1 for at in reached if at < len(source) and _one(word, source[at])}
        if word.key not in WITHOUT_HARM or next_to:
            reached = _onward(next_to, skips)
    return len(source) in reached


def _onward(places: Iterable[int], skips: dict[int, list[int]]) -> set[int]:
    found: set[int] = set()
    left = list(places)
    while left:
        at = left.pop()
        if at not in found:
            found.add(at)
            left += skips.get(at, ())
    return found


def _one(word: Word, other: Word) -> bool:
    return not other.mark and word.key == other.key and word.quoted == other.quoted


def _same(claim: Sequence[Word], source: Sequence[Word]) -> bool:
    return len(claim) == len(source) and all(map(_one, claim, source))


def _nearest(claim: Sequence[Word], found: Sequence[Source]) -> list[Source]:
    """The sources that share most words with a claim, the earlier one of equals."""
    wanted = Counter(word.key for word in claim if not word.mark)

    def shared(source: Source) -> int:
        return (wanted & Counter(word.key for word in source.words)).total()

    return sorted(found, key=shared, reverse=True)[:MOST_SOURCES]


@lru_cache(maxsize=64)
def _sources(hit: Hit) -> tuple[Source, ...]:
    text, found, quoted, before = hit.chunk.text, [], False, 0
    for start, end in sentence_spans(text):
        quoted, before = ends_quoted(text[before:start], quoted=quoted), start
        found.append(Source(hit=hit, start=start, end=end, words=tuple(read(text[start:end], quoted=quoted))))
    return tuple(found)

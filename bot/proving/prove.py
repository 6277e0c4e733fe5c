"""Whether a sentence is proven: a source sentence becomes it by leaving out and turning round what changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.checking.peoples import country
from bot.proving.agents import unsaid
from bot.proving.called import Longer, longer, shortened
from bot.proving.dates import redated
from bot.proving.left_out import WITHOUT_HARM, gaps
from bot.proving.lexicon import DOUBT, SAID_BY, SCOPE, TRENDS
from bot.proving.lost import loses
from bot.proving.offices import Offices, offices, without_offices
from bot.proving.people import OFFICES
from bot.proving.pronouns import named, persons, pronoun, resolved, speaker
from bot.proving.rounded import rounded
from bot.proving.source import Source, sources
from bot.proving.speeches import attributed
from bot.proving.turned import active, speaker_first, time_first, told
from bot.proving.within import said_within
from bot.proving.words import Word, said
from vectorstore.types import Hit
from vectorstore.words import FUNCTION_WORDS

MOST_SOURCES = 12
"""Source sentences that a sentence is held against: those that share most of its words."""


def proof(claim: Sequence[Word], hits: Sequence[Hit], *, whole: bool = False) -> Source | None:
    """The source sentence that proves a claim, if one does; with ``whole`` nothing of it may be left out.

    Its words are those that prove, with names for "he" and the like; ``besides`` are the sentences that give the names.
    """
    own = [source for hit in hits for source in sources(hit)]
    known = known_offices(own)
    more = [] if whole else [source for hit in hits for source in further(hit)]
    plain, said_by = without_offices(claim, known)
    names = longer((without_offices(source.words, known)[0] for source in own), known.held)
    held = _Held(names=names, known=known)
    for source in _nearest(plain, [*own, *more]):
        if (whole or len(plain) < len(claim)) and (found := _proving(source, claim, own, held, whole=whole)):
            return found
        if not whole and (found := _proving(source, plain, own, held)):
            return replace(found, besides=_without(found, (*found.besides, *said_by)))
    return None


@lru_cache(maxsize=64)
def further(hit: Hit) -> tuple[Source, ...]:
    """What the sentences of a hit say besides, or with a name for "he" and for who speaks."""
    own = sources(hit)
    known = known_offices(own)
    named = resolved(own, known)
    return (*named, *attributed(own, named), *said_within([*own, *named]))


def pronoun_named(words: Sequence[Word], before: Sequence[Word], hits: Sequence[Hit]) -> list[Word]:
    """The words with the name of whom the sentence before tells for the "he" or "she" that they begin with."""
    at = pronoun(words)
    if at is None:
        return list(words)
    own = [source for hit in hits for source in sources(hit)]
    known = known_offices(own)
    name = named(before, known, persons(own, known), words[at].key) or speaker(before, words, at)
    return [*words[:at], *name, *words[at + 1 :]] if name else list(words)


def without_known_offices(claim: Sequence[Word], hits: Sequence[Hit]) -> tuple[list[Word], list[Source]]:
    """A claim without the offices that those whom it names hold, and the sentences that say that they do."""
    return without_offices(claim, known_offices([source for hit in hits for source in sources(hit)]))


def known_offices(own: Sequence[Source]) -> Offices:
    """The offices that sentences give to people."""
    return offices(own)


def unknown(claim: Sequence[Word], hits: Sequence[Hit]) -> list[Word]:
    """The words of a claim that no source has, if they add to it and turn nothing round; nothing if one does."""
    known = {word.key for hit in hits for source in sources(hit) for word in source.words}
    new = [word for word in claim if not word.mark and word.key not in known]
    turns = FUNCTION_WORDS | SCOPE | DOUBT | TRENDS | OFFICES
    return [] if any(word.number or word.name or word.key in turns for word in new) else new


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What the articles call people: names, short and long, and offices."""

    names: Longer
    known: Offices


def _proving(
    source: Source, claim: Sequence[Word], own: Sequence[Source], held: _Held, *, whole: bool = False
) -> Source | None:
    """The source with the words that prove a claim, if some do."""
    if whole:
        return source if _same(said(shortened(claim, held.names)), said(shortened(source.words, held.names))) else None
    plain, _ = without_offices(source.words, held.known)
    for words in (source.words, plain):
        one = replace(source, words=tuple(words))
        wanted = rounded(redated(claim, one, own), words)
        if _proves(shortened(words, held.names), shortened(wanted, held.names)):
            return None if loses(claim, source) else one
    return None


def _proves(source: list[Word], wanted: list[Word]) -> bool:
    others = [order for told_so in (source, *told(source)) for order in _orders(told_so)] + list(unsaid(source))
    orders = [*_orders(wanted), *time_first(wanted)]
    return any(made_of(one, other) for one in orders for other in others)


def _without(found: Source, others: Iterable[Source]) -> tuple[Source, ...]:
    """The other sentences, each once."""
    places = {source.place: source for source in others if source.place != found.place}
    return tuple(places.values())


def _orders(words: list[Word]) -> list[list[Word]]:
    """The orders in which the same can be said."""
    orders = [words, *speaker_first(words)]
    return [*orders, *(turned for order in orders for turned in active(order))]


def made_of(claim: Sequence[Word], source: Sequence[Word]) -> bool:
    """Whether all words of a claim are those of the source, in order, but for what may be left out of that."""
    if not {_root(word) for word in said(claim)} - WITHOUT_HARM <= {_root(word) for word in source}:
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
    if other.mark or word.quoted != other.quoted:
        return False
    return word.key == other.key or (not word.quoted and (_said(word, other) or _of_one_country(word, other)))


def _said(word: Word, other: Word) -> bool:
    """Whether "said" stands for another verb of saying."""
    return word.key == "said" and other.key in SAID_BY


def _of_one_country(word: Word, other: Word) -> bool:
    """Whether one is "Israel's" and the other "Israeli"."""
    owned = word.key.endswith("'s") != other.key.endswith("'s")
    return owned and word.name and other.name and _root(word) == _root(other) and not _is_country(word, other)


def _is_country(word: Word, other: Word) -> bool:
    """Whether one is a country's name as it is: "Israel"."""
    return any(key == country(key) for key in (word.key, other.key) if not key.endswith("'s"))


def _root(word: Word) -> str:
    """What words have in common that may mean the same."""
    return "said" if word.key in SAID_BY else country(word.key.removesuffix("'s"))


def _same(claim: Sequence[Word], source: Sequence[Word]) -> bool:
    return len(claim) == len(source) and all(map(_one, claim, source))


def _nearest(claim: Sequence[Word], found: Sequence[Source]) -> list[Source]:
    """The sources that share most words with a claim, the earlier one of equals."""
    wanted = Counter(word.key for word in claim if not word.mark)

    def shared(source: Source) -> int:
        return (wanted & Counter(word.key for word in source.words)).total()

    return sorted(found, key=shared, reverse=True)[:MOST_SOURCES]

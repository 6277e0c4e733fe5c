"""Who did what to whom, as far as the order of words tells, without a parser.

Of two texts with the same words, what stands before and after each of them says which is which: "A beat B" against
"B beat A". A passive ("was beaten by") turns the sides round; "the chancellor of Germany" is "Germany's chancellor".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import islice
from typing import NamedTuple

from bot.checking.names import without_stops
from bot.checking.peoples import country
from vectorstore.words import FUNCTION_WORDS, stem

REACH = 3
"""Content words on either side of a word that may be who did it or to whom; a farther one counts for less."""

_TOKEN = re.compile(r"\w+(?:[.,]\d+)*(?:['’]\w+)?|[;(]")
_BREAKS = frozenset(";(")
_ARTICLES = frozenset("the a an its his her their this that these those".split())
_PLACES = frozenset(
    "in on at during from since until after before near within across through under over into for with without "
    "between against among despite via outside inside toward towards".split()
)

Weights = Mapping[str, float]
Sides = tuple[Weights, Weights]
"""How near each key stands on the side of whoever acts, and on the other; 1 for the next content word."""


class _Word(NamedTuple):
    key: str  # empty for a word without a meaning of its own
    text: str
    named: bool


def crossed(claim: str, sources: Iterable[str]) -> float:
    """The share, 0..1, of what a claim's words have on their sides that every source has on the other side only."""
    known = [arguments(source) for source in sources]
    kept = wrong = 0.0
    for key, uses in arguments(claim).items():
        others = [other for source in known for other in source.get(key, ())]
        for use in uses:
            same, opposite = max((_compared(use, other) for other in others), key=_balance, default=(0.0, 0.0))
            kept += same
            wrong += max(0.0, opposite - same)
    return wrong / (kept + wrong) if kept + wrong else 0.0


@lru_cache(maxsize=8192)
def arguments(text: str) -> Mapping[str, Sequence[Sides]]:
    """What stands on the two sides of each word of a sentence, once for each time that it has the word."""
    said = _words(text)
    found: dict[str, list[Sides]] = {}
    for at, word in enumerate(said):
        if _plays(said, at):
            found.setdefault(word.key, []).append(_sides(said, at))
    return found


def _sides(said: Sequence[_Word], at: int) -> Sides:
    """The content words next to one, on either side; what a preposition puts in a place or time is on neither."""
    sides: tuple[dict[str, float], dict[str, float]] = {}, {}
    for step in (-1, 1):
        for passed, other in enumerate(islice(_next(said, at, step), REACH)):
            if _plays(said, other) and not _is_placed(said, other):
                side = int((step > 0) != _is_turned(said, *sorted((at, other))))
                sides[side].setdefault(said[other].key, 1 / (1 + 0.5 * passed))
    return sides


def _next(said: Sequence[_Word], at: int, step: int) -> Iterator[int]:
    """The places of the content words from one on, in one direction."""
    while 0 <= (at := at + step) < len(said) and said[at].text not in _BREAKS:
        if said[at].key:
            yield at


def _is_turned(said: Sequence[_Word], first: int, second: int) -> bool:
    """Whether the second of two words acts on the first, or has it: "beaten by Ann", "the house of Ann"."""
    if said[first + 1].text == "of":
        return next(_next(said, first, 1), None) == second
    return any(word.text == "by" for word in said[first + 1 : second + 2])


def _plays(said: Sequence[_Word], at: int) -> bool:
    """Whether a word can be what acts or is acted on: no number, and in no place or time that opens the sentence."""
    return bool(said[at].key) and not said[at].key[0].isdigit() and _preposition(said, at) != 0


def _is_placed(said: Sequence[_Word], at: int) -> bool:
    """Whether a preposition puts a word in a place or a time: where that stands in a sentence says nothing."""
    return _preposition(said, at) is not None


def _preposition(said: Sequence[_Word], at: int) -> int | None:
    """The place of the preposition that a word, or the name that it is part of, stands behind."""
    named = said[at].named
    before = at - 1
    while before >= 0 and (said[before].text in _ARTICLES or (named and said[before].named)):
        before -= 1
    return before if before >= 0 and said[before].text in _PLACES else None


def _compared(one: Sides, other: Sides) -> tuple[float, float]:
    """How much two words have on the same sides, and on opposite ones."""
    same = _shared(one[0], other[0]) + _shared(one[1], other[1])
    return same, _shared(one[0], other[1]) + _shared(one[1], other[0])


def _balance(compared: tuple[float, float]) -> tuple[float, bool]:
    """The kindest reading is the one with most on the same sides; one with nothing shared says nothing."""
    same, opposite = compared
    return (same - opposite, True) if same or opposite else (float("-inf"), False)


def _shared(one: Weights, other: Weights) -> float:
    return sum(min(weight, other[key]) for key, weight in one.items() if key in other)


def _words(text: str) -> list[_Word]:
    return [_word(match.group()) for match in _TOKEN.finditer(without_stops(text))]


def _word(text: str) -> _Word:
    lower = text.casefold().replace("’", "'").removesuffix("'s")
    if not text[0].isalnum() or (lower in FUNCTION_WORDS and not (text.isupper() and len(text) > 1)):
        return _Word("", lower, named=False)
    return _Word(stem(country(lower)), lower, text[:1].isupper())

"""Names and numbers of a claim held against where its sources have them: in the same order, beside the same words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import combinations

from bot.checking.align import Claim, Source

REACH = 3
"""Content words between a detail and the word that says what it is a detail of."""

Places = dict[str, list[int]]
"""Where in a sentence each key stands."""


def turned(claim: Claim, found: Sequence[Source]) -> float:
    """Of the pairs of names that sentences have together, the share that all of them have the other way round, 0..1.

    Where a "by" may turn either text round, both orders count as the same.
    """
    names = [key for key in dict.fromkeys(claim.sequence) if key in claim.named]
    ways = [way for pair in combinations(names, 2) if (way := _ways(claim, found, *pair))]
    return sum(way == {False} for way in ways) / len(ways) if ways else 0.0


def _ways(claim: Claim, found: Sequence[Source], one: str, other: str) -> set[bool]:
    """True when some sentence has two keys in this order, False when some has them in the other."""
    ways: set[bool] = set()
    for source in found:
        if one in source.keys and other in source.keys:
            places = _places(source.sequence)
            first, second = places.get(one), places.get(other)
            if first and second:
                passive = ("by" in source.words) != ("by" in claim.words)
                ways |= {way for way in (True, False) if passive or _precedes(first, second, way)}
    return ways


def _precedes(first: Sequence[int], second: Sequence[int], way: bool) -> bool:
    return min(first) < max(second) if way else max(first) > min(second)


def detached(claim: Claim, found: Sequence[Source]) -> float:
    """The share of names and numbers, with the words next to them, that no sentence has together but for a nearer one.

    "Bob paid 40 dollars" is detached from "Ann paid 40 dollars, Bob 30": each of them is nearer to another.
    """
    pairs = list(_pairs(claim))
    if not pairs:
        return 0.0
    return sum(_is_detached(found, detail, word) for detail, word in pairs) / len(pairs)


def _pairs(claim: Claim) -> Iterator[tuple[str, str]]:
    """Each detail with the next word on either side that is none itself, if it is near."""
    first = {key: at for at, key in reversed(list(enumerate(claim.sequence)))}
    for detail, at in first.items():
        if _is_detail(detail, claim):
            for step in (1, -1):
                place = at + step
                while 0 <= place < len(claim.sequence) and _is_detail(claim.sequence[place], claim):
                    place += step
                if 0 <= place < len(claim.sequence) and abs(place - at) <= REACH:
                    yield detail, claim.sequence[place]


def _is_detail(key: str, claim: Claim) -> bool:
    return key.startswith("#") or key in claim.named


def _is_detached(found: Sequence[Source], detail: str, word: str) -> bool:
    together = [source for source in found if detail in source.keys and word in source.keys]
    rivals = [count for source in together for count in _rivals(source, detail, word)]
    return bool(rivals) and min(rivals) > 0


def _rivals(source: Source, detail: str, word: str) -> Iterator[int]:
    """For each time that a sentence has both, how many other details of the kind are nearer to the word."""
    places = _places(source.sequence)
    number = detail.startswith("#")
    for at in places.get(word, ()):
        for place in places.get(detail, ()):
            gap = abs(place - at)
            between = range(max(0, at - gap + 1), min(len(source.sequence), at + gap))
            yield sum(other != at and _rivals_it(source, other, detail, number=number) for other in between)


def _rivals_it(source: Source, place: int, detail: str, *, number: bool) -> bool:
    key = source.sequence[place]
    return key != detail and (key.startswith("#") if number else source.named[place] and not key.startswith("#"))


@lru_cache(maxsize=8192)
def _places(sequence: tuple[str, ...]) -> Places:
    places: Places = {}
    for at, key in enumerate(sequence):
        places.setdefault(key, []).append(at)
    return places

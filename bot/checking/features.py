"""What is seen when a claim is held against its sources, as numbers. ``weights.py`` says what each is worth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.checking.align import Claim, Source, covered, windows
from bot.checking.lexicon import ABSOLUTES, DENIALS, NEGATIONS, OPPOSITES
from vectorstore.words import stem

SIGNS = {
    "best_sentence": 1,  # weight that the best sentence covers
    "best_window": 1,  # the same with its neighbours
    "quoted": 1,  # weight that the chosen sentences cover together
    "anywhere": 1,  # weight that all sentences cover together; words that are only alike count in part
    "near": 1,  # neighbouring words that are near each other in a sentence too
    "ending": 1,  # the last word is
    "rarest_missing": -1,  # weight of the rarest word that no sentence has
    "words_missing": -1,  # number of words that no sentence has
    "names_missing": -1,  # number of names that are nowhere, at most 3
    "numbers_missing": -1,  # ... of numbers, at most 2
    "number_elsewhere": -1,  # numbers that stand next to other words, at most 2
    "denied": -1,  # the claim negates a word that the chosen sentences have and do not negate
    "undenied": -1,  # the other way round
    "refused": -1,  # the claim says "denied", "failed" and the like, no chosen sentence does
    "opposite": -1,  # words whose opposite the chosen sentences have, at most 2
    "absolute": -1,  # "only", "all", "first" and the like that no chosen sentence has
}
"""Every feature, and whether more of it speaks for (1) or against (-1) the claim."""

NEAR = 4  # words

Places = dict[str, list[int]]
"""Where in a sentence each key stands."""


def features(claim: Claim, found: Sequence[Source], chosen: Sequence[Source]) -> dict[str, float]:
    """All features but the missing names and numbers, which take the facts about the articles to know."""
    return coverage(claim, found, chosen) | arrangement(claim, found) | wording(claim, chosen)


def coverage(claim: Claim, found: Sequence[Source], chosen: Sequence[Source]) -> dict[str, float]:
    """How much of the claim the sources say at all."""
    rarity, keys = claim.rarity, _union(found)
    missing = [key for key in rarity if key not in keys]
    best_keys = chosen[0].keys if chosen else frozenset()
    return {
        "best_sentence": covered(rarity, best_keys),
        "best_window": max((covered(rarity, window) for window in windows(found)), default=0.0),
        "quoted": covered(rarity, _union(chosen)),
        "anywhere": covered(rarity, keys) + sum(rarity[key] * ALIKE for key in missing if _alike(key, keys)),
        "rarest_missing": max((rarity[key] for key in missing), default=0.0),
        "words_missing": float(len(missing)),
        "ending": float(claim.sequence[-1:] != () and claim.sequence[-1] in best_keys),
    }


def arrangement(claim: Claim, found: Sequence[Source]) -> dict[str, float]:
    """Whether the sources have the claim's words in the same places."""
    places = [_places(source) for source in found if not source.keys.isdisjoint(claim.sequence)]
    pairs = list(zip(claim.sequence, claim.sequence[1:], strict=False))
    total = sum(claim.rarity[one] + claim.rarity[other] for one, other in pairs) or 1.0
    near = sum(claim.rarity[one] + claim.rarity[other] for one, other in pairs if _are_near(places, one, other))
    elsewhere = sum(_stands_elsewhere(claim.sequence, at, places) for at in range(len(claim.sequence)))
    return {
        "near": near / total,
        "number_elsewhere": float(min(elsewhere, 2)),
    }


def wording(claim: Claim, chosen: Sequence[Source]) -> dict[str, float]:
    """Whether small words turn round what the sources say."""
    said, keys = claim.words, _union(chosen)
    negated = frozenset[str]().union(*(source.negated for source in chosen))
    quoted = frozenset[str]().union(*(source.words for source in chosen))
    stems = {stem(word) for word in quoted}
    claimed = {stem(word) for word in said} - stems
    return {
        "denied": float(bool(claim.negated & keys - negated) and not quoted & DENIALS),
        "undenied": float(_undenied(claim, negated, chosen)),
        "refused": float(bool(said & DENIALS) and not quoted & (DENIALS | NEGATIONS)),
        "opposite": float(min(2, sum(bool(OPPOSITES.get(word, frozenset()) & stems) for word in claimed))),
        "absolute": float(bool((said & ABSOLUTES) - quoted)),
    }


def _undenied(claim: Claim, negated: frozenset[str], chosen: Sequence[Source]) -> bool:
    if claim.words & DENIALS:
        return False
    refused = bool(chosen and chosen[0].words & DENIALS and not claim.words & NEGATIONS)
    return refused or bool(negated & set(claim.sequence) - claim.negated)


ALIKE = 0.6
"""What a word counts for when the sources only have one that begins like it."""


def _alike(key: str, keys: frozenset[str]) -> bool:
    beginning = key[: max(4, len(key) * 2 // 3)]
    if key.startswith("#") or len(key) < 5:
        return False
    return any(other.startswith(beginning) and len(other) < 1.7 * len(key) for other in keys)


def _union(found: Sequence[Source]) -> frozenset[str]:
    return frozenset[str]().union(*(source.keys for source in found))


def _places(source: Source) -> Places:
    places: Places = {}
    for at, key in enumerate(source.sequence):
        places.setdefault(key, []).append(at)
    return places


def _are_near(places: Sequence[Places], one: str, other: str) -> bool:
    return any(0 < abs(gap) <= NEAR for place in places for gap in _gaps(place, one, other))


def _gaps(places: Places, one: str, other: str) -> Iterator[int]:
    return (second - first for first in places.get(one, ()) for second in places.get(other, ()))


def _stands_elsewhere(sequence: Sequence[str], at: int, places: Sequence[Places]) -> bool:
    """Whether a number stands next to none of its neighbours in any sentence."""
    if not sequence[at].startswith("#"):
        return False
    neighbours = [*sequence[max(0, at - 1) : at], *sequence[at + 1 : at + 3]]
    return not any(
        abs(gap) < NEAR for place in places for near in neighbours for gap in _gaps(place, sequence[at], near)
    )

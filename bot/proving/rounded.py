"""Numbers rounded: "about 23 million" and "more than 18,000" of what an article counts as 23.4 million and 18,204."""

from __future__ import annotations

from collections.abc import Sequence

from bot.proving.halves import clear
from bot.proving.lexicon import DOUBT
from bot.proving.times import MONTHS, once
from bot.proving.words import YEAR, Word

ABOUT, MORE, LESS = "about", ">", frozenset({"<", "nearly"})
HEDGES = LESS | {ABOUT, MORE, ">=", "<="}
NEAR, BEYOND, BARELY = 0.02, 0.1, 0.05
"""How far, of its size, a number may be from one that it is about, more than, and just over or nearly."""

LEAST = 20
"""What is counted exactly where it is less."""

_CLOCK = frozenset({"am", "pm", "noon", "midnight", *MONTHS})
_MEASURE = frozenset(
    """
    minus exactly room route number flat page article section with of at aged age within every each under over between
    for after before from to by
    """.split()
)
"""Words before a number that may be a bound or a name, not a count: "firms with 250 workers"."""


def rounded(claim: Sequence[Word], source: Sequence[Word]) -> list[Word]:
    """The claim with the source's number for each that is rounded, where the source tells what was, and counts it."""
    words = list(claim)
    if not any(word.key in HEDGES for word in claim) or not clear(source) or not once(source):
        return words
    for at in range(len(claim) - 1, 0, -1):
        start = at - 1
        if claim[at].number and claim[start].key in HEDGES and not claim[at].quoted:
            just = start > 0 and claim[start - 1].key == "just"
            if exact := _exact(claim, at, source, just=just):
                words[start - just : at + 1] = [exact]
    return words


def _exact(claim: Sequence[Word], at: int, source: Sequence[Word], *, just: bool) -> Word | None:
    """The only number of the source of which one of the claim is a round form: of the same things, and not a bound."""
    found = [
        word
        for place, word in enumerate(source)
        if _counts(source, place)
        and _after(source, place) == _after(claim, at)
        and _rounds(claim[at - 1].key, _value(claim[at]), _value(word), just=just)
    ]
    return found[0] if len(found) == 1 else None


def _rounds(hedge: str, told: float, exact: float, *, just: bool) -> bool:
    if exact < LEAST or told == exact or _digits(told) >= _digits(exact):
        return False
    off = (exact - told) / exact
    if hedge == ABOUT:
        return abs(off) <= NEAR and not just
    return 0 < off <= (BARELY if just else BEYOND) if hedge == MORE else hedge in LESS and 0 < -off <= BARELY


def _digits(value: float) -> int:
    """Digits up to the last that is not 0: a number is rounded to one that has fewer."""
    return len(f"{value:f}".replace(".", "").strip("0"))


def _counts(words: Sequence[Word], at: int) -> bool:
    """Whether a number counts something, exactly and of itself: no year, hour, day, age, score or bound."""
    if not words[at].number or words[at].quoted or (YEAR.fullmatch(words[at].text) and "," not in words[at].text):
        return False
    before, after = words[at - 1] if at else None, words[at + 1] if at + 1 < len(words) else None
    hedged = before is not None and (before.key in HEDGES | _MEASURE | DOUBT or before.number or before.name)
    return not hedged and not (after is not None and (after.key in _CLOCK or after.number))


def _after(words: Sequence[Word], at: int) -> str:
    """What is counted: the word after a number."""
    return words[at + 1].key if at + 1 < len(words) and not words[at + 1].mark else ""


def _value(word: Word) -> float:
    return float(word.key[1:])

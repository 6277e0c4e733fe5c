"""When something was, as a sentence says it: where such words stand, and whether what they are said of was once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot import days
from bot.proving.words import YEAR, Word

PAST_FORM = re.compile(r"[a-z]{2,}ed")
"""What most verbs look like of what is over, or done."""

DAYS = tuple(map(str.casefold, days.WEEKDAYS))
MONTHS = tuple(map(str.casefold, days.MONTHS))
CALENDAR = frozenset({*DAYS, *MONTHS})
_HOURS = frozenset("am pm noon midnight".split())
_AROUND = frozenset("on in at early late last morning afternoon evening night month week year".split())
_ALONE = frozenset("yesterday today tonight overnight".split())
_PAST = frozenset(
    """
    was were has had have did will said told gave took made came went got saw found left lost won ran led met held hit
    cut put struck began broke brought bought built chose drew drove fell felt fought flew grew heard kept knew lay paid
    read rose sank sat sent set shot shut sold spent spoke stole stood swore threw woke wore wrote
    """.split()
)


def time_at(words: Sequence[Word], at: int) -> int:
    """Where an expression of time that begins at a place ends; the place itself if none does."""
    if words[at].key in _ALONE:
        return at + 1
    if words[at].key not in {"on", "in", "at", "last"}:
        return at
    end, told = at + 1, False
    while end < len(words) and (_timely(words, end) or words[end].key in _AROUND):
        told = told or _timely(words, end)
        end += 1
    while words[end - 1].key in {"on", "in", "at"}:
        end -= 1
    return end if told else at


def _timely(words: Sequence[Word], at: int) -> bool:
    """Whether a word names a day, a month, a year or an hour, or is the number in "17 March" or "6 p.m."."""
    word, before, after = words[at], words[at - 1], words[at + 1] if at + 1 < len(words) else None
    if not word.number:
        return (word.name and word.key in CALENDAR) or word.key in _HOURS | _ALONE
    beside = before.key in MONTHS or (after is not None and after.key in {*MONTHS, *_HOURS})
    return beside or bool(YEAR.fullmatch(word.text))


def once(words: Sequence[Word]) -> bool:
    """Whether a sentence tells what was or will be once, not what is so always."""
    return any(map(over, words))


def over(word: Word) -> bool:
    """Whether a word is a verb of what is over or will be once, as far as its form tells."""
    return word.key in _PAST or PAST_FORM.fullmatch(word.key) is not None

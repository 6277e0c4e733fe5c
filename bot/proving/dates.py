"""Days: "on Monday" of an article of 11 February 2025 is 10 February 2025, and "17 March" there the next or last one.

A day is known only where nothing leaves it open: "on Monday" in what is over is the last Monday, in what is to come the
next, and a day of the month is in the year in which it is nearest, unless another year is spoken of nearby.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from bot.proving.source import Source
from bot.proving.times import DAYS, MONTHS, once, over
from bot.proving.words import YEAR, Word
from vectorstore.words import FUNCTION_WORDS

TO_COME = frozenset("will would shall due next expected should may might could can if".split())
PARTS_OF_DAY = frozenset("morning afternoon evening night".split())
VAGUE = frozenset("last next previous following every each since until".split())
ANOTHER = frozenset("ago earlier fortnight previous following anniversary every each annual annually yearly".split())
"""Words beside which a day may be another one than the nearest, or not one alone."""

BESIDE = 4

NEAR = 150
"""Days within which a day of the month is the one that is meant."""

NEXT_DAY_FROM, SAME_DAY_UNTIL = 12, 9
"""Hours UTC after which it may be the next day, and before which the day before, where an article was written."""


LATE = 20
"""The hour UTC from which it may be the next day where an article was written, when it says "today"."""

ALONE = {"today": 0, "yesterday": 1}
"""Days before that on which an article was written."""


class Day(NamedTuple):
    """A day as it is written, and where: words from ``start`` to ``end``; 0 and "" for what it does not say."""

    start: int
    end: int
    weekday: str = ""
    day: int = 0
    month: int = 0
    year: int = 0


def redated(claim: Sequence[Word], source: Source, nearby: Iterable[Source]) -> list[Word]:
    """The claim with the source's words for each day in it that is a day of the source's."""
    claim = _part_last(claim)
    told = [day for day in days(claim) if day.day]
    known = {day: found for day in days(source.words) if (found := _meant(day, source, nearby))} if told else {}
    words = list(claim)
    for day in reversed(told):
        same = [one for one, meant in known.items() if _is(day, meant)]
        if len(same) == 1:
            on = same[0].weekday in ALONE and day.start > 0 and words[day.start - 1].key == "on"
            words[day.start - on : day.end] = source.words[same[0].start : _end(same[0], source.words, claim, day)]
    return words


def _part_last(claim: Sequence[Word]) -> list[Word]:
    """ "On the evening of 10 February 2025" as "on 10 February 2025 evening", as "on Monday evening" is written."""
    words = list(claim)
    for day in days(claim):
        at = day.start - 2
        if at > 0 and words[at].key in PARTS_OF_DAY and words[at + 1].key == "of" and words[at - 1].key in {"on", "in"}:
            on = Word("on", "on", words[at - 1].quoted)
            return [*words[: at - 1], on, *words[day.start : day.end], words[at], *words[day.end :]]
    return words


def days(words: Sequence[Word]) -> Iterator[Day]:
    """The days in a sentence: "Monday", "Monday, 10 February 2025", "February 10"."""
    at = 0
    while at < len(words):
        found = _day(words, at)
        if found and not words[at].quoted:
            yield found
        at = found.end if found else at + 1


def _day(words: Sequence[Word], at: int) -> Day | None:
    weekday, start = "", at
    if words[at].key in ALONE:
        return Day(at, at + 1, words[at].key)
    if words[at].name and words[at].key in DAYS:
        weekday, at = words[at].key, at + 1
        at += _comma(words, at) if _dated(words, at + _comma(words, at)) else 0
    dated = _dated(words, at)
    if not dated:
        return Day(start, at, weekday) if weekday else None
    end = at + 2
    place = end + _comma(words, end)
    if place < len(words) and YEAR.fullmatch(words[place].text):
        return Day(start, place + 1, weekday, *dated, int(words[place].text))
    return Day(start, end, weekday, *dated)


def _dated(words: Sequence[Word], at: int) -> tuple[int, int] | None:
    """The day of the month and the month of two words."""
    if at + 1 >= len(words):
        return None
    for number, month in ((words[at], words[at + 1]), (words[at + 1], words[at])):
        if month.name and month.key in MONTHS and number.text.isdecimal() and 1 <= int(number.text) <= 31:
            return int(number.text), MONTHS.index(month.key) + 1
    return None


def _comma(words: Sequence[Word], at: int) -> int:
    return int(at < len(words) and words[at].key == ",")


def _end(day: Day, source: Sequence[Word], claim: Sequence[Word], told: Day) -> int:
    """The end of a day, with the part of the day that a claim leaves out."""
    parted = day.end < len(source) and source[day.end].key in PARTS_OF_DAY
    keeps = told.end < len(claim) and claim[told.end].key in PARTS_OF_DAY
    return day.end + (parted and not keeps)


def _is(told: Day, meant: date) -> bool:
    same = (told.day, told.month) == (meant.day, meant.month) and told.year in (0, meant.year)
    return same and told.weekday in ("", DAYS[meant.weekday()])


ARRANGED = frozenset(
    """
    was were is are had been set planned scheduled postponed delayed moved announced called booked invited arranged
    """.split()
)
"""Verbs beside which a day may be still to come, or a day of a thing."""

APART = frozenset(
    """
    last next week weeks month months year years always often usually sometimes every each never before earlier later
    born founded began begun ago boy girl child war due must has have due
    """.split()
)
"""Words of a sentence that tells of another time, or of what is done again and again."""


def _meant(day: Day, source: Source, nearby: Iterable[Source]) -> date | None:
    """The day that is meant, if nothing leaves it open."""
    published = source.hit.article.published
    if day.day and day.year:
        return _date(day.year, day.month, day.day)
    before = source.words[day.start - 1].key if day.start else ""
    beside = source.words[max(0, day.start - BESIDE) : day.end + BESIDE]
    vague = before in VAGUE or source.words[day.start].article or any(word.key in ANOTHER for word in beside)
    if published is None or vague or _other_year(source, nearby, published.year):
        return None
    if day.weekday not in ALONE and not _was_then(source.words, day):
        return None
    today = published.date()
    if day.weekday in ALONE:
        clear = SAME_DAY_UNTIL <= published.hour < LATE
        return today - timedelta(days=ALONE[day.weekday]) if clear else None
    if day.day:
        years = (_date(today.year - ago, day.month, day.day) for ago in (0, 1))
        return next((one for one in years if one and 0 <= (today - one).days <= NEAR), None)
    back = (today.weekday() - DAYS.index(day.weekday)) % 7
    unsure = (back == 0 and published.hour < SAME_DAY_UNTIL) or (back == 6 and published.hour >= NEXT_DAY_FROM)
    return None if unsure else today - timedelta(days=back)


def _was_then(words: Sequence[Word], day: Day) -> bool:
    """Whether what was done was done on a day: "Ann died on Monday", "On Monday, Ann died"; no "game on Monday"."""
    before = words[day.start - 2] if day.start > 1 else None
    on = day.start > 0 and words[day.start - 1].key == "on"
    done = before is None or (over(before) and before.key not in ARRANGED)
    apart = any(word.key in APART or word.key in MONTHS for word in [*words[: day.start], *words[day.end :]])
    return on and done and once(words) and not apart and not _to_come(words)


def _to_come(words: Sequence[Word]) -> bool:
    """Whether a sentence may tell of what is to come: "will", "plans to vote"."""
    for word, after in zip(words, [*words[1:], Word("", "")], strict=True):
        does = not (after.number or after.name or after.article or after.key in FUNCTION_WORDS - {"be", "have", "do"})
        if not word.quoted and (word.key in TO_COME or (word.key == "to" and does)):
            return True
    return False


def _other_year(source: Source, nearby: Iterable[Source], year: int) -> bool:
    """Whether another year is spoken of in a sentence or in its paragraph."""
    beside = (one for one in nearby if one.hit is source.hit and one.paragraph == source.paragraph)
    return any(_years(one.words) - {str(year)} for one in (source, *beside))


def _years(words: Sequence[Word]) -> set[str]:
    """The years in which something in a sentence may have been: not "since 1977"."""
    before = [Word("", ""), *words]
    return {
        word.text
        for word, one in zip(words, before, strict=False)
        if YEAR.fullmatch(word.text) and one.key not in VAGUE
    }


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None

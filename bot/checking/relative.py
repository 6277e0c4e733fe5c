"""What days, months and years that an article gives from its own date are: "yesterday", "last year"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, timedelta

from bot.days import MONTH, MONTHS, WEEKDAYS
from bot.excerpts import day

_DAYS_BEFORE = {"today": 0, "tonight": 0, "yesterday": 1, "last night": 1, "tomorrow": -1}
_DAYS_BEFORE |= {f"this {part}": 0 for part in ("morning", "afternoon", "evening")}
_STEPS = {"last": -1, "this": 0, "next": 1}
_COUNTS = {
    word: count for count, word in enumerate("one two three four five six seven eight nine ten".split(), start=1)
}
_COUNTS |= {"a": 1}

_DAY = re.compile(rf"\b({'|'.join((*WEEKDAYS, *_DAYS_BEFORE))})\b", re.IGNORECASE)
_DATE = re.compile(rf"\b(?:(\d{{1,2}}) ({MONTH})|({MONTH}) (\d{{1,2}}))\b(?!,? \d)")
_MONTH = re.compile(rf"\b({MONTH})\b(?! ?\d)")
_STEP = re.compile(rf"\b({'|'.join(_STEPS)}) (month|year)\b", re.IGNORECASE)
_AGO = re.compile(rf"\b({'|'.join(_COUNTS)}|\d{{1,2}}) (day|week|year)s? ago\b", re.IGNORECASE)
_TO_COME = re.compile(
    r"\b(?:will|would|shall|due|next|expected|scheduled|plan(?:s|ned)?|set|to)\b[^.\n]*$", re.IGNORECASE
)

BACK, AHEAD, SAME = 300, 150, 15
"""Days before an article's date, after it in what is to come, and after it in any case, within which a day of the month
or the middle of a month is the one that is meant."""

MIDDLE = 15
"""A day in the middle of a month."""

BESIDE = 80
"""Characters before a day that may say that it is to come."""


def told_days(text: str, published: datetime) -> Iterator[str]:
    """Each day of an article, as "20 October 2023", in order."""
    today = published.date()
    for match in _DAY.finditer(text):
        yield from (day(_at(one)) for one in _meant(match, today))
    for match in _DATE.finditer(text):
        number, name = match[1] or match[4], match[2] or match[3]
        yield from (day(_at(one)) for one in _nearest(match, today, MONTHS.index(name) + 1, int(number)))
    for match in _AGO.finditer(text):
        count = int(match[1]) if match[1].isdecimal() else _COUNTS[match[1].casefold()]
        days = {"day": 1, "week": 7}.get(match[2].casefold())
        if days and count * days < AHEAD:
            yield day(_at(today - timedelta(days=count * days)))


def told_times(text: str, published: datetime) -> Iterator[str]:
    """Each month and year of one, as "October 2023" and "2022", in order."""
    today = published.date()
    for match in _MONTH.finditer(text):
        yield from (f"{one:%B %Y}" for one in _nearest(match, today, MONTHS.index(match[1]) + 1, MIDDLE))
    for match in _STEP.finditer(text):
        step = _STEPS[match[1].casefold()]
        months = today.year * 12 + today.month - 1 + step
        yield f"{today.year + step}" if match[2].casefold() == "year" else f"{MONTHS[months % 12]} {months // 12}"
    for match in _AGO.finditer(text):
        if match[2].casefold() == "year":
            yield f"{today.year - (int(match[1]) if match[1].isdecimal() else _COUNTS[match[1].casefold()])}"


def _meant(match: re.Match[str], today: date) -> Iterator[date]:
    """The day that a name stands for: the last one of that name up to today, or the next if it may be to come."""
    name = match[1].casefold()
    if name in _DAYS_BEFORE:
        yield today - timedelta(days=_DAYS_BEFORE[name])
        return
    back = (today.weekday() - WEEKDAYS.index(name.capitalize())) % 7
    yield today - timedelta(days=back)
    if back and _is_to_come(match):
        yield today + timedelta(days=7 - back)


def _nearest(match: re.Match[str], today: date, month: int, number: int) -> Iterator[date]:
    """The day of a month in the year in which it is near; none if it is not near in any."""
    ahead = AHEAD if _is_to_come(match) else SAME
    for year in (today.year - 1, today.year, today.year + 1):
        with suppress(ValueError):
            one = date(year, month, number)
            if -BACK <= (one - today).days <= ahead:
                yield one


def _is_to_come(match: re.Match[str]) -> bool:
    return bool(_TO_COME.search(match.string[max(0, match.start() - BESIDE) : match.start()]))


def _at(one: date) -> datetime:
    return datetime(one.year, one.month, one.day)

"""Years, days and hours in a text, however they are written: "2018–19", "Nov. 10, 2018", "2018-11-10", "11 pm"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from bot.checking.quantity import Quantity
from bot.days import MONTHS, WEEKDAYS

_SHORT_MONTHS = {name[:3].casefold(): place for place, name in enumerate(MONTHS, start=1)}
_MONTH = r"(?P<month>(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*)\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = (
    re.compile(rf"\b{_DAY}\s+(?:of\s+)?{_MONTH},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+{_DAY},?\s+(?P<year>\d{{4}})\b", re.IGNORECASE),
    re.compile(r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)(?!\d)"),
)
_SLASHED = re.compile(r"(?<![\d/.])(\d{1,2})[/.](\d{1,2})[/.]((?:19|20)\d\d)\b")

_YEAR = re.compile(r"(?<![\d.,$£€])(?P<first>1\d\d\d|20\d\d)(?![\d.,]*\d)(?:\s?[-–—/]\s?(?P<last>\d\d)(?![\d-]))?")
_SHORT_YEAR = re.compile(r"(?<!\w)['’](?P<short>\d\d)(?![\w'’])")
_DECADES = {
    word: 1900 + 10 * place
    for place, word in enumerate(
        "twenties thirties forties fifties sixties seventies eighties nineties".split(), start=2
    )
}
_DECADE = re.compile(
    rf"\b(?:the|early|mid|late)[\s-]+(?:nineteen[\s-]+)?(?P<decade>{'|'.join(_DECADES)})\b", re.IGNORECASE
)
_CENTURIES = {
    word: place
    for place, word in enumerate("fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(), start=15)
} | {"twenty-first": 21}
_CENTURY = re.compile(
    rf"\b(?P<place>{'|'.join(_CENTURIES)}|\d\d?(?=st|nd|rd|th))(?:st|nd|rd|th)?[\s-]+centur", re.IGNORECASE
)
_SPAN = re.compile(
    r"\b(?:from|between)\s+(?P<from>[12]\d{3})\s+(?:to|until|till|and|through)\s+(?P<to>[12]\d{3})\b"
    r"|\b(?P<since>[12]\d{3})\s?[-–—]\s?(?P<till>[12]\d{3})\b",
    re.IGNORECASE,
)

_CLOCK = re.compile(
    r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>[0-5]\d))?\s?(?P<half>[ap])\.?m\b|\b(?P<full>\d{1,2}):(?P<past>[0-5]\d)(?![:\d])"
    r"|\b(?P<named>noon|midday|midnight)\b",
    re.IGNORECASE,
)
HALF_DAY = 720
"""Minutes."""


def years(text: str) -> Iterator[Quantity]:
    """Years, a decade or century as its first, and the years between two."""
    for match in _YEAR.finditer(text):
        yield Quantity("year", float(match["first"]), match.start("first"), match.end("first"))
        if match["last"] and match["last"] > match["first"][2:]:
            yield Quantity("year", float(match["first"][:2] + match["last"]), match.start("last"), match.end("last"))
    for match in _SHORT_YEAR.finditer(text):
        yield from (Quantity("year", century + float(match["short"]), *match.span()) for century in (1900, 2000))
    for match in _DECADE.finditer(text):
        yield Quantity("year", _DECADES[match["decade"].casefold()], *match.span())
    for match in _CENTURY.finditer(text):
        place = _CENTURIES.get(match["place"].casefold()) or int(match["place"])
        yield Quantity("year", 100.0 * place - 100, *match.span())
    for match in _SPAN.finditer(text):
        first, last = float(match["from"] or match["since"]), float(match["to"] or match["till"])
        if first < last:
            yield Quantity("months", 12 * (last - first), match.start(), match.start(), 12.0)


def dates(text: str) -> Iterator[tuple[date, int, int]]:
    """Each day that is given with its year, and where; twice for "10/11/2018", which is in October or November."""
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            named = match.groupdict().get("month")
            month = _month(named) if named else int(match["number"])
            yield from _days(match, int(match["year"]), month, int(match["day"]))
    for match in _SLASHED.finditer(text):
        one, other, year = (int(match[place]) for place in (1, 2, 3))
        yield from _days(match, year, one, other)
        if one != other:
            yield from _days(match, year, other, one)


def days(text: str) -> Iterator[Quantity]:
    """The same as quantities."""
    return (Quantity("date", float(day.toordinal()), start, end) for day, start, end in dates(text))


def clocks(text: str) -> Iterator[Quantity]:
    """Times of day in minutes; both that "3:30" may be."""
    for match in _CLOCK.finditer(text):
        for minutes in _minutes(match):
            yield Quantity("clock", float(minutes), *match.span())


def months_and_weekdays(text: str) -> set[str]:
    """The months and weekdays of its dates, in lower case."""
    return {name.casefold() for day, *_ in dates(text) for name in (MONTHS[day.month - 1], WEEKDAYS[day.weekday()])}


def _month(name: str) -> int:
    """The place of a month; 0 for another word that begins like one."""
    place = _SHORT_MONTHS[name[:3].casefold()]
    return place if MONTHS[place - 1].casefold().startswith(name.casefold()) or name.casefold() == "sept" else 0


def _days(match: re.Match[str], year: int, month: int, day: int) -> Iterator[tuple[date, int, int]]:
    try:
        yield date(year, month, day), *match.span()
    except ValueError:
        return


def _minutes(match: re.Match[str]) -> tuple[int, ...]:
    if match["named"]:
        return (0,) if match["named"].casefold() == "midnight" else (HALF_DAY,)
    hour, minute = int(match["hour"] or match["full"]), int(match["minute"] or match["past"] or 0)
    if match["half"]:
        return (hour % 12 * 60 + minute + HALF_DAY * (match["half"].casefold() == "p"),)
    return (
        (hour * 60 + minute,)
        if hour > 12 or hour == 0
        else (hour % 12 * 60 + minute, hour % 12 * 60 + minute + HALF_DAY)
    )

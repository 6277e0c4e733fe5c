"""When a question is about: "last week", "in October", "since the 18th", "between May and July", "the latest".

Dates are read by dateparser, relative to the as-of date and looking back; what is ours is finding them in a
question and turning "in October" into a stretch of days. The result is a preference, never a filter: an article
about a day is often published the day after, and a recollection years later.
"""

from __future__ import annotations

import calendar
import re
from datetime import UTC, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from bot.days import MONTHS, WEEKDAY
from vectorstore.types import Period

_MONTH = rf"(?:{'|'.join((*MONTHS, *(name[:3] for name in MONTHS), 'Sept'))})(?![\w-])\.?"
_FEW = r"(?:\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten|twelve)"
_DATE = (
    rf"(?:(?:the )?\d{{1,2}}(?:st|nd|rd|th)?(?: of)? {_MONTH}(?:,? \d{{4}})?"
    rf"|{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?\b|{_MONTH}(?:,? \d{{4}})?\b|(?:19|20)\d\d[-/]\d\d?[-/]\d\d?"
    rf"|(?:19|20)\d\d\b|the \d{{1,2}}(?:st|nd|rd|th)\b(?! (?!and|or|to|un)\w)|(?i:yesterday|today)\b"
    rf"|(?i:last|this|past|previous|the week of) (?:(?i:week|month|year|weekend)\b|{WEEKDAY}|{_MONTH}\b)|{WEEKDAY}"
    rf"|(?i:{_FEW} (?:days?|weeks?|months?|years?) ago)\b)"
)
_BETWEEN = re.compile(rf"\b(?i:between|from) ({_DATE}) (?i:and|to|until|till) ({_DATE})")
_LOOSE = r"(?! (?i:this|last|past|previous) )"
"""What may not come between "since" and its date: in "after a deal this week" the week is when, not since when."""
_SINCE = re.compile(rf"\b(?i:since|after)(?:{_LOOSE} [\w-]+){{0,6}}?{_LOOSE} ({_DATE})|\b(?i:since|from) ({_DATE})")
_BEFORE = re.compile(rf"\b(?i:before|until|till|by|up to)(?:{_LOOSE} [\w-]+){{0,4}}?{_LOOSE} ({_DATE})")
_WITHIN = re.compile(rf"\b(?i:(?:in|over|during|within) the (?:last|past) ({_FEW}) (days?|weeks?|months?|years?))\b")
_AT = re.compile(rf"\b(?:(?i:in|on|during|of|for|at|as of|dated) )?({_DATE})")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BARE = re.compile(rf"(?:19|20)\d\d|{_MONTH}|{WEEKDAY}")
_LATEST = re.compile(
    r"\b(latest|newest|most recent(ly)?|right now|currently|at the moment|so far|up to date|as of now)\b|"
    r"(?<=\w )now(?= (?:known|thought|believed|said|confirmed)\b|\W*$)",
    re.I,
)

_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_NUMBERS = dict(
    zip(("a", "an", "one", "two", "three", "four", "five", "six", "seven"), (1, 1, 1, 2, 3, 4, 5, 6, 7), strict=True)
)


def period_in(question: str, as_of: datetime) -> Period | None:
    """The stretch of time that a question names, or nothing; the first that is found of the fullest form.

    Of several dates that stand by themselves, it is all from the first to the last.
    """
    if (found := _BETWEEN.search(question)) and (period := _between(found, as_of)):
        return period
    if found := _WITHIN.search(question):
        days = _count(found[1]) * _UNITS[found[2].casefold().rstrip("s")]
        return _period(as_of - timedelta(days=days), as_of, found)
    for pattern, make in ((_SINCE, _since), (_BEFORE, _before)):
        for found in pattern.finditer(question):
            if period := make(found, as_of):
                return period
    if periods := [period for found in _AT.finditer(question) if (period := _at(found, as_of))]:
        return _spanning(periods)
    if found := _LATEST.search(question):
        return Period(start=as_of, end=as_of, said=found.group())
    return None


def _spanning(periods: list[Period]) -> Period:
    return Period(
        start=min(period.start for period in periods),
        end=max(period.end for period in periods),
        said=", ".join(dict.fromkeys(period.said for period in periods)),
    )


def _between(found: re.Match[str], as_of: datetime) -> Period | None:
    last = _stretch(found[2], as_of)
    first = _stretch(found[1], last[1] if last else as_of)
    return _period(first[0], last[1], found) if first and last else None


def _since(found: re.Match[str], as_of: datetime) -> Period | None:
    stretch = _stretch(found[1] or found[2], as_of)
    return _period(stretch[0], as_of, found) if stretch else None


def _before(found: re.Match[str], as_of: datetime) -> Period | None:
    stretch = _stretch(found[1], as_of)
    return _period(stretch[0] - timedelta(days=365), stretch[1], found) if stretch else None


def _at(found: re.Match[str], as_of: datetime) -> Period | None:
    if _BARE.fullmatch(found.group()):
        return None  # "the 2022 World Cup", "did May resign": a name, not a time asked about
    stretch = _stretch(found[1], as_of)
    return _period(*stretch, found) if stretch else None


def _period(start: datetime, end: datetime, found: re.Match[str]) -> Period | None:
    return Period(start=start, end=end, said=found.group().strip()) if start <= end else None


def _count(word: str) -> int:
    return int(word) if word.isdigit() else _NUMBERS.get(word.casefold(), 10)


def _stretch(said: str, as_of: datetime) -> tuple[datetime, datetime] | None:
    """The first and last instant of what a date expression covers."""
    wording = said.casefold().removeprefix("the ").replace("weekend", "saturday")
    if match := re.fullmatch(r"(last|past|previous|this) (week|month|year)", wording):
        return _running(match[1], match[2], as_of)
    parsed = _parser(as_of.date().isoformat()).get_date_data(re.sub(r"^(last|past|previous|this) ", "", wording))
    if parsed.date_obj is None:
        return None
    day = parsed.date_obj.date()
    first, last = day, day
    if _YEAR.fullmatch(wording):
        first, last = day.replace(month=1, day=1), day.replace(month=12, day=31)
    elif parsed.period == "month":
        first, last = day.replace(day=1), day.replace(day=calendar.monthrange(day.year, day.month)[1])
    return datetime.combine(first, time.min, UTC), datetime.combine(last, time.max, UTC)


def _running(which: str, unit: str, as_of: datetime) -> tuple[datetime, datetime]:
    """ "Last week" is the seven days before this week's Monday, with this week so far: news speaks loosely."""
    days = _UNITS[unit]
    if which in ("this", "past"):
        return as_of - timedelta(days=days), as_of
    return as_of - timedelta(days=2 * days), as_of - timedelta(days=days // 7)


@lru_cache(maxsize=64)
def _parser(as_of: str) -> Any:
    from dateparser.date import DateDataParser

    settings = {
        "RELATIVE_BASE": datetime.fromisoformat(as_of),
        "PREFER_DATES_FROM": "past",
        "TIMEZONE": "UTC",
        "RETURN_TIME_AS_PERIOD": False,
    }
    return DateDataParser(languages=["en"], settings=settings)

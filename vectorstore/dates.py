"""Dates as people and machines write them -> instants in UTC. What does not say a whole date stays unknown."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from functools import lru_cache

FIRST_YEAR, LAST_YEAR = 1500, 2199  # beyond these a date means "none", as 0001-01-01 does
LONGEST = 80  # characters

_PREFIX = re.compile(
    r"^(?:(?:first |last |originally )?(?:published|posted|updated|modified|created|issued)|(?:publication )?date)"
    r"(?: on| at)?\s*:?\s+",
    re.IGNORECASE,
)
_SECOND_DATE = re.compile(r"\W+(?:last )?(?:updated|modified)\b.*", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s+[-–—|•·@]\s+|\s*[|•·]\s*")
_CLOCK_FIRST = re.compile(r"(\d{1,2}[:.]\d\d\s*(?:[ap]\.?m\.?)?(?:\s+[A-Z]{2,4})?)[\s,]+(.+)", re.IGNORECASE)
_DAY_AND_YEAR = re.compile(r"(?=.*(?<!\d)\d{4}(?!\d))(?=.*(?<!\d)\d{1,2}(?!\d))")
_TWO_WAYS = re.compile(r"(?<!\d)(0?[1-9]|1[0-2])([/. -])(0?[1-9]|1[0-2])\2\d{4}(?!\d)")
_IN_FIGURES = re.compile(r"(?<!\d)(?:\d{4}([/.-])\d{1,2}\1\d{1,2}|\d{1,2}([/.-])\d{1,2}\2\d{4})(?!\d)")
_YEAR_AND_DAY = re.compile(r"(?<!\d)\d{4}([/.-])(?:1[3-9]|[2-9]\d)\1")
_RFC_822 = re.compile(r"(?:[A-Z][a-z]{2}, )?\d{1,2} [A-Z][a-z]{2} \d{4} \d\d:\d\d(?::\d\d)? (?:[+-]\d{4}|GMT|UTC?)")

_LANGUAGES = "en fr de es it pt nl ru uk pl cs hu ro el tr ar fa he hi zh ja ko id vi sv da nb fi".split()
"""Those tried: all two hundred that dateparser knows take seconds to fail."""


@lru_cache(maxsize=4096)
def parse_date(text: str) -> datetime | None:
    """The instant that a text names, and nothing else; None if it names no whole date or could mean two.

    Without a zone it is taken as UTC, without a time as midnight. "03/04/2022" could mean two.
    """
    text = " ".join(text[: LONGEST + 1].split())
    if not text or len(text) > LONGEST:
        return None
    when = _machine_made(text) or _hand_made(text)
    return when if when and FIRST_YEAR <= when.year <= LAST_YEAR else None


def from_timestamp(seconds: float) -> datetime | None:
    """The instant that many seconds, or milliseconds, after 1970; None if that is not between 1973 and 2128."""
    seconds = seconds / 1000 if abs(seconds) >= 1e11 else seconds
    return datetime.fromtimestamp(seconds, UTC) if 1e8 <= seconds < 5e9 else None


def _machine_made(text: str) -> datetime | None:
    try:
        parse = parsedate_to_datetime if _RFC_822.fullmatch(text) else datetime.fromisoformat
        return _in_utc(parse(text))
    except (ValueError, OverflowError):
        return None


def _hand_made(text: str) -> datetime | None:
    text = _SEPARATOR.sub(" ", _SECOND_DATE.sub("", _PREFIX.sub("", text, count=1)))
    if clock := _CLOCK_FIRST.fullmatch(text):
        text = f"{clock[2]} {clock[1]}"
    return _parsed(text) if _DAY_AND_YEAR.match(text) and _means_one(text) else None


def _means_one(text: str) -> bool:
    either = _TWO_WAYS.search(text)
    if (either and int(either[1]) != int(either[3])) or _YEAR_AND_DAY.search(text):
        return False
    return any(sign.isalpha() for sign in text) or _IN_FIGURES.search(text) is not None


def _parsed(text: str) -> datetime | None:
    import dateparser

    when = dateparser.parse(
        text,
        languages=_LANGUAGES,
        settings={
            "STRICT_PARSING": True,
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "TIMEZONE": "UTC",
            "RETURN_AS_TIMEZONE_AWARE": True,
        },
    )
    return _in_utc(when) if when else None


def _in_utc(when: datetime) -> datetime:
    return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)

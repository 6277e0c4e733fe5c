"""Lines that say who wrote an article, for whom and when: "By Jane Doe, The Guardian | 20 October 2023"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from vectorstore.dates import parse_date
from vectorstore.readers.furniture import is_reading_time
from vectorstore.readers.outlet import outlet_named

LONGEST = 120  # characters

_PARTS = re.compile(r"\s+[|•·–—-]\s+|\s*[|•·]\s*")
_BY = re.compile(r"by:? +(?P<names>.+)", re.IGNORECASE)
_WORD = r"[A-Z][\w.'’\-]*"
_NAME = rf"{_WORD}(?: (?:{_WORD}|de|da|di|del|della|van|von|der|den|bin|al|el|la|le))*"
_NAMES = re.compile(rf"{_NAME}(?:, {_NAME})*?(?:,? (?:and|&) {_NAME})?")
_PLACE = re.compile(rf"(?P<names>.+?),? in {_NAME}")
_ROLE = re.compile(
    r"(?:.*\b)?(?:writer|editor|reporter|correspondent|columnist|staff|analyst|bureau|producer)s?\b.*", re.IGNORECASE
)

_STAFF = re.compile(r"(?P<outlet>[A-Z].+?) (?:staff|reporters?)(?: (?:and|&) agencies)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """What a line tells; empty or None is what it does not."""

    author: str = ""
    outlet: str = ""
    published: datetime | None = None


def parse_byline(line: str) -> Byline | None:
    """What a line tells if it has an author, a date or an outlet and nothing that is not understood; else None."""
    if len(line) > LONGEST or line.endswith((".", "?", "!", '"', "”")):
        return None
    author = outlet = ""
    published = None
    for part in filter(None, _PARTS.split(line)):
        if by := _BY.fullmatch(part):
            author, outlet = _who(by["names"])
        elif date := parse_date(part):
            published = published or date
        elif author and (named := outlet_named(part.split(", ")[0])):
            outlet = outlet or named
        elif not is_reading_time(part) and not (author and _ROLE.fullmatch(part)):
            return None
    told = Byline(author=author, outlet=outlet, published=published)
    return None if told == Byline() else told


def _who(names: str) -> tuple[str, str]:
    """Author and outlet; two empty strings if these are no names."""
    if staff := _STAFF.fullmatch(names):
        return names, outlet_named(staff["outlet"])
    names = names.replace(" for ", ", ")
    if in_place := _PLACE.fullmatch(names):
        names = in_place["names"]
    first, *rest = names.split(", ")
    if in_place := _PLACE.fullmatch(first):
        first = in_place["names"]
    outlet = outlet_named(rest[-1]) if rest else ""
    if rest and (outlet or _ROLE.fullmatch(rest[-1])):
        rest = rest[:-1]
    author = ", ".join([first, *rest])
    return (author, outlet) if _NAMES.fullmatch(author) else ("", "")

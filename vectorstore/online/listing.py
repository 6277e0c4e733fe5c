"""A list of pages, and what it says of each."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from vectorstore.dates import parse_date
from vectorstore.errors import AddressRefused
from vectorstore.fetch.address import parse
from vectorstore.readers.record import address


class Kind(StrEnum):
    """What there is at a place."""

    PAGE = "page"
    FEED = "feed"
    SITEMAP = "sitemap"
    LIST = "list"
    FOLDER = "folder"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page as a list tells of it. Empty strings and None are what it does not tell."""

    address: str
    title: str = ""
    author: str = ""
    outlet: str = ""
    published: datetime | None = None  # UTC
    text: str = ""  # the whole article, when the list has it
    summary: str = ""  # what the list says of it otherwise, when that is more than a label
    stamp: str = ""  # changes when the list says that the page did


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """The pages that a feed, a sitemap or a list names, in its order, each once."""

    kind: Kind
    title: str = ""
    entries: tuple[Entry, ...] = ()
    sitemaps: tuple[str, ...] = ()  # where more of it is
    left_out: int = 0  # entries without an address that can be used


def usable(text: str) -> str:
    """The address in a text if it is one that may be asked for, else empty."""
    try:
        return str(parse(text)) if address(text) else ""
    except AddressRefused:
        return ""


def instant(text: str) -> datetime | None:
    """When a list says in the standard way, a year first, that something was; what else it says is not guessed at."""
    text = text.strip()
    return parse_date(text) if text[:4].isdigit() else None


def stamp_of(*told: object) -> str:
    """A stamp that changes with anything that is told."""
    return hashlib.sha256(repr(told).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def once(entries: list[Entry]) -> tuple[Entry, ...]:
    """The entries, of those with one address the first only."""
    return tuple({entry.address: entry for entry in reversed(entries)}.values())[::-1]

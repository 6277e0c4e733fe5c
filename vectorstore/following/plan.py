"""Which pages of a list are asked for now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from vectorstore.following.source import Visit
from vectorstore.online.listing import Entry

AGAIN = timedelta(days=1)
"""A page is asked for anew after this long even if its list does not say that it changed."""

TRUSTED = timedelta(days=7)
"""The same where the list says of each page when it changed: a sitemap may name thousands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """A page to ask for, and what is remembered of it."""

    entry: Entry
    known: Visit | None = None
    left: bool = False  # the list no longer names it: it is only asked for to see whether it is still there


def tasks(
    entries: Iterable[Entry] | None, known: Mapping[str, Visit], now: datetime, *, trusted: bool = False
) -> list[Task]:
    """New pages first, then those that the list says changed, then those that left it, then those asked long ago.

    Those that could not be had, so that only what the list says of them is known, are asked for every time.

    ``entries`` is None when the list is the same as last time; ``trusted`` is a list whose stamps say when a page
    changed. What somebody removed from the library is left alone.
    """
    if entries is None:
        listed = [Entry(address=visit.place, stamp=visit.stamp) for visit in known.values() if visit.listed]
        return _again(listed, known, now, trusted)
    entries = list(entries)
    names = {entry.address for entry in entries}
    old = [entry for entry in entries if entry.address in known and not _removed(known[entry.address])]
    changed = [entry for entry in old if entry.stamp != known[entry.address].stamp]
    left = [visit for visit in known.values() if visit.listed and visit.place not in names]
    return [
        *(Task(entry=entry) for entry in entries if entry.address not in known),
        *(Task(entry=entry, known=known[entry.address]) for entry in changed),
        *(Task(entry=Entry(address=visit.place, stamp=visit.stamp), known=visit, left=True) for visit in left),
        *_again((entry for entry in old if entry.stamp == known[entry.address].stamp), known, now, trusted),
    ]


def _again(entries: Iterable[Entry], known: Mapping[str, Visit], now: datetime, trusted: bool) -> list[Task]:
    """Those asked long ago, or in vain. What the list holds as a whole has no need of it."""
    found = []
    for entry in entries:
        visit = known[entry.address]
        after = TRUSTED if trusted and entry.stamp else AGAIN
        if not entry.text and not _removed(visit) and (visit.abridged or now - visit.asked >= after):
            found.append(Task(entry=entry, known=visit))
    return found


def _removed(visit: Visit) -> bool:
    return bool(visit.articles) and visit.articles == visit.removed

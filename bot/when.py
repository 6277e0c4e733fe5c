"""Dates that a caller gives, as instants in UTC."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from vectorstore.dates import parse_date
from vectorstore.errors import BadInput

When = datetime | date | str
"""An instant, a day, or either written out ("2023-10-20", "20 October 2023")."""


def beginning(when: When) -> datetime:
    """The instant itself, or the first one of the day given."""
    return _instant(when, time.min)


def end(when: When) -> datetime:
    """The instant itself, or the last one of the day given."""
    return _instant(when, time.max)


def _instant(when: When, of_day: time) -> datetime:
    if isinstance(when, str):
        parsed = parse_date(when)
        if parsed is None:
            raise BadInput(f"cannot read the date {when!r}: write it like 2023-10-20")
        when = parsed.date() if parsed.time() == time.min else parsed
    if isinstance(when, datetime):
        return when.astimezone(UTC) if when.tzinfo else when.replace(tzinfo=UTC)
    return datetime.combine(when, of_day, tzinfo=UTC)

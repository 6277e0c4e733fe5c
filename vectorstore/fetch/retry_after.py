"""The Retry-After header."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

LONGEST = 7 * 86_400.0  # seconds: what asks for more gets this


def seconds_to_wait(header: str, now: datetime | None = None) -> float:
    """How long a server asks to be left alone, in seconds or as a date (RFC 9110, 10.2.3); 0 if it does not say."""
    header = header.strip()
    if header.isascii() and header.isdigit():
        return min(float(header[:12]), LONGEST)
    try:
        until = parsedate_to_datetime(header)
    except ValueError:
        return 0.0
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return min(max((until - (now or datetime.now(UTC))).total_seconds(), 0.0), LONGEST)

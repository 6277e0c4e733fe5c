from __future__ import annotations

import pytest

from tests.factories import day
from vectorstore.fetch.retry_after import LONGEST, seconds_to_wait


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120),
        (" 0 ", 0),
        ("Sat, 03 Jan 2026 00:00:30 GMT", 30),
        ("Fri, 02 Jan 2026 00:00:00 GMT", 0),
        ("9" * 400, LONGEST),
        ("-5", 0),
        ("soon", 0),
        ("²", 0),
        ("", 0),
    ],
)
def test_a_server_says_in_seconds_or_by_a_date_how_long_to_wait(header: str, seconds: float) -> None:
    assert seconds_to_wait(header, day("2026-01-03")) == seconds

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.dates import from_timestamp, parse_date


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc, arg-type]


@pytest.mark.parametrize(
    "said",
    [
        "2023-10-20",
        "20231020",
        "2023/10/20",
        "20.10.2023",
        "10/20/2023",
        "20 October, 2023",
        "20 October 2023",
        "October 20, 2023",
        "Oct. 20th, 2023",
        "Friday 20 Oct 2023",
        "On 20 October 2023",
        "20. Oktober 2023",
        "20 octobre 2023",
        "20 октября 2023",
        "2023年10月20日",
        "Published: 20 October 2023",
        "Last updated on 20 October 2023",
        "20 Oct 2023 Updated 21 Oct 2023",
    ],
)
def test_a_date_alone_is_midnight_utc(said: str) -> None:
    assert parse_date(said) == utc(2023, 10, 20)


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("2023-10-20T10:15:00", utc(2023, 10, 20, 10, 15)),
        ("2023-10-20T10:15:00Z", utc(2023, 10, 20, 10, 15)),
        ("2023-10-20T10:15:00+02:00", utc(2023, 10, 20, 8, 15)),
        ("2023-10-20 10:15:00.5 +0000", utc(2023, 10, 20, 10, 15, 0, 500_000)),
        ("Fri, 20 Oct 2023 10:15:00 GMT", utc(2023, 10, 20, 10, 15)),
        ("Fri, 20 Oct 2023 10:15:00 -0400", utc(2023, 10, 20, 14, 15)),
        ("Fri 20 Oct 2023 11.15 BST", utc(2023, 10, 20, 10, 15)),
        ("20 October 2023 | 10:15 GMT", utc(2023, 10, 20, 10, 15)),
        ("Updated 4:15 PM EDT, Fri October 20, 2023", utc(2023, 10, 20, 20, 15)),
        ("26-FEB-1987 15:01:01", utc(1987, 2, 26, 15, 1, 1)),
    ],
)
def test_a_time_in_a_zone_is_converted(said: str, meant: datetime) -> None:
    assert parse_date(said) == meant


@pytest.mark.parametrize(
    "said",
    [
        "",
        "yesterday",
        "Monday",
        "20 October",
        "October 2023",
        "2023",
        "3 min read",
        "31 February 2023",
        "2023-13-01",
        "0001-01-01",
        "9999-12-31",
        "03/04/2022",  # in April here, in March there
        "12 2023 13",
        "World Cup 2022: 20 teams",
        "1,300 Israelis died on 7 October 2023",
        "Chapter 12, 2023",
        "20 October 2023 " * 50,
    ],
)
def test_what_names_no_whole_date_stays_unknown(said: str) -> None:
    assert parse_date(said) is None


@given(st.text() | st.text("0123456789-/.:TZ+ ,aOct"))
def test_anything_is_a_date_in_utc_or_none(said: str) -> None:
    when = parse_date(said)

    assert when is None or when.tzinfo is UTC or when.utcoffset() == utc(2000, 1, 1).utcoffset()


@pytest.mark.parametrize("number", [1697796900, 1697796900_000])
def test_seconds_and_milliseconds_since_1970_are_told_apart(number: int) -> None:
    assert from_timestamp(number) == utc(2023, 10, 20, 10, 15)


@pytest.mark.parametrize("number", [0, -1, 2023, 1e300, float("nan"), float("inf")])
def test_other_numbers_are_no_date(number: float) -> None:
    assert from_timestamp(number) is None

"""An article is late when it is far from the time that is asked about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.late import late
from tests.factories import day, hit, query
from vectorstore.types import Period, Query

OLD = hit("The toll was nine.", article_id="old", published=day("2026-03-01"))
NEW = hit("The toll was nine.", article_id="new", published=day("2026-03-20"))
UNDATED = hit("The toll was nine.", article_id="undated")


def asked(start: str, end: str, *, as_of: str = "2026-03-22") -> Query:
    return replace(query(), as_of=day(as_of), period=Period(start=day(start), end=day(end), said="then"))


def test_where_no_time_is_named_it_is_late_by_how_much_it_is_behind_the_newest() -> None:
    assert late(query(), [OLD, NEW, UNDATED]) == [pytest.approx(19 / 60), 0.0, 0.0]


def test_of_a_time_in_the_past_it_is_late_by_how_long_before_or_after_it_was_published() -> None:
    assert late(asked("2026-03-01", "2026-03-02"), [OLD, NEW]) == [0.0, 1.0]
    assert late(asked("2026-03-13", "2026-03-14"), [OLD, NEW]) == [pytest.approx(12 / 14), pytest.approx(6 / 14)]


def test_of_this_week_the_newest_tells_most_even_of_articles_that_are_all_old() -> None:
    week_later = hit("The toll was nine.", article_id="later", published=day("2026-03-27"))

    assert late(asked("2026-03-23", "2026-03-29", as_of="2026-03-29"), [OLD, NEW, week_later]) == [1.0, 0.5, 0.0]
    assert late(asked("2028-03-23", "2028-03-29", as_of="2028-03-29"), [OLD, NEW, week_later]) == [1.0, 0.5, 0.0]

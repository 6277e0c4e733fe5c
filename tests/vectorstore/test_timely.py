from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import day, hit, query
from tests.vectorstore.test_fuse import Fixed
from vectorstore.timely import Timely, days_outside
from vectorstore.types import Period

OLD = hit(article_id="old", published=day("2023-01-01"), score=1.0)
NEW = hit(article_id="new", published=day("2023-06-01"), score=0.9)
UNDATED = hit(article_id="undated", score=0.9)


@pytest.mark.parametrize(
    ("as_of", "first"),
    [("2023-06-02", "new"), ("2023-01-02", "old")],
)
def test_what_was_published_near_the_as_of_date_comes_first(as_of: str, first: str) -> None:
    timely = Timely(retriever=Fixed([OLD, NEW]))

    assert timely.retrieve(replace(query(as_of=day(as_of)), dated=True), 2)[0].article.id == first


def test_when_an_article_was_updated_counts_where_nothing_tells_when_it_was_published() -> None:
    timely = Timely(retriever=Fixed([]))
    asked = replace(query(as_of=day("2023-06-02")), dated=True)
    updated = replace(UNDATED, article=replace(UNDATED.article, updated=day("2023-06-01")))

    assert timely.weight(updated, asked) == timely.weight(NEW, asked)


def test_the_time_of_asking_says_less_than_a_date_that_was_chosen() -> None:
    timely = Timely(retriever=Fixed([]))
    asked = query(as_of=day("2023-06-02"))

    assert timely.weight(OLD, asked) > timely.weight(OLD, replace(asked, dated=True))


def test_of_a_period_that_runs_up_to_the_as_of_date_the_end_tells_most() -> None:
    half_year = Period(start=day("2022-12-01"), end=day("2023-06-02"), said="past half year")
    timely = Timely(retriever=Fixed([]))
    asked = replace(query(as_of=day("2023-06-02")), dated=True, period=half_year)

    assert timely.weight(NEW, asked) > timely.weight(OLD, asked)


def test_a_period_that_the_question_names_counts_instead_of_the_as_of_date() -> None:
    january = Period(start=day("2023-01-01"), end=day("2023-01-31"), said="in January")
    timely = Timely(retriever=Fixed([NEW, OLD]))

    hits = timely.retrieve(replace(query(as_of=day("2023-06-02")), dated=True, period=january), 2)

    assert [one.article.id for one in hits] == ["old", "new"]


def test_a_hit_of_the_day_keeps_its_score_and_a_far_one_keeps_what_its_strength_leaves() -> None:
    timely = Timely(retriever=Fixed([]), now=0.4, half_life=10)

    assert timely.weight(NEW, query(as_of=day("2023-06-01"))) == 1
    assert timely.weight(NEW, query(as_of=day("2023-06-11"))) == pytest.approx(0.8)
    assert timely.weight(NEW, query(as_of=day("2199-06-01"))) == pytest.approx(0.6, abs=0.001)


def test_a_hit_without_a_date_is_neither_near_nor_far() -> None:
    timely = Timely(retriever=Fixed([]), half_life=14, undated=14)
    near, far = query(as_of=day("2023-06-01")), query(as_of=day("2024-06-01"))

    assert timely.weight(NEW, near) > timely.weight(UNDATED, near) > timely.weight(NEW, far)


def test_days_outside_a_stretch_count_before_and_after_it() -> None:
    start, end = day("2023-01-10"), day("2023-01-20")

    assert days_outside(day("2023-01-08"), start, end) == 2
    assert days_outside(day("2023-01-15"), start, end) == 0
    assert days_outside(day("2023-01-23"), start, end) == 3

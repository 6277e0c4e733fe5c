from __future__ import annotations

from dataclasses import replace

import pytest

from bot.refuse import NO_ANSWER, NOT_IN_SCOPE, least_confidence, refusal
from tests.factories import day, hit, query
from vectorstore.catalog import Coverage

COVERAGE = Coverage(articles=3, chunks=9, sources={"Courier": 2, "Gazette": 1}, earliest=day("2023-01-01"))


def test_a_refusal_says_what_the_articles_do_cover() -> None:
    refused = refusal(query(), [hit(article_id="a"), hit(article_id="a", ordinal=1), hit(article_id="b")], COVERAGE)

    assert refused.reason == NO_ANSWER
    assert (refused.articles, refused.sources, refused.earliest) == (3, ("Courier", "Gazette"), day("2023-01-01"))
    assert [headline.id for headline in refused.closest] == ["a", "b"]


def test_a_search_that_nothing_fits_says_so() -> None:
    assert refusal(replace(query(), sources=("Nobody",)), [], COVERAGE).reason == NOT_IN_SCOPE


@pytest.mark.parametrize(("strictness", "least"), [(0.0, 0.0), (1.0, 0.9)])
def test_strictness_runs_from_always_answering_to_all_but_never(strictness: float, least: float) -> None:
    assert least_confidence(strictness) == pytest.approx(least)


def test_more_strictness_never_needs_less_confidence() -> None:
    least = [least_confidence(step / 20) for step in range(21)]

    assert least == sorted(least)

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.reading import Candidate, Reading
from bot.refuse import NO_ANSWER, NOT_IN_SCOPE, declined, least_confidence, nearest, refusal
from bot.types import Quote
from tests.factories import chunk, day, hit, query
from vectorstore.catalog import Coverage
from vectorstore.errors import BadInput

COVERAGE = Coverage(articles=3, chunks=9, sources={"Courier": 2, "Gazette": 1}, earliest=day("2023-01-01"))


def test_a_refusal_says_what_the_articles_do_cover() -> None:
    hits = [hit(article_id="a"), hit(article_id="a", ordinal=1), hit(article_id="b")]

    refused = refusal(query(), hits, Reading(), COVERAGE)

    assert refused.reason == NO_ANSWER
    assert (refused.articles, refused.sources, refused.earliest) == (3, ("Courier", "Gazette"), day("2023-01-01"))
    assert [headline.id for headline in refused.closest] == ["a", "b"]


def test_a_search_that_nothing_fits_says_so() -> None:
    assert refusal(replace(query(), sources=("Nobody",)), [], Reading(), COVERAGE).reason == NOT_IN_SCOPE


@pytest.mark.parametrize(("strictness", "least"), [(0.0, 0.0), (1.0, 0.9)])
def test_strictness_runs_from_always_answering_to_all_but_never(strictness: float, least: float) -> None:
    assert least_confidence(strictness) == pytest.approx(least)


def test_more_strictness_never_needs_less_confidence() -> None:
    least = [least_confidence(step / 20) for step in range(21)]

    assert least == sorted(least)


def test_strictness_beyond_its_bounds_is_an_error() -> None:
    with pytest.raises(BadInput, match="strictness"):
        least_confidence(1.5)


def read(*texts: str) -> Reading:
    one = replace(hit(), chunk=chunk(" ".join(texts), start=50))
    starts = [one.chunk.text.index(text) for text in texts]
    return Reading(
        candidates=tuple(
            Candidate(hit=one, text=text, start=start, end=start + len(text))
            for text, start in zip(texts, starts, strict=True)
        )
    )


def test_a_refusal_names_the_nearest_thing_that_the_articles_say() -> None:
    reading = read("Bridge", "The bridge will stay open until spring.")

    assert nearest(query("When was the bridge built?"), reading) == Quote(
        article=hit().article, text="The bridge will stay open until spring.", start=57, end=96
    )


def test_what_has_nothing_to_do_with_the_question_is_not_near() -> None:
    assert nearest(query("How do I bake bread?"), read("The bridge will stay open until spring.")) is None


def test_a_refusal_is_known_by_its_text() -> None:
    assert declined(NO_ANSWER)
    assert declined(NOT_IN_SCOPE)
    assert declined(f"{NO_ANSWER}\nThe library holds 3 articles.")
    assert not declined("It rained.")

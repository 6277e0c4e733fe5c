from __future__ import annotations

import math

import pytest

from tests.factories import hit
from tests.fakes import FakePassages
from vectorstore.relevance import Weights, by_relevance
from vectorstore.types import Hit

FOUND = [hit("It rained.", article_id="rain", score=0.3), hit("Rates rose.", article_id="rates", score=0.2)]
LATER = hit("Rates fell.", article_id="later", score=0.1)


def order(hits: list[Hit]) -> list[str]:
    return [one.article.id for one in hits]


def test_a_passage_that_is_much_more_relevant_passes_one_that_was_found_a_little_better() -> None:
    readings = FakePassages({"Rates": 3}).read("Did rates rise?", FOUND)

    ordered = by_relevance(FOUND, readings, Weights(relevant=0.5))

    assert order(ordered) == ["rates", "rain"]
    assert [one.score for one in ordered] == pytest.approx(
        [0.2 * math.exp(readings[1].relevant / 2), 0.3 * math.exp(readings[0].relevant / 2)]
    )


def test_what_is_equally_relevant_stays_in_order() -> None:
    assert order(by_relevance(FOUND, FakePassages({}).read("?", FOUND))) == ["rain", "rates"]


def test_an_article_with_several_passages_passes_one_that_speaks_of_much_else() -> None:
    hits = [FOUND[0], *(hit("Rates rose.", article_id="rates", ordinal=number, score=0.2) for number in range(4))]

    ordered = by_relevance(hits, FakePassages({}).read("?", hits), Weights(together=0.5))

    assert order(ordered) == ["rates", "rates", "rates", "rates", "rain"]


def test_without_weights_nothing_changes() -> None:
    assert (
        by_relevance(FOUND, FakePassages({"Rates": 9}).read("?", FOUND), Weights(relevant=0.0, together=0.0)) == FOUND
    )


def test_what_was_not_read_stays_behind_what_was() -> None:
    readings = FakePassages({"Rates": 3}).read("?", FOUND)

    ordered = by_relevance([*FOUND, LATER], readings)

    assert order(ordered) == ["rates", "rain", "later"]
    assert [one.score for one in ordered] == sorted((one.score for one in ordered), reverse=True)


def test_where_nothing_was_read_the_order_is_as_it_was() -> None:
    assert by_relevance(FOUND, []) == FOUND

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from bot.sighting import say_alike
from bot.span_reader import MOST_PASSAGES, SpanReader
from tests.factories import hit, query
from tests.fakes import FakePassages

VETO = hit("Talks went on in New York. The US vetoed the resolution on Wednesday. Others abstained.", article_id="veto")
RAIN = hit("It rained in the capital. The market was closed.", article_id="rain", title="Weather")
ASKED = query("When did the US veto the resolution?")


def frequency(terms: Sequence[str]) -> Mapping[str, int]:
    return {}


def reader(scores: Mapping[str, float]) -> SpanReader:
    return SpanReader(passages=FakePassages(scores), frequency=frequency)


def test_the_sentence_with_the_best_span_comes_first_and_knows_it() -> None:
    first = reader({"Wednesday": 8}).read(ASKED, [RAIN, VETO]).candidates[0]

    assert first.text == "The US vetoed the resolution on Wednesday."
    assert first.answer is not None
    assert VETO.chunk.text[slice(*first.answer)] == "Wednesday"


def test_a_span_that_the_reader_would_not_answer_with_is_no_answer() -> None:
    candidates = reader({"Wednesday": -1}).read(ASKED, [VETO]).candidates

    assert [candidate.answer for candidate in candidates] == [None] * 3


def test_candidates_are_scored_as_odds_best_first() -> None:
    scores = [candidate.score for candidate in reader({"Wednesday": 8}).read(ASKED, [RAIN, VETO]).candidates]

    assert scores == sorted(scores, reverse=True)
    assert all(score > 0 for score in scores)


def test_confidence_is_higher_when_there_is_an_answer() -> None:
    answered, declined = reader({"Wednesday": 8}).read(ASKED, [VETO]), reader({}).read(ASKED, [RAIN])

    assert answered.confidence > 0.5 > declined.confidence


def test_articles_that_say_the_same_raise_confidence() -> None:
    same = hit("On the Wednesday, America used its veto.", article_id="same")
    other = hit("The resolution fell on Thursday.", article_id="other")

    def confidence(beside: str) -> float:
        scores = {"Wednesday": 8.0, beside: 7.0}
        return reader(scores).read(ASKED, [VETO, same if beside == "the Wednesday" else other]).confidence

    assert confidence("the Wednesday") > confidence("Thursday")


def test_only_so_many_passages_are_read() -> None:
    passages = FakePassages({})
    many = [hit("It rained.", article_id=str(number)) for number in range(MOST_PASSAGES + 5)]

    SpanReader(passages=passages, frequency=frequency).read(ASKED, many)

    assert passages.asked == [(ASKED.text, MOST_PASSAGES)]


def test_passages_come_in_the_order_of_their_relevance_whether_or_not_they_are_read_for_an_answer() -> None:
    found = [RAIN, VETO]

    assert [one.article.id for one in reader({"Wednesday": 8}).read(ASKED, found).hits] == ["veto", "rain"]
    assert reader({"Wednesday": 8}).ranked(ASKED, found) == list(reader({"Wednesday": 8}).read(ASKED, found).hits)


def test_passages_stay_in_their_order_where_a_question_names_an_outlet() -> None:
    named = replace(ASKED, outlets=("Gazette",))

    assert reader({"Wednesday": 8}).ranked(named, [RAIN, VETO]) == [RAIN, VETO]
    assert reader({"Wednesday": 8}).read(named, [RAIN, VETO]).hits == ()


def test_nothing_to_read_is_no_confidence() -> None:
    reading = reader({}).read(ASKED, [])

    assert (reading.candidates, reading.confidence) == ((), 0.0)


def test_an_outlet_that_a_question_names_is_not_looked_for_in_its_articles() -> None:
    passages = FakePassages({})

    SpanReader(passages=passages, frequency=frequency).read(
        replace(query("According to the Gazette, who won?"), outlets=("Gazette",)), [VETO]
    )

    assert passages.asked == [("Who won?", 1)]


def test_a_yes_or_no_needs_no_words_that_answer() -> None:
    relevant = FakePassages({"vetoed": 3})

    def confidence(question: str) -> float:
        return SpanReader(passages=relevant, frequency=frequency).read(query(question), [VETO]).confidence

    assert confidence("Was the US resolution vetoed on Wednesday?") > 0.5


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("at least nine", "9 people", True),
        ("nine", "13", False),
        ("on Wednesday", "Wednesday", True),
        ("Hakan Fidan", "Turkish Foreign Minister Hakan Fidan", True),
        ("Hakan Fidan", "Sergei Lavrov", False),
        ("the", "a", False),
    ],
)
def test_answers_are_alike_by_their_figures_or_their_words(one: str, other: str, alike: bool) -> None:
    assert say_alike(one, other) is alike

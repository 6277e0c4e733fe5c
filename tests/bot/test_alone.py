from __future__ import annotations

from dataclasses import replace

import pytest

from bot.alone import Found, as_meant, may_stand_alone, says_the_same, surer
from bot.reading import Candidate, Reading
from tests.factories import hit, query
from vectorstore.types import Query


def alone(typed: str, added: str = "Saint Orla ferry") -> bool:
    return may_stand_alone(replace(query(f"{typed} ({added})" if added else typed), typed=typed))


@pytest.mark.parametrize(
    "question", ["How many children were killed?", "Who vetoed the resolution?", "Why were the ballots set aside?"]
)
def test_a_question_that_points_nowhere_and_says_enough_may_stand_alone(question: str) -> None:
    assert alone(question)


@pytest.mark.parametrize(
    "question",
    [
        "How many of them were killed?",
        "And who vetoed the resolution?",
        "Why?",
        "Who pays?",
        "How many people altogether?",
    ],
)
def test_one_that_leans_on_the_conversation_may_not(question: str) -> None:
    assert not alone(question)


def test_one_to_which_nothing_was_added_is_not_read_twice() -> None:
    assert not alone("How many children were killed?", added="")


def test_it_is_taken_by_itself_where_it_is_answered_and_clearly_better_so() -> None:
    assert surer(Reading(confidence=0.8), Reading(confidence=0.3), 0.28, 1.0)
    assert not surer(Reading(confidence=0.8), Reading(confidence=0.75), 0.28, 1.0)
    assert not surer(Reading(confidence=0.2), Reading(confidence=0.01), 0.28, 1.0)
    assert surer(Reading(confidence=1.0), Reading(confidence=0.0), 0.28, 1.0)


def meant(typed: str, alone: float, resolved: float) -> str:
    """The text that is answered, when it is read with these confidences as typed and as resolved."""
    asked = replace(query(f"{typed} (Saint Orla ferry)"), typed=typed)

    def find(searched: Query) -> Found:
        confidence = alone if searched.text == typed else resolved
        return Found(query=searched, hits=(), safe=(), reading=Reading(confidence=confidence))

    return as_meant(asked, find, 0.28).query.text


def test_a_question_that_speaks_of_the_one_is_more_likely_to_go_on() -> None:
    assert meant("How many children were killed?", 0.7, 0.3) == "How many children were killed?"
    assert meant("Did the company know?", 0.7, 0.3) == "Did the company know? (Saint Orla ferry)"
    assert meant("Who vetoed the resolution?", 0.85, 0.1) == "Who vetoed the resolution?"


def test_one_that_is_answered_by_the_same_sentence_either_way_did_not_need_the_words() -> None:
    same, other = reading("It was cut."), reading("It was kept.")

    assert says_the_same(reading("It was cut."), same, 0.28)
    assert not says_the_same(other, same, 0.28)
    assert not says_the_same(replace(same, confidence=0.2), same, 0.28)
    assert not says_the_same(Reading(confidence=0.9), Reading(confidence=0.9), 0.28)


def reading(sentence: str) -> Reading:
    return Reading(
        candidates=(Candidate(hit=hit(sentence), text=sentence, start=0, end=len(sentence)),), confidence=0.5
    )


def test_one_that_is_not_answered_either_way_is_told_of_as_typed() -> None:
    assert meant("Who painted the mural?", 0.05, 0.2) == "Who painted the mural?"
    assert meant("Who painted the mural?", 0.05, 0.4) == "Who painted the mural? (Saint Orla ferry)"

from __future__ import annotations

import pytest

from bot.types import Conversation, Turn
from bot.understand import standalone

VETO = Conversation(
    turns=(
        Turn(
            question="Which resolution did the US veto?",
            answer="He called out the US for vetoing a UN Security Council resolution.",
            searched="Which resolution did the US veto?",
        ),
    )
)


def test_the_first_question_is_searched_as_typed() -> None:
    assert standalone("And who vetoed it?", Conversation()) == "And who vetoed it?"


@pytest.mark.parametrize(
    "question", ["And who vetoed it?", "Where was that?", "What about Egypt?", "Why?", "And in 2023?", "How many?"]
)
def test_a_question_that_leans_on_the_conversation_takes_words_from_it(question: str) -> None:
    resolved = standalone(question, VETO)

    assert resolved.startswith(question)
    assert "resolution" in resolved
    assert "Security" in resolved


@pytest.mark.parametrize(
    "question", ["Who is Hakan Fidan?", "How many hospitals were bombed in Gaza by Israel last week?"]
)
def test_a_question_that_stands_alone_takes_nothing(question: str) -> None:
    assert standalone(question, VETO) == question


@pytest.mark.parametrize(
    ("said", "searched"),
    [
        ("Now something else: who won the match?", "who won the match?"),
        ("Different question - who won?", "who won?"),
        ("Moving on, what is the rate?", "what is the rate?"),
    ],
)
def test_a_change_of_topic_drags_nothing_along(said: str, searched: str) -> None:
    assert standalone(said, VETO) == searched


def test_a_correction_is_added_to_what_was_asked() -> None:
    assert standalone("No, I meant the minister", VETO) == "Which resolution did the US veto? the minister"


def test_a_word_that_the_question_has_is_not_taken_again() -> None:
    resolved = standalone("And who vetoed it?", VETO)

    assert "veto?" not in resolved.removeprefix("And who vetoed it?")

from __future__ import annotations

import pytest

from bot.refuse import NO_ANSWER
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


def test_what_found_nothing_is_not_dragged_along() -> None:
    refused = Turn(question="Who won the chess tournament in Ellisford?", answer=NO_ANSWER)
    conversation = Conversation(turns=(*VETO.turns, refused))

    assert standalone("And how many people altogether?", conversation) == "And how many people altogether?"


def test_a_follow_up_leans_on_what_was_asked_before_a_refused_follow_up() -> None:
    refused = Turn(question="And how tall was he?", answer=NO_ANSWER)

    resolved = standalone("Who vetoed it?", Conversation(turns=(*VETO.turns, refused)))

    assert "resolution" in resolved
    assert "tall" not in resolved


def test_a_follow_up_leans_on_no_topic_before_the_last_one() -> None:
    ferry = Turn(question="When did the Saint Orla sink off Brackwater?", answer="It sank on Monday.")

    resolved = standalone("And how many people altogether?", Conversation(turns=(*VETO.turns, ferry)))

    assert "Orla" in resolved
    assert "resolution" not in resolved


@pytest.mark.parametrize(
    "question", ["Is there a ceasefire in Gaza now?", "What did Lavrov say about Turkey this week?"]
)
def test_words_that_only_look_like_pointing_back_do_not(question: str) -> None:
    assert standalone(question, VETO) == question


@pytest.mark.parametrize(
    "question",
    [
        "Who painted the mural in the library?",
        "who designed the roof of the opera house",
        "Was the captain of the ferry at fault?",
        "How tall is the tower behind the station?",
    ],
)
def test_a_question_that_describes_what_it_is_about_is_searched_as_typed(question: str) -> None:
    assert standalone(question, VETO) == question


@pytest.mark.parametrize(
    "question",
    [
        "Will the farmer go to prison?",
        "What was the name of the singer?",
        "And who painted the mural in the library?",
        "Who else was on the deck of the ferry?",
    ],
)
def test_a_question_that_only_half_describes_it_or_goes_on_still_takes_words(question: str) -> None:
    assert "resolution" in standalone(question, VETO)

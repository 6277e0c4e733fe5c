from __future__ import annotations

import pytest

from bot.leans import goes_on, leans_on_conversation, points_back


@pytest.mark.parametrize(
    "question",
    [
        "Who painted the mural in the library?",
        "Where was the press conference held?",
        "What did Lavrov say about Turkey this week?",
        "Is there a ceasefire in Gaza now?",
        "And what did Fidan say about lasting peace?",
        "Who is Hakan Fidan?",
    ],
)
def test_a_question_that_says_enough_stands_alone(question: str) -> None:
    assert not leans_on_conversation(question)


@pytest.mark.parametrize(
    "question",
    [
        "Why?",
        "Who pays?",
        "Will the farmer go to prison?",
        "What was the name of the singer?",
        "And who painted the mural in the library?",
        "Who else was on the deck of the ferry?",
        "And what did Fidan say?",
        "How old is she?",
    ],
)
def test_one_that_says_little_points_back_or_goes_on_does_not(question: str) -> None:
    assert leans_on_conversation(question)


def test_words_that_only_look_like_pointing_back_do_not() -> None:
    assert not points_back("Is there any news this week so far?")
    assert points_back("Is it there?")


def test_what_goes_on_says_so() -> None:
    assert goes_on("And in Gaza?")
    assert goes_on("Who else was there?")
    assert not goes_on("Which band won?")

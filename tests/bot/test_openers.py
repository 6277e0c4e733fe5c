from __future__ import annotations

import pytest

from bot.openers import goes_straight_on, meant_instead, on_another_topic, tidy, without_politeness


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Thanks!", ""),
        ("ok", ""),
        ("Ok, and why?", "and why?"),
        ("Thank you. Great, where was it?", "where was it?"),
        ("Great Britain voted on what?", "Great Britain voted on what?"),
        ("Good Friday fell on what day?", "Good Friday fell on what day?"),
        ("  Why?  ", "Why?"),
        ("…", ""),
    ],
)
def test_politeness_is_left_out(said: str, asked: str) -> None:
    assert without_politeness(said) == asked


@pytest.mark.parametrize(
    ("said", "asked"),
    [
        ("Now something else: who won the match?", "who won the match?"),
        ("Different question - who won?", "who won?"),
        ("Moving on, what is the rate?", "what is the rate?"),
        ("Ok, new topic. Who won?", "Who won?"),
        ("Who won something else?", ""),
        ("New topic", ""),
    ],
)
def test_a_change_of_topic_is_heard(said: str, asked: str) -> None:
    assert on_another_topic(said) == asked


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("No, I meant Iran", "Iran"),
        ("sorry, I was asking about Iran", "Iran"),
        ("What I meant was Iran", ""),
        ("No.", ""),
    ],
)
def test_a_correction_is_heard(said: str, meant: str) -> None:
    assert meant_instead(said) == meant


def test_a_question_is_written_as_one() -> None:
    assert tidy("and who is it") == "Who is it?"
    assert tidy("Who is it?") == "Who is it?"
    assert goes_straight_on("But why?")
    assert not goes_straight_on("Andorra won?")

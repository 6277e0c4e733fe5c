from __future__ import annotations

import pytest

from bot.clause import Clause
from bot.ellipsis import filled, question_of, with_article
from bot.referents import Spoken


@pytest.mark.parametrize(
    ("before", "told", "asked", "said"),
    [
        ("Did Lavrov reject the proposal?", "", "Why?", "Why did Lavrov reject the proposal?"),
        ("Who rejected the proposal?", "Lavrov", "Why?", "Why was the proposal rejected by Lavrov?"),
        ("Who rejected the proposal?", "", "When?", "When was the proposal rejected?"),
        ("Which resolution did the US veto?", "", "Why?", "Why did the US veto the resolution?"),
        ("What did Lavrov say about Turkey?", "", "When?", "When did Lavrov say this about Turkey?"),
        ("Who is selling the club?", "Gus Hartnell", "For how much?", "For how much is Gus Hartnell selling the club?"),
        ("Who vetoed the resolution?", "", "Who else?", "Who else vetoed the resolution?"),
        ("How many people were hurt?", "", "And how many were killed?", "How many people were killed?"),
        ("How many people were hurt?", "", "how many children?", "How many children were hurt?"),
        ("What did Lavrov say about Turkey?", "", "And what did Fidan say?", "What did Fidan say about Turkey?"),
    ],
)
def test_a_fragment_is_filled_from_the_question_before(before: str, told: str, asked: str, said: str) -> None:
    assert filled(asked, Spoken(question=before, told=told)) == said


@pytest.mark.parametrize(
    ("before", "asked"),
    [
        ("What is the main rate?", "Why?"),
        ("Where was it held?", "Where?"),
        ("Which country is Fidan from?", "Why?"),
        ("Who vetoed it?", "What else?"),
        ("What did Lavrov say about Turkey?", "What did Fidan say?"),
        ("Summarise it", "Why?"),
        ("Who won?", ""),
        ("Who won?", "And?"),
    ],
)
def test_one_that_has_no_one_place_to_go_is_not(before: str, asked: str) -> None:
    assert filled(asked, Spoken(question=before)) == ""


def test_a_clause_is_written_as_a_question() -> None:
    clause = Clause(asked="why", helper="Did", subject="Lavrov", rest="leave")

    assert question_of(clause) == "Why did Lavrov leave?"
    assert [with_article(name) for name in ("US", "Egypt")] == ["the US", "Egypt"]

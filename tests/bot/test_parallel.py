from __future__ import annotations

import pytest

from bot.clause import clause_of
from bot.parallel import put_in


def put(said: str, question: str, *, opened: bool = True) -> str:
    before = clause_of(question)
    assert before is not None
    return put_in(said, before, question, opened=opened)


@pytest.mark.parametrize(
    ("question", "said", "becomes"),
    [
        ("How many people were hurt?", "2023", "How many people were hurt in 2023?"),
        ("How many people were hurt in 2022?", "2023", "How many people were hurt in 2023?"),
        ("How many people were hurt last year?", "on Monday", "How many people were hurt on Monday?"),
        ("How many people were hurt?", "in Gaza", "How many people were hurt in Gaza?"),
        ("How many people were hurt in Israel?", "in Gaza", "How many people were hurt in Gaza?"),
        ("How many people were hurt?", "the children", "How many children were hurt?"),
        ("What did Turkey offer?", "Egypt", "What did Egypt offer?"),
        ("Which resolution did the US veto?", "Russia", "Which resolution did Russia veto?"),
        ("What does Lavrov's plan say?", "Hakan Fidan", "What does Hakan Fidan's plan say?"),
        ("What did Lavrov say?", "the Turkish minister", "What did the Turkish minister say?"),
    ],
)
def test_a_part_is_exchanged_for_another_of_its_kind(question: str, said: str, becomes: str) -> None:
    assert put(said, question) == becomes


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Is Russia ready to help Turkey?", "Egypt"),
        ("Who is the Turkish minister?", "Egypt"),
        ("Who met Lavrov?", "Lavrov"),
        ("Who met Lavrov?", "women"),
        ("Who met Lavrov?", "about Egypt"),
        ("Who met Lavrov?", "what was it"),
        ("Who met Lavrov?", "that which nobody of us had seen before"),
    ],
)
def test_one_that_has_none_or_several_like_it_is_not(question: str, said: str) -> None:
    assert put(said, question) == ""


def test_without_an_and_only_times_and_names_are_parts() -> None:
    assert put("in Gaza", "How many people were hurt?", opened=False) == ""
    assert put("2023", "How many people were hurt?", opened=False) == "How many people were hurt in 2023?"
    assert put("Fidan", "What did Lavrov say?", opened=False) == "What did Fidan say?"

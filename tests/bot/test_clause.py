from __future__ import annotations

import pytest

from bot.clause import Clause, clause_of, is_plural, things


@pytest.mark.parametrize(
    ("question", "asked", "helper", "subject", "rest"),
    [
        ("Where was the press conference held?", "Where", "was", "the press conference", "held"),
        ("How many people were injured?", "How many people", "were", "", "injured"),
        ("Which country is Hakan Fidan from?", "Which country", "is", "Hakan Fidan", "from"),
        ("Which resolution did the US veto?", "Which resolution", "did", "the US", "veto"),
        ("Who vetoed the resolution?", "Who", "", "", "vetoed the resolution"),
        ("Did Lavrov reject the proposal?", "", "Did", "Lavrov", "reject the proposal"),
        ("What did the mayor of Ellisford promise?", "What", "did", "the mayor of Ellisford", "promise"),
        ("Who is the Turkish foreign minister?", "Who", "is", "the Turkish foreign minister", ""),
        ("Who has been charged?", "Who", "has", "", "been charged"),
        ("What could resolve the conflict?", "What", "could", "", "resolve the conflict"),
        ("did people die", "", "did", "people", "die"),
    ],
)
def test_a_question_is_taken_apart(question: str, asked: str, helper: str, subject: str, rest: str) -> None:
    assert clause_of(question) == Clause(asked=asked, helper=helper, subject=subject, rest=rest)


@pytest.mark.parametrize(
    "question",
    ["Is the bridge open?", "Why was the Turkish minister angry?", "Egypt", "", "?", "Tell me more.", "Who? And why?"],
)
def test_where_the_shape_does_not_tell_the_parts_there_are_none(question: str) -> None:
    assert clause_of(question) is None


def test_what_is_counted_and_chosen_from_is_known() -> None:
    clauses = map(clause_of, ("How many people died?", "Which country is it?", "Who died?", "What happened there?"))

    assert [clause.counted if clause else None for clause in clauses] == ["people", "country", "", ""]


def test_things_end_where_what_is_said_of_them_begins() -> None:
    assert list(things("killed in the attack by Hamas on the towns")) == ["the attack by Hamas", "the towns"]
    assert list(things("rejected it")) == []


@pytest.mark.parametrize(
    ("noun", "several"),
    [("people", True), ("the Israelis", True), ("the attack by Hamas", False), ("the press", False), ("votes", True)],
)
def test_one_is_told_from_several(noun: str, several: bool) -> None:
    assert is_plural(noun) is several

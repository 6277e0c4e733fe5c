from __future__ import annotations

from bot.parts import MOST_PARTS, parts_of


def test_a_question_about_two_reports_has_a_part_for_each() -> None:
    question = "Did the Gazette report a rise in ferry fares, while the Courier wrote of cheaper winter tickets?"

    assert parts_of(question) == (
        "Did the Gazette report a rise in ferry fares",
        "the Courier wrote of cheaper winter tickets?",
    )


def test_a_question_with_one_thing_to_find_has_no_parts() -> None:
    assert parts_of("Who vetoed the ceasefire resolution at the United Nations?") == ()
    assert parts_of("Did France and Britain abstain?") == ()
    assert parts_of("") == ()


def test_a_clause_that_says_little_belongs_to_its_neighbour() -> None:
    question = (
        "Which minister resigned over the harbour contract, and why, after the audit office published its report?"
    )

    assert parts_of(question) == (
        "Which minister resigned over the harbour contract",
        "why after the audit office published its report?",
    )


def test_there_are_never_more_parts_than_can_be_searched() -> None:
    assert len(parts_of(", ".join(["the harbour town council raised ferry prices again"] * 9))) == MOST_PARTS

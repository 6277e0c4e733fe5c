from __future__ import annotations

import math

import pytest

from bot.evaluate.measures import MEASURES
from bot.evaluate.measures.answers import right
from tests.factories import answered, asked, question


def test_the_answer_is_looked_for_in_the_first_sentences() -> None:
    row = answered(
        asked(said=("It met.", "It talked.", "It voted.", "The bridge stays.")), question(answers=("bridge",))
    )

    assert MEASURES["answer_contains"]([row]) == 1.0
    assert MEASURES["answer_in_1"]([row]) == 0.0
    assert MEASURES["answer_in_3"]([row]) == 0.0


def test_any_one_of_the_answers_will_do() -> None:
    row = answered(asked(said=("Fidan spoke.",)), question(answers=("Hakan Fidan", "Fidan")))

    assert MEASURES["answer_contains"]([row]) == 1.0
    assert MEASURES["f1"]([row]) == pytest.approx(2 / 3)


def test_a_full_answer_holds_all_that_it_should() -> None:
    both = question(answers=("No", "215", "218"), meta={"all_of": ["215", "218"]})

    assert MEASURES["answer_contains"]([answered(asked(said=("It was 215.",)), both)]) == 0.0
    assert MEASURES["answer_contains"]([answered(asked(said=("It was 215, not 218.",)), both)]) == 1.0


def test_a_refusal_says_nothing() -> None:
    row = answered(asked(refusal="The articles do not say."))

    assert [MEASURES[name]([row]) for name in ("answer_contains", "answer_right", "f1", "answer_recall")] == [0.0] * 4


def test_unanswerable_questions_have_no_right_answer() -> None:
    row = answered(asked(), question(answerable=False, answers=("to keep the old bridge open",)))

    assert math.isnan(MEASURES["answer_contains"]([row]))
    assert not right(row)


def test_half_of_a_long_answer_is_right() -> None:
    long = "one two three four five six seven eight nine ten eleven twelve"

    assert right(answered(asked(said=("one two three four five six",)), question(answers=(long,))))
    assert not right(answered(asked(said=("one two three four five",)), question(answers=(long,))))

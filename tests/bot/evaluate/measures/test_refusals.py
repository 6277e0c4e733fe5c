from __future__ import annotations

import math

import pytest

from bot.evaluate.measures import MEASURES
from bot.evaluate.measures.refusals import reliability, risk_coverage
from bot.evaluate.rows import Answered
from tests.factories import answered, asked, question

RIGHT, WRONG = ("It voted to keep the old bridge open.",), ("It rained.",)


def row(*, answerable: bool, refused: bool = False, said: tuple[str, ...] = RIGHT, confidence: float) -> Answered:
    reason = "The articles do not say." if refused else ""
    return answered(asked(said=said, refusal=reason, confidence=confidence), question(answerable=answerable))


ROWS = [
    row(answerable=True, confidence=0.9),
    row(answerable=True, said=WRONG, confidence=0.7),
    row(answerable=False, said=WRONG, confidence=0.8),
    row(answerable=True, refused=True, confidence=0.3),
    row(answerable=False, refused=True, confidence=0.2),
]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("refusal_precision", 1 / 2),
        ("refusal_recall", 1 / 2),
        ("over_refusal", 1 / 3),
        ("refusal_auroc", 4 / 6),
        ("coverage", 3 / 5),
        ("selective_risk", 2 / 3),
        ("aurc", (0 + 1 / 2 + 2 / 3 + 3 / 4 + 4 / 5) / 5),
    ],
)
def test_measures_by_hand(name: str, value: float) -> None:
    assert MEASURES[name](ROWS) == pytest.approx(value)


def test_the_curve_ends_where_the_bot_stops_answering() -> None:
    assert risk_coverage(ROWS) == [(1 / 5, 0.0), (2 / 5, 1 / 2), (3 / 5, 2 / 3)]


def test_a_bot_that_never_refuses_has_no_precision() -> None:
    assert math.isnan(MEASURES["refusal_precision"](ROWS[:3]))


def test_unanswerable_questions_with_nothing_to_read_are_told_apart() -> None:
    empty = answered(asked(found=(), refusal="Nothing."), question(answerable=False))

    assert MEASURES["nothing_found"]([*ROWS, empty]) == pytest.approx(1 / 3)


def test_questions_that_nobody_judged_are_left_out() -> None:
    unjudged = answered(asked(), question(answerable=None))

    assert math.isnan(MEASURES["refusal_auroc"]([unjudged]))
    assert math.isnan(MEASURES["over_refusal"]([unjudged]))


def test_reliability_is_what_is_answerable_among_questions_of_like_confidence() -> None:
    rows = [
        row(answerable=True, confidence=1.0),
        row(answerable=False, confidence=0.9375),
        row(answerable=False, refused=True, confidence=0.0625),
    ]

    assert reliability(rows) == [(0.0625, 0.0), (0.96875, 0.5)]

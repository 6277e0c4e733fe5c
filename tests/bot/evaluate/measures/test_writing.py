from __future__ import annotations

import math

import pytest

from bot.evaluate.measures import MEASURES
from bot.written import Written
from tests.factories import answered, asked

ROWS = [
    answered(asked(written=Written(model="m", supported=2, partly=1, unsupported=1))),
    answered(asked(written=Written(model="m", quoted=2, unsupported=4))),
    answered(asked(written=Written(model="m", declined=True))),
    answered(asked()),
]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("model_verified", 2 / 10),
        ("model_dropped", 5 / 10),
        ("model_quoted", 2 / 10),
        ("model_declined", 1 / 3),
        ("model_shown", 1 / 3),
    ],
)
def test_what_a_model_wrote_is_measured_by_what_became_of_it(name: str, value: float) -> None:
    assert MEASURES[name](ROWS) == pytest.approx(value)


def test_nothing_is_measured_where_no_model_was_asked() -> None:
    assert math.isnan(MEASURES["model_declined"]([answered(asked())]))

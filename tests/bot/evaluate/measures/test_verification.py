from __future__ import annotations

import pytest

from bot.evaluate.measures import MEASURES
from bot.types import Support
from tests.factories import judged

ROWS = [
    judged("supported", Support.SUPPORTED, 0.9),
    judged("supported", Support.PARTLY, 0.6),
    judged("partial", Support.PARTLY, 0.6),
    judged("partial", Support.SUPPORTED, 0.8),
    judged("unsupported", Support.UNSUPPORTED, 0.1),
]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("support_bacc", (1 / 2 + 2 / 3) / 2),
        ("support_auroc", 4.5 / 6),
        ("supported_precision", 1 / 2),
        ("supported_recall", 1 / 2),
        ("unsupported_precision", 2 / 3),
        ("unsupported_recall", 2 / 3),
        ("partial_recall", 1 / 2),
    ],
)
def test_measures_by_hand(name: str, value: float) -> None:
    assert MEASURES[name](ROWS) == pytest.approx(value)


def test_evidence_is_compared_with_the_best_alternative() -> None:
    row = judged(
        "supported",
        Support.SUPPORTED,
        evidence=(("Rain fell on the town all night.", "The river rose by two metres."), ("It rained.",)),
        quotes=("The river rose by two metres.", "It rained.", "Nobody slept well."),
    )

    assert MEASURES["evidence_recall"]([row]) == 1.0
    assert MEASURES["evidence_precision"]([row]) == pytest.approx(2 / 3)

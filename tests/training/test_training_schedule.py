import pytest

from training.schedule import rate
from training.settings import Settings

SETTINGS = Settings(learning_rate=1.0, warmup_steps=10, stable_steps=100, decay_steps=100)


@pytest.mark.parametrize(
    ("step", "expected"), [(0, 0.1), (9, 1.0), (50, 1.0), (100, 1.0), (125, 0.5), (200, 0.0), (300, 0.0)]
)
def test_the_rate_warms_up_holds_and_falls(step: int, expected: float) -> None:
    assert rate(step, 100, SETTINGS) == pytest.approx(expected)

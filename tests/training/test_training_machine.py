import pytest

from training.machine import threads


@pytest.mark.parametrize(("others", "expected"), [(0.0, 2), (0.3, 2), (0.5, 1), (1.5, 1), (4.0, 1)])
def test_a_busy_machine_gets_one_thread_fewer_but_always_one(others: float, expected: int) -> None:
    assert threads(2, others) == expected

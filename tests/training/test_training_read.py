import numpy as np

from training.read import best_span


def test_the_best_span_never_ends_before_it_starts() -> None:
    start = np.array([0, 0, 5], dtype=np.float32)
    end = np.array([5, 1, 0], dtype=np.float32)

    assert best_span(start, end) == (0, 0, 5.0)


def test_a_span_is_no_longer_than_allowed() -> None:
    start = np.array([9, 0, 0, 0], dtype=np.float32)
    end = np.array([0, 1, 0, 9], dtype=np.float32)

    assert best_span(start, end, longest=2) == (0, 1, 10.0)
    assert best_span(start, end, longest=4) == (0, 3, 18.0)

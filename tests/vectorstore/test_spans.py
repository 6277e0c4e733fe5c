from __future__ import annotations

import numpy as np
import pytest

from vectorstore.spans import Entailment, PassageReading, Span, merged, window_starts

NOTHING = Entailment(contradicts=0.0, says_nothing=1.0, supports=0.0)


def reading(starts: list[float], ends: list[float], *, longest: int = 30, answerable: float = 0.0) -> PassageReading:
    """Of tokens of one character each, with a space between them."""
    return PassageReading(
        offsets=np.array([(2 * at, 2 * at + 1) for at in range(len(starts))], dtype=np.int64).reshape(-1, 2),
        starts=np.array(starts, dtype=np.float32),
        ends=np.array(ends, dtype=np.float32),
        longest=longest,
        answerable=answerable,
        relevant=0.0,
        entailment=NOTHING,
    )


def test_the_best_span_never_ends_before_it_starts_and_is_not_too_long() -> None:
    assert reading([0, 0, 5], [5, 1, 0]).best() == Span(start=0, end=1, score=5.0)
    assert reading([9, 0, 0, 0], [0, 1, 0, 9], longest=2).best() == Span(start=0, end=3, score=10.0)


def test_the_best_span_of_some_characters_lies_inside_them() -> None:
    said = reading([9, 1, 2, 0], [0, 0, 3, 9])

    assert said.best(2, 5) == Span(start=4, end=5, score=5.0)
    assert said.best(1, 2) is None


def test_a_passage_without_a_token_has_no_span() -> None:
    assert reading([], []).best() is None


@pytest.mark.parametrize(("tokens", "starts"), [(0, [0]), (10, [0]), (11, [0, 1]), (20, [0, 10]), (25, [0, 8, 15])])
def test_windows_cover_all_tokens(tokens: int, starts: list[int]) -> None:
    assert window_starts(tokens, 10) == starts


def test_where_windows_overlap_the_higher_value_counts() -> None:
    windows = [(0, np.array([1, 5], dtype=np.float32)), (1, np.array([4, 2], dtype=np.float32))]

    assert merged(windows).tolist() == [1, 5, 2]

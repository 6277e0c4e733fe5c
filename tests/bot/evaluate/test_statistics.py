from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.evaluate.measures.pools import auroc, mean, ratio
from bot.evaluate.statistics import difference_interval, holm, interval, p_value

columns = st.lists(st.floats(0, 1), min_size=2, max_size=25).map(lambda values: np.array(values)[:, None])
p_values = st.lists(st.floats(0, 1), max_size=12)


@settings(max_examples=25)
@given(columns)
def test_an_interval_lies_within_the_values_and_is_always_the_same(values: np.ndarray) -> None:
    bounds = interval(values, mean, resamples=200)

    assert bounds is not None
    assert values.min() - 1e-9 <= bounds[0] <= bounds[1] <= values.max() + 1e-9
    assert interval(values, mean, resamples=200) == bounds


def test_an_interval_of_a_share_is_about_as_wide_as_theory_says() -> None:
    values = np.array([1.0] * 80 + [0.0] * 20)[:, None]

    low, high = interval(values, mean) or (0, 0)

    assert low == pytest.approx(0.8 - 1.96 * 0.04, abs=0.015)
    assert high == pytest.approx(0.8 + 1.96 * 0.04, abs=0.015)


def test_one_row_has_no_interval_and_agreeing_rows_one_without_width() -> None:
    assert interval(np.array([[1.0]]), mean) is None
    assert interval(np.ones((5, 1)), mean) == (1.0, 1.0)


def test_resamples_that_cannot_tell_are_left_out() -> None:
    rarely = np.array([[1.0, 1.0]] + [[0.0, 0.0]] * 9)

    assert interval(rarely, ratio) == (1.0, 1.0)
    assert interval(np.zeros((4, 2)), ratio) is None


def test_a_small_paired_test_is_exact() -> None:
    old, new = np.zeros((6, 1)), np.ones((6, 1))

    assert p_value(old, new, mean) == pytest.approx(2 / 2**6)
    assert p_value(old, old, mean) == 1.0


@settings(max_examples=25)
@given(columns, columns)
def test_a_paired_test_does_not_mind_the_order(one: np.ndarray, other: np.ndarray) -> None:
    count = min(len(one), len(other), 8)
    one, other = one[:count], other[:count]

    assert 0 < p_value(one, other, mean) <= 1
    assert p_value(one, other, mean) == pytest.approx(p_value(other, one, mean))


def test_measures_of_several_columns_are_tested_too() -> None:
    rng = np.random.default_rng(3)
    true = np.array([0.0, 1.0] * 40)
    useless = np.column_stack([rng.random(80), true])
    perfect = np.column_stack([true, true])

    assert p_value(useless, perfect, auroc, resamples=999) < 0.01
    low, high = difference_interval(useless, perfect, auroc) or (0, 0)
    assert 0.2 < low < high < 0.8


def test_holm_by_hand() -> None:
    assert holm([0.01, 0.04, 0.03]) == pytest.approx([0.03, 0.06, 0.06])


@given(p_values)
def test_holm_never_makes_a_difference_more_certain(given_values: list[float]) -> None:
    corrected = holm(given_values)

    assert all(0 <= before <= after <= 1 for before, after in zip(given_values, corrected, strict=True))
    order = sorted(range(len(given_values)), key=lambda index: given_values[index])
    assert [corrected[index] for index in order] == sorted(corrected)

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.metrics import balanced_accuracy_score, roc_auc_score

from bot.evaluate.measures.pools import Pool, auroc, balanced, mean, percentile, ratio, risk_area

POOLS = [mean, ratio, balanced, auroc, risk_area, percentile(95)]

two_columns = st.lists(st.tuples(st.integers(0, 1), st.integers(0, 1)), min_size=4, max_size=30).filter(
    lambda rows: len({true for _, true in rows}) == 2
)


@given(two_columns)
def test_balanced_accuracy_agrees_with_scikit_learn(rows: list[tuple[int, int]]) -> None:
    said, true = zip(*rows, strict=True)

    assert balanced(np.array(rows, dtype=float)) == pytest.approx(balanced_accuracy_score(true, said))


@given(two_columns)
def test_auroc_agrees_with_scikit_learn(rows: list[tuple[int, int]]) -> None:
    scores, true = zip(*rows, strict=True)

    assert auroc(np.array(rows, dtype=float)) == pytest.approx(roc_auc_score(true, scores))


@pytest.mark.parametrize("pool", POOLS)
def test_resamples_are_pooled_together_as_they_would_be_apart(pool: Pool) -> None:
    resamples = np.random.default_rng(7).integers(0, 2, (5, 12, 2)).astype(float)

    together = pool(resamples)

    assert together == pytest.approx([float(pool(one)) for one in resamples], nan_ok=True)


def test_what_cannot_be_told_is_nan() -> None:
    assert np.isnan(ratio(np.array([[0.0, 0.0]])))
    assert np.isnan(auroc(np.array([[0.3, 1.0], [0.4, 1.0]])))

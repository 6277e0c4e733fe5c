"""How sure a figure is, and whether two of them differ.

A row is the unit: rows are drawn again with all that they contribute. Random numbers come from a fixed seed, so
the same rows always give the same interval.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import DegenerateDataWarning, bootstrap, permutation_test

from bot.evaluate.measures.measure import Values
from bot.evaluate.measures.pools import Pool

CONFIDENCE = 0.95
SEED = 20_240_607
BATCH = 250
"""Resamples pooled at once, to bound memory."""


def interval(values: Values, pool: Pool, *, resamples: int = 2_000) -> tuple[float, float] | None:
    """The 95 % percentile bootstrap interval (Efron and Tibshirani 1993); None for fewer than two rows.

    Resamples that cannot tell (nan) are left out. When all rows agree the interval has no width: it then says
    that, and not that the next row will agree.
    """
    if len(values) < 2:
        return None

    def statistic(rows: NDArray[np.int64], **_: Any) -> Any:
        return pool(values[rows])

    with warnings.catch_warnings(action="ignore", category=DegenerateDataWarning):
        drawn = bootstrap(
            (np.arange(len(values)),),
            statistic,
            n_resamples=resamples,
            batch=BATCH,
            method="percentile",
            vectorized=True,
            axis=-1,
            rng=np.random.default_rng(SEED),
        ).bootstrap_distribution
    told = drawn[np.isfinite(drawn)]
    if not len(told):
        return None
    tail = 50 * (1 - CONFIDENCE)
    low, high = np.percentile(told, [tail, 100 - tail])
    return float(low), float(high)


def difference_interval(old: Values, new: Values, pool: Pool, *, resamples: int = 2_000) -> tuple[float, float] | None:
    """The same for ``pool(new) - pool(old)`` over paired rows."""
    both = np.concatenate([old, new], axis=1)
    columns = old.shape[1]

    def change(values: Values) -> Any:
        return pool(values[..., columns:]) - pool(values[..., :columns])

    return interval(both, change, resamples=resamples)


def p_value(old: Values, new: Values, pool: Pool, *, resamples: int = 5_000) -> float:
    """How often chance alone, swapping the two systems row by row, makes a difference as large.

    A two-sided paired permutation test (Fisher 1935; for retrieval Smucker et al., CIKM 2007), exact for few rows.
    A swap that cannot tell (nan) counts as large.
    """
    count = len(old)
    if not count or np.array_equal(old, new):
        return 1.0
    both = np.concatenate([old, new])

    def statistic(one: NDArray[np.int64], other: NDArray[np.int64], **_: Any) -> Any:
        return np.nan_to_num(np.abs(pool(both[other]) - pool(both[one])), nan=np.inf)

    test = permutation_test(
        (np.arange(count), np.arange(count, 2 * count)),
        statistic,
        permutation_type="samples",
        vectorized=True,
        axis=-1,
        n_resamples=resamples,
        batch=BATCH,
        alternative="greater",
        rng=np.random.default_rng(SEED),
    )
    return float(test.pvalue)


def holm(p_values: Sequence[float]) -> list[float]:
    """The p-values corrected for being several (Holm, Scandinavian Journal of Statistics 1979), in their order."""
    order = sorted(range(len(p_values)), key=lambda index: p_values[index])
    corrected = [0.0] * len(p_values)
    largest = 0.0
    for rank, index in enumerate(order):
        largest = max(largest, min(1.0, (len(order) - rank) * p_values[index]))
        corrected[index] = largest
    return corrected

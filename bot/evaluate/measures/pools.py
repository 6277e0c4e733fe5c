"""How the contributions of rows become one figure.

A pool takes ``(..., n, columns)`` and gives ``(...)``, so that all resamples of a bootstrap are pooled at once.
nan stands for "cannot be told", such as the precision of refusals when nothing was refused.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

Pool = Callable[[NDArray[np.float64]], Any]


def mean(values: NDArray[np.float64]) -> Any:
    """The mean of the only column."""
    return values[..., 0].mean(axis=-1)


def ratio(values: NDArray[np.float64]) -> Any:
    """The sum of the first column over the sum of the second."""
    return _divide(values[..., 0].sum(axis=-1), values[..., 1].sum(axis=-1))


def balanced(values: NDArray[np.float64]) -> Any:
    """Balanced accuracy of columns (said, true), both 0 or 1: the mean recall of the two classes."""
    said, true = values[..., 0], values[..., 1]
    of_true = _divide((said * true).sum(axis=-1), true.sum(axis=-1))
    of_false = _divide(((1 - said) * (1 - true)).sum(axis=-1), (1 - true).sum(axis=-1))
    return (of_true + of_false) / 2


def auroc(values: NDArray[np.float64]) -> Any:
    """Area under the ROC curve of columns (score, true): the chance that a true row scores above a false one.

    By ranks, ties counting half (Hanley and McNeil, Radiology 1982).
    """
    true = values[..., 1]
    ranks = rankdata(values[..., 0], axis=-1)
    positives = true.sum(axis=-1)
    negatives = true.shape[-1] - positives
    above = (ranks * true).sum(axis=-1) - positives * (positives + 1) / 2
    return _divide(above, positives * negatives)


def risk_area(values: NDArray[np.float64]) -> Any:
    """Area under the risk-coverage curve of columns (confidence, wrong); see ``refusals.aurc``."""
    order = np.argsort(-values[..., 0], axis=-1, kind="stable")
    wrong = np.take_along_axis(values[..., 1], order, axis=-1)
    counts = np.arange(1, wrong.shape[-1] + 1)
    return (wrong.cumsum(axis=-1) / counts).mean(axis=-1)


def percentile(percent: float) -> Pool:
    """The pool that takes a percentile of the only column, between values by straight lines."""
    return partial(_percentile, percent=percent)


def _percentile(values: NDArray[np.float64], percent: float) -> Any:
    return np.percentile(values[..., 0], percent, axis=-1)


def _divide(one: Any, other: Any) -> Any:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.where(np.asarray(other) > 0, np.divide(one, other), np.nan)

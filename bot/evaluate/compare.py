"""Which of two results is better, measure by measure, over the rows that both have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

import numpy as np

from bot.evaluate.measures import measure_named
from bot.evaluate.measures.measure import Measure, Values
from bot.evaluate.result import Result
from bot.evaluate.show import digits
from bot.evaluate.statistics import difference_interval, holm, p_value
from vectorstore.errors import BadSet

SIGNIFICANT = 0.05
ALWAYS_ONE = "verbatim"
STOPS = 0.005
"""A smaller loss stops nothing, however sure: another processor rounds differently."""
KEPT = 4
"""Decimals that are compared: files keep six significant digits."""

Outcome = Literal["better", "worse", "changed", "no real difference"]
Row = Mapping[str, tuple[float, ...]]
"""What a row contributes to each measure."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A measure in two results, over the ``n`` rows of both. ``p`` is corrected for all measures of its family."""

    measure: Measure
    old: float
    new: float
    low: float
    high: float
    n: int
    p: float

    @property
    def outcome(self) -> Outcome:
        """What can be said of it."""
        if self.p >= SIGNIFICANT or self.new == self.old:
            return "no real difference"
        if self.measure.better == "neither":
            return "changed"
        return "better" if (self.new > self.old) == (self.measure.better == "higher") else "worse"

    def __str__(self) -> str:
        shown = _share if self.measure.unit == "share" else digits
        return (
            f"{self.measure.name}: {shown(self.old)} -> {shown(self.new)}, difference {shown(self.new - self.old)} "
            f"[{shown(self.low)}, {shown(self.high)}], n {self.n}, p {self.p:.3f}: {self.outcome}"
        )


def compare(old: Result, new: Result) -> list[Change]:
    """The change of every measure that both results have: quality first, cost last.

    The p-values of quality are corrected for each other, and so are those of cost (Holm).

    Raises:
        BadSet: the results have no row in common.
    """
    before, after = _rows(old), _rows(new)
    if not before.keys() & after.keys():
        raise BadSet(f"nothing to compare: the results of {old.set} and {new.set} have no question in common")
    names = dict.fromkeys(name for values in before.values() for name in values)
    measures = [measure for measure in map(measure_named, names) if measure]
    quality = [measure for measure in measures if measure.part != "cost"]
    cost = [measure for measure in measures if measure.part == "cost"]
    return [*_family(quality, before, after), *_family(cost, before, after)]


def lost(old: Result, new: Result) -> list[str]:
    """What a gate stops: a quality that is really worse, one that is not measured any more, a quote not verbatim.

    Cost is no reason: it depends on the machine.
    """
    changes = [change for change in compare(old, new) if change.measure.part != "cost"]
    worse = [str(change) for change in changes if change.outcome == "worse" and abs(change.new - change.old) >= STOPS]
    compared = {change.measure.name for change in changes}
    gone = [
        f"{name}: was measured, and is not any more"
        for name in old.measures
        if (measure := measure_named(name)) and measure.part != "cost" and name not in compared
    ]
    verbatim = new.measures.get(ALWAYS_ONE)
    broken = [f"{ALWAYS_ONE}: {verbatim.value}, and must be 1"] if verbatim and verbatim.value < 1 else []
    return [*worse, *gone, *broken]


def _family(measures: list[Measure], before: Mapping[str, Row], after: Mapping[str, Row]) -> list[Change]:
    changes = [change for measure in measures if (change := _change(measure, before, after))]
    corrected = holm([change.p for change in changes])
    return [replace(change, p=p) for change, p in zip(changes, corrected, strict=True)]


def _rows(result: Result) -> dict[str, Row]:
    rows = [
        *((f"question {row.id}", row.values) for row in result.questions),
        *((f"claim {row.id}", row.values) for row in result.claims),
        *((f"rewrite {row.id}", row.values) for row in result.rewrites),
    ]
    return {
        key: {name: value if isinstance(value, tuple) else (float(value),) for name, value in values.items()}
        for key, values in rows
    }


def _change(measure: Measure, before: Mapping[str, Row], after: Mapping[str, Row]) -> Change | None:
    keys = [key for key, values in before.items() if measure.name in values and measure.name in after.get(key, {})]
    if not keys:
        return None
    old = _values(measure, before, keys)
    new = _values(measure, after, keys)
    was, now = float(measure.pool(old)), float(measure.pool(new))
    interval = difference_interval(old, new, measure.pool)
    if np.isnan([was, now]).any():
        return None
    low, high = interval or (now - was, now - was)
    return Change(measure=measure, old=was, new=now, low=low, high=high, n=len(keys), p=p_value(old, new, measure.pool))


def _values(measure: Measure, rows: Mapping[str, Row], keys: list[str]) -> Values:
    """As far as a file keeps them, so that a result does not differ from what was written of it."""
    values: Values = np.array([rows[key][measure.name] for key in keys], dtype=np.float64)
    return values.round(KEPT)


def _share(value: float) -> str:
    return f"{value:.3f}"

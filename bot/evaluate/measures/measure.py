"""What a measure is: what each row contributes, and how contributions become one figure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from inspect import getdoc
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from bot.evaluate.measures.pools import Pool, mean

Part = Literal["retrieval", "answers", "citations", "writing", "verification", "refusals", "conversation", "cost"]
Better = Literal["higher", "lower", "neither"]
Unit = Literal["share", "ms", "per second", "MB", "count"]
Values = NDArray[np.float64]
"""``(n, columns)``: the contributions of n rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A named figure over rows. ``of`` gives a row's contribution, or None when it does not apply to it."""

    name: str
    part: Part
    row: type
    definition: str
    of: Callable[[Any], float | Sequence[float] | None]
    pool: Pool = mean
    better: Better = "higher"
    unit: Unit = "share"

    def __str__(self) -> str:
        return self.name

    def contribution(self, row: object) -> tuple[float, ...] | None:
        """What one row adds; None when the measure does not apply to it or to rows of its kind."""
        if not isinstance(row, self.row):
            return None
        given = self.of(row)
        if given is None:
            return None
        return tuple(map(float, given)) if isinstance(given, Sequence) else (float(given),)

    def values(self, rows: Iterable[object]) -> Values:
        """The contributions of all rows that the measure applies to, in order."""
        given = [value for row in rows if (value := self.contribution(row)) is not None]
        return np.array(given, dtype=np.float64) if given else np.empty((0, 1))

    def __call__(self, rows: Iterable[object]) -> float:
        """The figure over the rows; nan when it applies to none of them."""
        values = self.values(rows)
        return float(self.pool(values)) if len(values) else float("nan")


Of = Callable[[Any], float | Sequence[float] | None]


def measure(
    name: str,
    part: Part,
    row: type,
    pool: Pool = mean,
    *,
    better: Better = "higher",
    unit: Unit = "share",
) -> Callable[[Of], Measure]:
    """Make a measure of a function whose docstring is the definition."""

    def make(of: Of) -> Measure:
        definition = getdoc(of) or ""
        return Measure(name=name, part=part, row=row, definition=definition, of=of, pool=pool, better=better, unit=unit)

    return make

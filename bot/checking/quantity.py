"""An amount of something in one unit for all of its kind, so that "two days" and "48 hours" compare."""

from __future__ import annotations

import math
from typing import NamedTuple

LONG = 1_000
"""A measure from here on may be rounded to what its digits say: "3,800 km"; a shorter one to its last digit."""

ROUNDED = 0.02
"""How far, relative to its size, a measure may be off that is rounded without saying so."""

HEDGED = 0.05
"""The same for one that is said to be about right."""

COUNTED = frozenset({"months", "seconds", "share"})
"""Kinds whose whole amounts are exact: "50 years" is not 51, nor "50 per cent" 49."""

NOISE = 1e-9
"""What computing with fractions of two adds, relative to the size of a number."""

EXACT = frozenset({"count", "year", "clock", "date"})
"""Kinds that are equal or not."""


class Quantity(NamedTuple):
    """An amount where it stands. ``unit`` is the size of its unit, ``step`` what its last digit counts, in that unit.

    ``fraction``: it is written as one, "two thirds", which is less precise than "66.7 per cent".
    """

    kind: str
    value: float
    start: int
    end: int
    unit: float = 1.0
    step: float = 1.0
    hedged: bool = False
    fraction: bool = False

    def said_by(self, other: Quantity) -> bool:
        """Whether another quantity is this one, as precisely as this one claims to be."""
        if self.kind != other.kind:
            return False
        if self.kind in EXACT:
            return self.value == other.value
        if self.fraction != other.fraction:
            return _is_share_of(self, other)
        off, size = abs(self.value - other.value), abs(self.value)
        converted = self.unit != other.unit and self.kind not in COUNTED
        slack = max(_slack(self), _slack(other)) if converted else _slack(self)
        return off <= max(slack, HEDGED * size if self.hedged else 0.0) + NOISE * size


def _slack(told: Quantity) -> float:
    """Half of what the last digit counts, but little of the whole."""
    if told.kind == "temperature":
        return told.step * told.unit / 2
    most = 0.0 if told.fraction else ROUNDED * abs(told.value)
    return min(told.step * told.unit / 2, most)


def last_digit(value: float, *, counted: bool) -> float:
    """What the last digit of a number counts, zeros at the end of a long measure left out: 100 of 3,800, 0.1 of 2.5."""
    whole = float(value).is_integer()
    if whole and (counted or abs(value) < LONG):
        return 1.0
    digits = f"{value:.10g}"
    if not whole:
        return 10.0 ** -len(digits.partition(".")[2])
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def _is_share_of(told: Quantity, other: Quantity) -> bool:
    """Whether "two thirds" is 66 or 66.7 per cent, and the other way round, which has to be precise."""
    if told.fraction:
        return abs(told.value - other.value) <= (3 if told.hedged else 1) * 0.01 + NOISE
    places = round(-math.log10(told.step * told.unit))
    scaled = other.value * 10**places
    return any(math.isclose(told.value * 10**places, whole) for whole in (math.floor(scaled + NOISE), round(scaled)))

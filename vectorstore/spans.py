"""What the trained reader says of a passage, and the spans of it that may answer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Places = NDArray[np.int64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Characters of a chunk's text, end exclusive. ``score`` is above zero where the reader would answer with it."""

    start: int
    end: int
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Entailment:
    """Probabilities that a passage contradicts a statement, says nothing of it, or supports it."""

    contradicts: float
    says_nothing: float
    supports: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class PassageReading:
    """Logits of one passage.

    ``starts`` and ``ends``, ``(tokens,)``, are how much more likely an answer begins or ends at a token than that
    there is none here; ``offsets``, ``(tokens, 2)``, are the tokens' characters. ``answerable``: it holds the answer.
    ``relevant``: it is what the question is about, whether or not it answers it.
    """

    offsets: Places
    starts: Floats
    ends: Floats
    longest: int  # tokens of a span
    answerable: float
    relevant: float
    entailment: Entailment

    def best(self, start: int = 0, end: int | None = None) -> Span | None:
        """The best span inside some characters; none where no token is."""
        first, last = self._tokens(start, end)
        if first >= last:
            return None
        return self._span(first, *best(self.starts[first:last], self.ends[first:last], self.longest))

    def _tokens(self, start: int, end: int | None) -> tuple[int, int]:
        first = int(np.searchsorted(self.offsets[:, 0], start))
        last = len(self.offsets) if end is None else int(np.searchsorted(self.offsets[:, 1], end, side="right"))
        return first, last

    def _span(self, at: int, first: int, last: int, score: float) -> Span:
        return Span(start=int(self.offsets[at + first, 0]), end=int(self.offsets[at + last, 1]), score=score)


def best(starts: Floats, ends: Floats, longest: int) -> tuple[int, int, float]:
    """First and last place of the span of at most ``longest`` with the highest sum, and that sum."""
    sums = _sums(starts, ends, longest)
    first, last = divmod(int(sums.argmax()), len(ends))
    return first, last, float(sums[first, last])


def merged(windows: Sequence[tuple[int, Floats]]) -> Floats:
    """The values of windows that begin at some token, put together; where they overlap, the higher."""
    whole = np.full(max(first + len(values) for first, values in windows), -np.inf, dtype=np.float32)
    for first, values in windows:
        part = whole[first : first + len(values)]
        np.maximum(part, values, out=part)
    return whole


def window_starts(tokens: int, room: int) -> list[int]:
    """Where windows of ``room`` tokens begin that cover all: one if they fit, else evenly spread."""
    count = -(-tokens // room) if tokens else 1
    return [round(number * (tokens - room) / (count - 1)) for number in range(count)] if count > 1 else [0]


def _sums(starts: Floats, ends: Floats, longest: int) -> Floats:
    sums: Floats = starts[:, None] + ends[None, :]
    allowed = np.tri(len(ends), k=longest - 1, dtype=bool) & ~np.tri(len(ends), k=-1, dtype=bool)
    return np.where(allowed, sums, np.float32(-np.inf))

"""Passages in a better order once they were read: as they were found, weighed by what the reader makes of them."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vectorstore.spans import PassageReading
from vectorstore.types import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """How much counts what is known of passages that were read.

    ``relevant`` is the power of the odds that one is relevant. ``together`` is the power of how many of its article's
    passages there are: an article about something says more than one thing of it, a round-up of the day does not.
    ``bench/fit_relevance.py`` fits the first, ``bench/tune_retrieval.py`` shows what both bring.
    """

    relevant: float = 0.25
    together: float = 0.3


WEIGHTS = Weights()


def by_relevance(hits: Sequence[Hit], readings: Sequence[PassageReading], weights: Weights = WEIGHTS) -> list[Hit]:
    """The hits, best first, their scores multiplied by what the readings make of them. Ties keep their order.

    There may be fewer readings than hits: the rest count like the least of what was read, and so stay behind.
    """
    read = hits[: len(readings)]
    together = Counter(hit.article.id for hit in read)
    factors = [
        math.exp(weights.relevant * reading.relevant) * together[hit.article.id] ** weights.together
        for hit, reading in zip(read, readings, strict=True)
    ]
    factors += [min(factors, default=1.0)] * (len(hits) - len(read))
    weighed = [replace(hit, score=hit.score * factor) for hit, factor in zip(hits, factors, strict=True)]
    return sorted(weighed, key=lambda hit: hit.score, reverse=True)

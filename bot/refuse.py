"""When to decline, and what to say instead."""

from __future__ import annotations

from collections.abc import Sequence

from bot.types import Refusal
from vectorstore.catalog import Coverage
from vectorstore.types import Headline, Hit, Query

NO_ANSWER = "The articles do not say."
NOT_IN_SCOPE = "No article fits the dates, outlets or articles asked about."

THRESHOLDS = ((0.0, 0.0), (0.5, 0.3), (1.0, 0.9))
"""``(strictness, least confidence)`` points, joined by straight lines."""

CLOSEST = 3


def least_confidence(strictness: float) -> float:
    """The confidence below which the bot declines, for a strictness in 0..1."""
    (x0, y0), (x1, y1) = THRESHOLDS[:2] if strictness <= THRESHOLDS[1][0] else THRESHOLDS[1:]
    return y0 + (y1 - y0) * (strictness - x0) / (x1 - x0)


def refusal(query: Query, hits: Sequence[Hit], coverage: Coverage) -> Refusal:
    """Why there is no answer, and the nearest that the articles do cover."""
    return Refusal(
        reason=NO_ANSWER if hits or not _narrowed(query) else NOT_IN_SCOPE,
        articles=coverage.articles,
        sources=tuple(coverage.sources),
        earliest=coverage.earliest,
        latest=coverage.latest,
        closest=closest(hits),
    )


def closest(hits: Sequence[Hit]) -> tuple[Headline, ...]:
    """The articles of the best hits, each once."""
    distinct = {hit.article.id: hit.article for hit in hits}
    return tuple(distinct.values())[:CLOSEST]


def _narrowed(query: Query) -> bool:
    return bool(query.since or query.until or query.sources or query.articles)

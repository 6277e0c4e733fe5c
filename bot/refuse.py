"""When to decline, and what to say instead."""

from __future__ import annotations

from collections.abc import Sequence

from bot.reading import Candidate, Reading, is_whole
from bot.types import Quote, Refusal
from vectorstore.catalog import Coverage
from vectorstore.errors import BadInput
from vectorstore.types import Headline, Hit, Query
from vectorstore.words import terms

NO_ANSWER = "The articles do not say."
NOT_IN_SCOPE = "No article fits the dates, outlets or articles asked about."

THRESHOLDS = ((0.0, 0.0), (0.5, 0.24), (1.0, 0.9))
"""``(strictness, least confidence)`` points, joined by straight lines."""

CLOSEST = 3


def least_confidence(strictness: float) -> float:
    """The confidence below which the bot declines, for a strictness in 0..1.

    Raises:
        BadInput: it is beyond these bounds.
    """
    if not 0 <= strictness <= 1:
        raise BadInput(f"strictness goes from 0 (answer whenever possible) to 1 (only when certain), not {strictness}")
    (x0, y0), (x1, y1) = THRESHOLDS[:2] if strictness <= THRESHOLDS[1][0] else THRESHOLDS[1:]
    return y0 + (y1 - y0) * (strictness - x0) / (x1 - x0)


def refusal(query: Query, hits: Sequence[Hit], reading: Reading, coverage: Coverage) -> Refusal:
    """Why there is no answer, the nearest thing that the articles do say, and what they cover."""
    return Refusal(
        reason=NO_ANSWER if hits or not _narrowed(query) else NOT_IN_SCOPE,
        articles=coverage.articles,
        sources=tuple(coverage.sources),
        earliest=coverage.earliest,
        latest=coverage.latest,
        closest=closest(hits),
        nearest=nearest(query, reading),
    )


def closest(hits: Sequence[Hit]) -> tuple[Headline, ...]:
    """The articles of the best hits, each once."""
    distinct = {hit.article.id: hit.article for hit in hits}
    return tuple(distinct.values())[:CLOSEST]


def declined(answer: str) -> bool:
    """Whether the text of an answer is a refusal, alone or with what the articles do cover after it."""
    return answer.strip().startswith((NO_ANSWER, NOT_IN_SCOPE))


def nearest(query: Query, reading: Reading) -> Quote | None:
    """The best whole sentence, where it is about anything that was asked."""
    asked = frozenset(terms(query.asked))
    best = next((candidate for candidate in reading.candidates if is_whole(candidate.text)), None)
    return _quoted(best) if best and asked.intersection(terms(best.text)) else None


def _quoted(candidate: Candidate) -> Quote:
    begin = candidate.hit.chunk.start
    return Quote(
        article=candidate.hit.article,
        text=candidate.text,
        start=begin + candidate.start,
        end=begin + candidate.end,
    )


def _narrowed(query: Query) -> bool:
    return bool(query.since or query.until or query.sources or query.articles)

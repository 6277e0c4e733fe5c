"""The reader that was trained: the words of each sentence that may answer, what it makes of the passage, and a glance.

The weights are fitted by ``bench/fit_reading.py`` on training questions that the reader has not seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.overlap import Frequency, Overlap, at_a_glance
from bot.reading import Candidate, Reading, Seen, logistic, sentences_of, weighed
from vectorstore.spans import PassageReading, Span
from vectorstore.types import Hit, Query
from vectorstore.words import words

FITTED_FOR = "d0625367bd9516b31b27fbc7d0a7bebfca088c0724a44f42caff893c9e463f59"
"""SHA-256 of the ``reader.onnx`` that the weights below are for; with any other they are not used."""

MOST_PASSAGES = 10
"""Passages read for one question: that is what takes the time."""

NEAR_BEST = 0.12
"""Of the best one's odds. On the bundled set .80 of the answers are among 2.1 sentences; with three always, .83."""

ARTICLES = frozenset({"a", "an", "the"})
MOST_AGREEING = 3
TENTH = 0.1  # of a logit, so that all that is seen is about -1..1


class Passages(Protocol):
    """Reads whole passages."""

    def read(self, question: str, hits: Sequence[Hit]) -> list[PassageReading]:
        """A reading of each hit, in order."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceSeen(Overlap):
    """What is seen of a sentence: a glance, and tenths of logits."""

    span: float  # its best span
    lead: float  # the same, less the best span of its passage: 0 or below
    answerable: float  # its passage holds the answer
    relevant: float  # its passage is about the question


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSeen(Seen):
    """What is seen of the best sentence, and beside it."""

    span: float
    answerable: float
    relevant: float
    shared: float
    around: float
    passage: float
    agreeing: float  # other articles whose best span says the same, up to ``MOST_AGREEING``, as a share of that


SENTENCE_WEIGHTS = SentenceSeen(
    span=2.65, lead=1.99, answerable=3.42, relevant=3.76, shared=1.41, around=0.0, kind=0.0, passage=1.85, whole=1.0
)
SENTENCE_BIAS = 0.1
CONFIDENCE_WEIGHTS = AnswerSeen(
    span=2.29, answerable=1.85, relevant=-0.47, shared=0.9, around=-0.11, passage=0.19, agreeing=0.76
)
CONFIDENCE_BIAS = -0.42
"""Fitted, but for what is 0 and ``whole``: the training paragraphs have no headings, captions or labels to tell from
sentences, and their questions name what they are about. The bias is lower by as much as ``whole`` is higher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A sentence with its best span and what is seen of it."""

    candidate: Candidate
    span: Span
    seen: SentenceSeen


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanReader:
    """Reads with the trained reader."""

    passages: Passages
    frequency: Frequency

    def read(self, query: Query, hits: Sequence[Hit]) -> Reading:
        """Every sentence of the best hits, scored by the odds that it answers."""
        found = self.sightings(query, hits)
        if not found:
            return Reading()
        scored = sorted(((sentence_score(one.seen), one) for one in found), key=lambda row: row[0], reverse=True)
        best = answer_seen([one for _, one in scored])
        return Reading(
            candidates=tuple(replace(one.candidate, score=score) for score, one in scored),
            confidence=logistic(weighed(best, CONFIDENCE_WEIGHTS) + CONFIDENCE_BIAS),
            near_best=NEAR_BEST,
        )

    def sightings(self, query: Query, hits: Sequence[Hit]) -> list[Sighting]:
        """What is seen of each sentence of the best hits, in order."""
        hits = hits[:MOST_PASSAGES]
        readings = [(reading, reading.best()) for reading in self.passages.read(query.text, hits)]
        found = [(candidate, at) for at, hit in enumerate(hits) for candidate in sentences_of(hit)]
        glances = at_a_glance(query, hits, [candidate for candidate, _ in found], self.frequency)
        sightings = (
            sighting(candidate, *readings[at], glance) for (candidate, at), glance in zip(found, glances, strict=True)
        )
        return [one for one in sightings if one]


def sighting(candidate: Candidate, reading: PassageReading, best: Span | None, glance: Overlap) -> Sighting | None:
    """What is seen of a sentence of a passage, whose best span is given; nothing where it has no token."""
    span = reading.best(candidate.start, candidate.end)
    if span is None or best is None:
        return None
    seen = SentenceSeen(
        span=TENTH * span.score,
        lead=TENTH * (span.score - best.score),
        answerable=TENTH * reading.answerable,
        relevant=TENTH * reading.relevant,
        **glance.named(),
    )
    answer = (span.start, span.end) if span.score > 0 else None
    return Sighting(candidate=replace(candidate, answer=answer), span=span, seen=seen)


def sentence_score(seen: SentenceSeen) -> float:
    """The odds that a sentence answers: 1 when it is as likely as not."""
    return math.exp(weighed(seen, SENTENCE_WEIGHTS) + SENTENCE_BIAS)


def answer_seen(ordered: Sequence[Sighting]) -> AnswerSeen:
    """What speaks for the first of the sentences, the best one, and against it."""
    best = ordered[0]
    return AnswerSeen(
        span=best.seen.span,
        answerable=best.seen.answerable,
        relevant=best.seen.relevant,
        shared=best.seen.shared,
        around=best.seen.around,
        passage=best.seen.passage,
        agreeing=min(agreeing(ordered), MOST_AGREEING) / MOST_AGREEING,
    )


def agreeing(found: Sequence[Sighting]) -> int:
    """How many other articles have a best span that says the same as the first sentence's."""
    own, said = found[0].candidate.hit.article.id, said_by(found[0])
    best: dict[str, Sighting] = {}
    for one in sorted(found, key=lambda one: one.span.score, reverse=True):
        best.setdefault(one.candidate.hit.article.id, one)
    return sum(id != own and said_by(one) == said for id, one in best.items())


def said_by(one: Sighting) -> str:
    """The words of the span, without case, marks and articles."""
    text = one.candidate.hit.chunk.text[one.span.start : one.span.end]
    return " ".join(word for word in words(text) if word not in ARTICLES) or text

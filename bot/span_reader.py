"""The reader that was trained: the words of each sentence that may answer, what it makes of the passage, and a glance.

The weights are fitted by ``bench/fit_reading.py`` on training questions that the reader has not seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import datetime
from typing import Protocol

from bot.kinds import Kind, kind_of
from bot.outlets import asked_of_any
from bot.overlap import Frequency, Overlap, at_a_glance
from bot.reading import Candidate, Reading, Seen, logistic, sentences_of, weighed
from vectorstore.spans import PassageReading, Span
from vectorstore.types import Hit, Query
from vectorstore.words import words

FITTED_FOR = "d0625367bd9516b31b27fbc7d0a7bebfca088c0724a44f42caff893c9e463f59"
"""SHA-256 of the ``reader.onnx`` that the weights below are for; with any other they are not used."""

MOST_PASSAGES = 10
"""Passages read for one question: that is what takes the time."""

NEAR_BEST = 0.06
"""Of the best one's odds: 2.5 sentences of three, on average; ``docs/reading.md`` says what fewer would cost."""

WORDLESS = (Kind.YES_NO, Kind.COMPARISON)
"""Kinds whose answer need not stand anywhere in so many words."""

LONG_BEHIND = 60  # days

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
    behind: float  # how much older than the newest article read its own is, as a share of ``LONG_BEHIND``


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


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSeen(Seen):
    """What is seen of the best sentence for a question that is answered by no words of it."""

    answerable: float
    relevant: float
    shared: float
    around: float
    passage: float


SENTENCE_WEIGHTS = SentenceSeen(
    span=2.65,
    lead=1.99,
    answerable=3.42,
    relevant=3.76,
    behind=-1.0,
    shared=1.41,
    around=0.0,
    kind=0.0,
    passage=1.85,
    whole=1.0,
)
SENTENCE_BIAS = 0.1
CONFIDENCE_WEIGHTS = AnswerSeen(
    span=2.29, answerable=1.85, relevant=-0.47, shared=0.9, around=-0.11, passage=0.19, agreeing=0.76
)
CONFIDENCE_BIAS = -0.42
CLAIM_WEIGHTS = ClaimSeen(answerable=2.55, relevant=1.25, shared=1.17, around=0.68, passage=0.36)
CLAIM_BIAS = -1.40
"""Fitted, but for what is 0, ``whole`` and ``behind``: the training paragraphs have no headings, captions, labels or
dates, and their questions name what they are about. The bias is lower by as much as ``whole`` is higher."""


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
        return Reading(
            candidates=tuple(replace(one.candidate, score=score) for score, one in scored),
            confidence=confidence(kind_of(query.typed or query.text), [one for _, one in scored]),
            near_best=NEAR_BEST,
        )

    def sightings(self, query: Query, hits: Sequence[Hit]) -> list[Sighting]:
        """What is seen of each sentence of the best hits, in order."""
        hits = hits[:MOST_PASSAGES]
        readings = [(reading, reading.best()) for reading in self.passages.read(asked(query), hits)]
        found = [(candidate, at) for at, hit in enumerate(hits) for candidate in sentences_of(hit)]
        glances = at_a_glance(query, hits, [candidate for candidate, _ in found], self.frequency)
        late = behind(query, hits)
        sightings = (
            sighting(candidate, *readings[at], glance, late[at])
            for (candidate, at), glance in zip(found, glances, strict=True)
        )
        return [one for one in sightings if one]


def asked(query: Query) -> str:
    """The question as the trained reader is asked it: articles seldom name the outlet that a question names."""
    return asked_of_any(query.text, query.outlets)


def behind(query: Query, hits: Sequence[Hit]) -> list[float]:
    """How far each hit's article is behind the newest, 0..1; 0 for no date, or when another time is asked about."""
    dates = [hit.article.published for hit in hits]
    newest = max((date for date in dates if date), default=None)
    if newest is None or query.period:
        return [0.0] * len(hits)
    return [_share_behind(newest, date) if date else 0.0 for date in dates]


def _share_behind(newest: datetime, date: datetime) -> float:
    return min((newest - date).days / LONG_BEHIND, 1.0)


def sighting(
    candidate: Candidate, reading: PassageReading, best: Span | None, glance: Overlap, late: float
) -> Sighting | None:
    """What is seen of a sentence of a passage, whose best span is given; nothing where it has no token."""
    span = reading.best(candidate.start, candidate.end)
    if span is None or best is None:
        return None
    seen = SentenceSeen(
        span=TENTH * span.score,
        lead=TENTH * (span.score - best.score),
        answerable=TENTH * reading.answerable,
        relevant=TENTH * reading.relevant,
        behind=late,
        **glance.named(),
    )
    answer = (span.start, span.end) if span.score > 0 else None
    return Sighting(candidate=replace(candidate, answer=answer), span=span, seen=seen)


def sentence_score(seen: SentenceSeen) -> float:
    """The odds that a sentence answers: 1 when it is as likely as not."""
    return math.exp(weighed(seen, SENTENCE_WEIGHTS) + SENTENCE_BIAS)


def confidence(kind: Kind, ordered: Sequence[Sighting]) -> float:
    """How likely it is that the articles answer, from the sentences, best first.

    Where words of them should answer, both fits have an equal say: one knows near misses, the other other subjects.
    """
    about = weighed(claim_seen(ordered), CLAIM_WEIGHTS) + CLAIM_BIAS
    if kind in WORDLESS:
        return logistic(about)
    return logistic((about + weighed(answer_seen(ordered), CONFIDENCE_WEIGHTS) + CONFIDENCE_BIAS) / 2)


def claim_seen(ordered: Sequence[Sighting]) -> ClaimSeen:
    """What speaks for the first of the sentences where no words of it need answer."""
    best = ordered[0].seen
    return ClaimSeen(**{field.name: getattr(best, field.name) for field in fields(ClaimSeen)})


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

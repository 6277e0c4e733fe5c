"""The reader that was trained: the words of each sentence that may answer, what it makes of the passage, and a glance.

The weights are fitted by ``bench/fit_reading.py`` on training questions that the reader has not seen.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from bot.doubt import Whole, asked_itself, estranged, unlike
from bot.kinds import Kind, kind_of
from bot.late import late
from bot.outlets import asked_of_any
from bot.overlap import Frequency, Overlap, at_a_glance
from bot.pointed import pointed
from bot.reading import Candidate, Reading, logistic, sentences_of, weighed
from bot.sighting import AnswerSeen, ClaimSeen, SentenceSeen, Sighting, answer_seen, claim_seen, words_of
from vectorstore.relevance import by_relevance
from vectorstore.spans import PassageReading, Span
from vectorstore.types import Hit, Query

FITTED_FOR = "3fc2ec844eeaa0bb29f0bd4a9009827040bf42e7b457440cb3982f6faaf02c21"
"""SHA-256 of the ``reader.onnx`` that the weights below are for; with any other they are not used."""

MOST_PASSAGES = 10
"""Passages read for one question: that is what takes the time."""

NEAR_BEST = 0.05
"""Of the best one's odds: 2.5 sentences of three, on average; ``docs/reading.md`` says what fewer would cost."""

WORDLESS = (Kind.YES_NO, Kind.COMPARISON)
"""Kinds whose answer need not stand anywhere in so many words."""

TENTH = 0.1  # of a logit, so that all that is seen is about -1..1


class Passages(Protocol):
    """Reads whole passages."""

    def read(self, question: str, hits: Sequence[Hit]) -> list[PassageReading]:
        """A reading of each hit, in order."""
        ...


SENTENCE_WEIGHTS = SentenceSeen(
    span=1.38,
    lead=2.84,
    answerable=2.4,
    relevant=5.69,
    late=-1.0,
    shared=1.36,
    around=0.0,
    kind=0.0,
    passage=1.0,
    whole=1.0,
)
SENTENCE_BIAS = -1.1
CONFIDENCE_WEIGHTS = AnswerSeen(
    span=1.83, answerable=1.41, relevant=0.53, shared=0.59, around=0.07, passage=0.23, agreeing=0.5
)
CONFIDENCE_BIAS = -0.83
CLAIM_WEIGHTS = ClaimSeen(answerable=2.06, relevant=1.94, shared=0.67, around=0.98, passage=0.54)
CLAIM_BIAS = -1.89
"""Fitted, but for what is 0, ``whole``, ``late``, ``agreeing`` and the first ``passage``, which are set by hand: the
training paragraphs have no headings, captions, labels or dates, their questions name what they are about, no two tell
the same, and each comes in its place by shared words alone. The bias is lower by as much as ``whole`` is higher."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SpanReader:
    """Reads with the trained reader."""

    passages: Passages
    frequency: Frequency
    whole: Whole = field(default=lambda _: "")

    def read(self, query: Query, hits: Sequence[Hit]) -> Reading:
        """Every sentence of the best hits, scored by the odds that it answers."""
        readings = self.readings(query, hits)
        found = self._sightings(query, hits, readings)
        reordered = tuple(by_relevance(hits, readings)) if may_be_reordered(query) else ()
        if not found:
            return Reading(hits=reordered)
        question = query.asked
        scored = sorted(((odds(one), one) for one in found), key=lambda row: row[0], reverse=True)
        return Reading(
            candidates=tuple(replace(pointing(one, question), score=score) for score, one in scored),
            confidence=confidence(kind_of(question), [one for _, one in scored]),
            near_best=NEAR_BEST,
            hits=reordered,
        )

    def ranked(self, query: Query, hits: Sequence[Hit]) -> list[Hit]:
        """The hits by how relevant the reader finds the best of them."""
        return by_relevance(hits, self.readings(query, hits)) if may_be_reordered(query) else list(hits)

    def sightings(self, query: Query, hits: Sequence[Hit]) -> list[Sighting]:
        """What is seen of each sentence of the best hits, in order."""
        return self._sightings(query, hits, self.readings(query, hits))

    def readings(self, query: Query, hits: Sequence[Hit]) -> list[PassageReading]:
        """What the trained reader says of the best hits, in order."""
        return self.passages.read(asked(query), hits[:MOST_PASSAGES])

    def _sightings(self, query: Query, hits: Sequence[Hit], read: Sequence[PassageReading]) -> list[Sighting]:
        hits = hits[: len(read)]
        readings = [(reading, reading.best()) for reading in read]
        found = [(candidate, at) for at, hit in enumerate(hits) for candidate in sentences_of(hit)]
        glances = at_a_glance(query, hits, [candidate for candidate, _ in found], self.frequency)
        lateness = late(query, hits)
        sightings = (
            sighting(candidate, *readings[at], glance, lateness[at])
            for (candidate, at), glance in zip(found, glances, strict=True)
        )
        return self._doubted(query, hits, [one for one in sightings if one])

    def _doubted(self, query: Query, hits: Sequence[Hit], found: Sequence[Sighting]) -> list[Sighting]:
        """The same with what speaks against each."""
        question = asked_itself(query)
        strange = dict(zip((hit.chunk.id for hit in hits), estranged(query, hits, self.whole), strict=True))
        return [
            replace(
                one,
                doubt=strange[one.candidate.hit.chunk.id] + unlike(question, one.candidate.text, words_of(one)),
            )
            for one in found
        ]


def asked(query: Query) -> str:
    """The question as the trained reader is asked it: articles seldom name the outlet that a question names."""
    return asked_of_any(query.text, query.outlets)


def may_be_reordered(query: Query) -> bool:
    """Whether no outlet is named: what it says comes first, and the reader is asked without it."""
    return not query.outlets


def sighting(
    candidate: Candidate, reading: PassageReading, best: Span | None, glance: Overlap, lateness: float
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
        late=lateness,
        **glance.named(),
    )
    return Sighting(candidate=candidate, span=span, seen=seen)


def pointing(one: Sighting, question: str) -> Candidate:
    """The sentence with the words that are pointed at as the answer, if any are."""
    candidate, span = one.candidate, one.span
    said = (span.start, span.end) if span.score > 0 else None
    place = pointed(question, candidate.hit.chunk.text, (candidate.start, candidate.end), said)
    return replace(candidate, answer=place)


def odds(one: Sighting) -> float:
    """The odds that a sentence answers: 1 when it is as likely as not."""
    return math.exp(weighed(one.seen, SENTENCE_WEIGHTS) + SENTENCE_BIAS - one.doubt)


def confidence(kind: Kind, ordered: Sequence[Sighting]) -> float:
    """How likely it is that the articles answer, from the sentences, best first.

    Where words of them should answer, both fits have an equal say: one knows near misses, the other other subjects.
    """
    about, doubt = weighed(claim_seen(ordered), CLAIM_WEIGHTS) + CLAIM_BIAS, ordered[0].doubt
    if kind in WORDLESS:
        return logistic(about - doubt)
    return logistic((about + weighed(answer_seen(ordered), CONFIDENCE_WEIGHTS) + CONFIDENCE_BIAS) / 2 - doubt)

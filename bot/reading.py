"""Reading hits for a question: which sentence answers it, and how sure one can be that any does.

The reader here looks at meaning (embeddings), shared words weighed by rarity, the kind of answer asked for and
the rank of the passage. Its weights are fitted on openly licensed training questions by ``bench/fit_reading.py``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from bot.kinds import answers_kind, kind_of
from vectorstore.sentences import sentence_spans
from vectorstore.types import Embedder, Hit, Query, Vectors
from vectorstore.words import terms

MOST_SENTENCES = 24
"""Sentences compared by meaning for one question: that is what takes the time."""

ADDED = 0.35
"""What a word that the conversation added weighs beside one that was typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence of a hit; ``start`` and ``end`` are offsets into the hit's chunk text."""

    hit: Hit
    text: str
    start: int
    end: int
    score: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Sentences, best first, and how likely it is (0..1) that the articles hold the answer."""

    candidates: tuple[Candidate, ...] = ()
    confidence: float = 0.0


class Reader(Protocol):
    """Reads hits for a question."""

    def read(self, query: Query, hits: Sequence[Hit]) -> Reading:
        """All that the hits hold, best first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Features:
    """What is seen of one sentence, each about 0..1."""

    meaning: float  # cosine of question and sentence
    shared: float  # share of the question's rarity that the sentence holds
    around: float  # the same with the sentences beside it and the title
    kind: float  # 1 when it holds the kind of answer asked for
    passage: float  # 1 / rank of its passage
    whole: float  # 1 for a sentence of ordinary length that is no question

    def dot(self, weights: Features) -> float:
        """The weighted sum."""
        return float(sum(getattr(self, name) * getattr(weights, name) for name in self.__slots__))


SENTENCE_WEIGHTS = Features(meaning=5.93, shared=4.24, around=0.75, kind=0.18, passage=2.64, whole=0.5)
"""Fitted, but for ``whole``: the training paragraphs have no headings, captions or labels to tell from sentences."""

CONFIDENCE_WEIGHTS = Features(meaning=4.04, shared=1.5, around=0.45, kind=0.0, passage=0.57, whole=0.36)
CONFIDENCE_BIAS = -4.17


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapReader:
    """Reads by embeddings and shared words. ``frequency`` gives, for stems, the number of chunks that hold them."""

    embedder: Embedder
    frequency: Callable[[Sequence[str]], Mapping[str, int]]

    def read(self, query: Query, hits: Sequence[Hit]) -> Reading:
        """Every sentence of the hits, scored; confidence from what the best ones show."""
        found = [candidate for hit in hits for candidate in sentences_of(hit)]
        if not found:
            return Reading()
        features = self.features(query, hits, found)
        scored = sorted(
            ((seen.dot(SENTENCE_WEIGHTS), seen, candidate) for seen, candidate in zip(features, found, strict=True)),
            key=lambda row: row[0],
            reverse=True,
        )
        confidence = max(confidence_of(seen) for _, seen, _ in scored[:3])
        return Reading(
            candidates=tuple(replace(candidate, score=score) for score, _, candidate in scored),
            confidence=confidence,
        )

    def features(self, query: Query, hits: Sequence[Hit], found: Sequence[Candidate]) -> list[Features]:
        """What is seen of each candidate, in order; only the best by all else are compared by meaning."""
        seen = self._at_a_glance(query, hits, found)
        order = sorted(range(len(seen)), key=lambda at: seen[at].dot(SENTENCE_WEIGHTS), reverse=True)[:MOST_SENTENCES]
        meaning = self._meaning(query, [found[at].text for at in order])
        for at, cosine in zip(order, meaning, strict=True):
            seen[at] = replace(seen[at], meaning=float(cosine))
        return seen

    def _at_a_glance(self, query: Query, hits: Sequence[Hit], found: Sequence[Candidate]) -> list[Features]:
        question = query.typed or query.text
        kind, rarity = kind_of(question), self.rarity(query)
        bags = [frozenset(terms(candidate.text)) for candidate in found]
        ranks = {hit.chunk.id: rank for rank, hit in enumerate(hits, start=1)}
        return [
            Features(
                meaning=0.0,
                shared=share(rarity, bags[at]),
                around=share(rarity, _around(found, bags, at)),
                kind=float(answers_kind(kind, candidate.text, question)),
                passage=1 / ranks[candidate.hit.chunk.id],
                whole=float(5 <= len(candidate.text.split()) <= 60 and not candidate.text.endswith("?")),
            )
            for at, candidate in enumerate(found)
        ]

    def _meaning(self, query: Query, sentences: Sequence[str]) -> Vectors:
        """The cosine of the question and each sentence; of a follow-up, as typed and as resolved in equal parts."""
        questions = list(dict.fromkeys((query.text, query.typed or query.text)))
        vectors = self.embedder.embed([*questions, *sentences])
        cosines: Vectors = vectors[len(questions) :] @ vectors[: len(questions)].mean(axis=0)
        return cosines

    def rarity(self, query: Query) -> dict[str, float]:
        """How much each term of a query tells, by how few chunks hold it; less if the conversation added it."""
        asked = dict.fromkeys(terms(query.text))
        typed = frozenset(terms(query.typed or query.text))
        frequency = self.frequency(list(asked))
        return {term: (1.0 if term in typed else ADDED) / math.log(2 + frequency.get(term, 0)) for term in asked}


def _around(found: Sequence[Candidate], bags: Sequence[frozenset[str]], at: int) -> frozenset[str]:
    """The terms of a sentence, of those beside it in its passage, and of the title."""
    hit = found[at].hit
    beside = (bags[near] for near in (at - 1, at, at + 1) if 0 <= near < len(found) and found[near].hit is hit)
    return frozenset(terms(hit.article.title)).union(*beside)


def sentences_of(hit: Hit) -> list[Candidate]:
    """The sentences of a hit, in order."""
    text = hit.chunk.text
    return [Candidate(hit=hit, text=text[start:end], start=start, end=end) for start, end in sentence_spans(text)]


def share(rarity: Mapping[str, float], bag: frozenset[str]) -> float:
    """How much of the rarity of all asked terms the bag holds, 0..1."""
    total = sum(rarity.values())
    return sum(weight for term, weight in rarity.items() if term in bag) / total if total else 0.0


def confidence_of(seen: Features) -> float:
    """The logistic of the weighted features."""
    return 1 / (1 + math.exp(-(seen.dot(CONFIDENCE_WEIGHTS) + CONFIDENCE_BIAS)))

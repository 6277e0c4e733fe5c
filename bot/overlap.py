"""The reader that needs no training: meaning (embeddings), rare words shared, the kind of answer, the passage's rank.

Its weights are fitted on openly licensed training questions by ``bench/fit_reading.py``.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from bot.kinds import answers_kind, kind_of
from bot.reading import Candidate, Reading, Seen, is_whole, logistic, sentences_of, weighed
from vectorstore.types import Embedder, Hit, Query, Vectors
from vectorstore.words import terms

MOST_SENTENCES = 24
"""Sentences compared by meaning for one question: that is what takes the time."""

ADDED = 0.35
"""What a word that the conversation added weighs beside one that was typed."""

Frequency = Callable[[Sequence[str]], Mapping[str, int]]
"""For stems, the number of chunks that hold them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap(Seen):
    """What a glance at a sentence shows, each about 0..1."""

    shared: float  # share of the question's rarity that the sentence holds
    around: float  # the same with the sentences beside it and the title
    kind: float  # 1 when it holds the kind of answer asked for
    passage: float  # 1 / rank of its passage
    whole: float  # 1 for a sentence of ordinary length that ends as one: no question, heading or caption


@dataclass(frozen=True, slots=True, kw_only=True)
class Features(Overlap):
    """The same, and the cosine of question and sentence."""

    meaning: float = 0.0


SENTENCE_WEIGHTS = Features(meaning=5.93, shared=4.24, around=0.75, kind=0.18, passage=2.64, whole=0.5)
"""Fitted, but for ``whole``: the training paragraphs have no headings, captions or labels to tell from sentences."""

CONFIDENCE_WEIGHTS = Features(meaning=4.04, shared=1.5, around=0.45, kind=0.0, passage=0.57, whole=0.36)
CONFIDENCE_BIAS = -4.17


@dataclass(frozen=True, slots=True, kw_only=True)
class OverlapReader:
    """Reads by embeddings and shared words."""

    embedder: Embedder
    frequency: Frequency

    def read(self, query: Query, hits: Sequence[Hit]) -> Reading:
        """Every sentence of the hits, scored; confidence from what the best ones show."""
        found = [candidate for hit in hits for candidate in sentences_of(hit)]
        if not found:
            return Reading()
        features = self.features(query, hits, found)
        scored = sorted(
            (
                (weighed(seen, SENTENCE_WEIGHTS), seen, candidate)
                for seen, candidate in zip(features, found, strict=True)
            ),
            key=lambda row: row[0],
            reverse=True,
        )
        confidence = max(confidence_of(seen) for _, seen, _ in scored[:3])
        return Reading(
            candidates=tuple(replace(candidate, score=score) for score, _, candidate in scored),
            confidence=confidence,
        )

    def ranked(self, query: Query, hits: Sequence[Hit]) -> list[Hit]:  # noqa: ARG002
        """The hits as they are: shared words were looked for when they were found."""
        return list(hits)

    def features(self, query: Query, hits: Sequence[Hit], found: Sequence[Candidate]) -> list[Features]:
        """What is seen of each candidate, in order; only the best by all else are compared by meaning."""
        seen = [Features(**glance.named()) for glance in at_a_glance(query, hits, found, self.frequency)]
        order = sorted(range(len(seen)), key=lambda at: weighed(seen[at], SENTENCE_WEIGHTS), reverse=True)
        order = order[:MOST_SENTENCES]
        meaning = self._meaning(query, [found[at].text for at in order])
        for at, cosine in zip(order, meaning, strict=True):
            seen[at] = replace(seen[at], meaning=float(cosine))
        return seen

    def _meaning(self, query: Query, sentences: Sequence[str]) -> Vectors:
        """The cosine of the question and each sentence; of a follow-up, as typed and as resolved in equal parts."""
        questions = list(dict.fromkeys((query.text, query.asked)))
        vectors = self.embedder.embed([*questions, *sentences])
        cosines: Vectors = vectors[len(questions) :] @ vectors[: len(questions)].mean(axis=0)
        return cosines


def at_a_glance(query: Query, hits: Sequence[Hit], found: Sequence[Candidate], frequency: Frequency) -> list[Overlap]:
    """What is seen of each candidate without a model, in order."""
    question = query.asked
    kind, asked = kind_of(question), rarity(query, frequency)
    bags = [frozenset(terms(candidate.text)) for candidate in found]
    ranks = {hit.chunk.id: rank for rank, hit in enumerate(hits, start=1)}
    return [
        Overlap(
            shared=share(asked, bags[at]),
            around=share(asked, _around(found, bags, at)),
            kind=float(answers_kind(kind, candidate.text, question)),
            passage=1 / ranks[candidate.hit.chunk.id],
            whole=float(is_whole(candidate.text)),
        )
        for at, candidate in enumerate(found)
    ]


def rarity(query: Query, frequency: Frequency) -> dict[str, float]:
    """How much each term of a query tells, by how few chunks hold it; less if the conversation added it."""
    asked = dict.fromkeys(terms(query.text))
    typed = frozenset(terms(query.typed or query.text))
    held = frequency(list(asked))
    return {term: (1.0 if term in typed else ADDED) / math.log(2 + held.get(term, 0)) for term in asked}


def share(rarity: Mapping[str, float], bag: frozenset[str]) -> float:
    """How much of the rarity of all asked terms the bag holds, 0..1."""
    total = sum(rarity.values())
    return sum(weight for term, weight in rarity.items() if term in bag) / total if total else 0.0


def confidence_of(seen: Features) -> float:
    """The logistic of the weighted features."""
    return logistic(weighed(seen, CONFIDENCE_WEIGHTS) + CONFIDENCE_BIAS)


def _around(found: Sequence[Candidate], bags: Sequence[frozenset[str]], at: int) -> frozenset[str]:
    """The terms of a sentence, of those beside it in its passage, and of the title."""
    hit = found[at].hit
    beside = (bags[near] for near in (at - 1, at, at + 1) if 0 <= near < len(found) and found[near].hit is hit)
    return frozenset(terms(hit.article.title)).union(*beside)

"""The built-in answerer: it chooses whole sentences, so what it says is verbatim. It is the floor, not a fallback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from bot.reading import Candidate, Reading, is_whole, sentences_of
from bot.types import Draft
from vectorstore.types import Embedder, Hit
from vectorstore.words import terms

SAME = 0.7
"""A sentence that shares more of its words with one already quoted adds nothing."""

SUMMARY_SENTENCES = 4


def quote(reading: Reading, most: int) -> Iterator[Draft]:
    """One to ``most`` sentences, best first, that answer without saying the same twice."""
    chosen: list[Candidate] = []
    for candidate in reading.candidates:
        if len(chosen) == most or (chosen and candidate.score < reading.near_best * chosen[0].score):
            return
        if not any(says_the_same(candidate.text, other.text) for other in chosen):
            chosen.append(candidate)
            yield Draft(text=candidate.text, hits=(candidate.hit,), answer=_in_article(candidate))


def summarise(hits: Sequence[Hit], embedder: Embedder, most: int = SUMMARY_SENTENCES) -> Iterator[Draft]:
    """The central sentences of the hits, in reading order: nearest to the mean of all, earlier ones preferred.

    The sentence nearest to the centroid is the one most like the rest (Radev and others, "Centroid-based
    summarization", 2004); news says what matters first, so a sentence's place counts too.
    """
    found = [candidate for hit in hits for candidate in sentences_of(hit) if is_whole(candidate.text)]
    if not found:
        return
    vectors = embedder.embed([candidate.text for candidate in found])
    centre = vectors.mean(axis=0)
    places = np.linspace(0.15, 0.0, len(found), dtype=np.float32)
    chosen: list[int] = []
    for at in np.argsort(-(vectors @ centre + places)):
        if len(chosen) < most and not any(says_the_same(found[at].text, found[other].text) for other in chosen):
            chosen.append(int(at))
    for at in sorted(chosen):
        yield Draft(text=found[at].text, hits=(found[at].hit,))


def _in_article(candidate: Candidate) -> tuple[int, int] | None:
    if candidate.answer is None:
        return None
    begin = candidate.hit.chunk.start
    return begin + candidate.answer[0], begin + candidate.answer[1]


def says_the_same(one: str, other: str) -> bool:
    """Whether two sentences share most of the words of the shorter one."""
    first, second = set(terms(one)), set(terms(other))
    return len(first & second) > SAME * max(1, min(len(first), len(second)))

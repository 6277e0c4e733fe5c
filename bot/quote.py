"""The built-in answerer: it chooses whole sentences, so what it says is verbatim. It is the floor, not a fallback."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

import numpy as np

from bot.comparing import compared
from bot.kinds import Kind, kind_of
from bot.reading import Candidate, Reading, is_unmarked, is_whole, sentences_of
from bot.sides import differing, heading, likely, outlets
from bot.types import Draft
from vectorstore.types import Embedder, Hit, Query
from vectorstore.words import terms

SAME = 0.7
"""A sentence that shares more of its words with one already quoted adds nothing."""

SUMMARY_SENTENCES = 4


LISTED = 2
"""Sentences more than otherwise for a question that asks for several things."""

NEAR_FOR_A_LIST = 0.01


def quotes(query: Query, reading: Reading, most: int) -> Iterator[Draft]:
    """The sentences that answer, best first, as the kind of question wants them.

    What is compared, and figures or days that differ, have a sentence of each side, under its outlet and day. A list
    and a comparison get more sentences.
    """
    kind = kind_of(query.asked)
    if kind in (Kind.LIST, Kind.COMPARISON):
        reading, most = replace(reading, near_best=min(reading.near_best, NEAR_FOR_A_LIST)), most + LISTED
    if kind is Kind.COMPARISON:
        rest = chosen(reading, most)
        if compared(query):
            rest = [candidate for candidate in rest if likely(candidate, reading)]
        yield from _under_headings(_all(outlets(reading, query), rest)[:most])
    elif apart := differing(reading, kind):
        yield from _under_headings(_all(apart, chosen(reading, most))[: max(most, len(apart))])
    else:
        yield from map(_draft, chosen(reading, most))


def chosen(reading: Reading, most: int) -> list[Candidate]:
    """One to ``most`` sentences, best first, that answer without saying the same twice."""
    found: list[Candidate] = []
    for candidate in reading.candidates:
        if len(found) == most or (found and candidate.score < reading.near_best * found[0].score):
            break
        if not any(says_the_same(candidate.text, other.text) for other in found):
            found.append(candidate)
    return found


def summarise(hits: Sequence[Hit], embedder: Embedder, most: int = SUMMARY_SENTENCES) -> Iterator[Draft]:
    """The central sentences of the hits, in reading order: nearest to the mean of all, earlier ones preferred.

    The sentence nearest to the centroid is the one most like the rest (Radev and others, "Centroid-based
    summarization", 2004); news says what matters first, so a sentence's place counts too. Where the ends of sentences
    are not written, whole lines are quoted, half as many.
    """
    held = [candidate for hit in hits for candidate in sentences_of(hit)]
    found = [candidate for candidate in held if is_whole(candidate.text)]
    if not found:
        found, most = [candidate for candidate in held if is_unmarked(candidate.text)], max(1, most // 2)
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


def _all(first: Sequence[Candidate], rest: Sequence[Candidate]) -> list[Candidate]:
    """The first ones, then those of the rest that are not among them."""
    return [*first, *(candidate for candidate in rest if candidate not in first)]


def _under_headings(candidates: Sequence[Candidate]) -> Iterator[Draft]:
    """The sentences of each article together, under its outlet and day."""
    articles = dict.fromkeys(candidate.hit.article.id for candidate in candidates)
    for article in articles:
        own = [candidate for candidate in candidates if candidate.hit.article.id == article]
        for number, candidate in enumerate(own):
            yield _draft(candidate, "" if number else heading(candidate))


def _draft(candidate: Candidate, under: str = "") -> Draft:
    return Draft(text=candidate.text, hits=(candidate.hit,), answer=_in_article(candidate), heading=under)


def _in_article(candidate: Candidate) -> tuple[int, int] | None:
    if candidate.answer is None:
        return None
    begin = candidate.hit.chunk.start
    return begin + candidate.answer[0], begin + candidate.answer[1]


def says_the_same(one: str, other: str) -> bool:
    """Whether two sentences share most of the words of the shorter one."""
    first, second = set(terms(one)), set(terms(other))
    return len(first & second) > SAME * max(1, min(len(first), len(second)))

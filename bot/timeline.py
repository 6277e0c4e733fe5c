"""What was reported when, and what changed between two times: quotes under the day and the outlet that they are of."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.excerpts import day
from bot.kinds import Kind
from bot.overlap import Frequency, at_a_glance
from bot.quote import says_the_same
from bot.reading import Candidate, is_whole, sentences_of
from bot.types import Draft
from vectorstore.types import Embedder, Hit, Query
from vectorstore.words import WORD, terms

PASSAGES = 40
"""Passages looked through: more than for an answer that stands in one place."""

MOST_ARTICLES, A_PIECE = 15, 2
"""Articles whose sentences are compared with the topic by meaning, and how many of each: that is what takes time."""

MOST_DAYS = 8
MOST_CHANGES = 3
NEAR_BEST = 0.75
"""Of the best article's likeness to the topic: with less, an article is about something else."""

MARGIN = timedelta(days=1)
"""What happened on a day is often published the day after."""

_ASKING = re.compile(
    r"\b(please|can you|could you|give|show|draw|make|write|list|me|us|a|an|the|short|full|brief|timeline|time line|"
    r"chronology|chronological|sequence|order|events?|history|of|on|about|for|how|what|has|have|had|did|does|is|are|was|"
    r"were|been|over time|unfold(?:ed)?|develop(?:ed|ments?)?|evolve[ds]?|step by step|day by day|change[ds]?|"
    r"differen(?:t|ce)|\d{1,2}(?:st|nd|rd|th)?|new|first|last|latest|reports?|reported|reporting|story|stories|news|coverage|articles?|since|between|from|to|and|until|in)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A sentence of a dated article, and how much it tells of the topic: by shared words, and by meaning (cosine)."""

    candidate: Candidate
    on: datetime
    shared: float  # 0..1, by itself
    around: float  # 0..1, with what stands beside it and the title
    meaning: float = 0.0

    @property
    def weight(self) -> float:
        """How well it tells of the topic, all in all; an article's first sentence says what matters most."""
        return self.meaning + 0.3 * self.shared + 0.1 * self.around + 0.1 * (_place(self) == 0)


def topic(query: Query) -> Query:
    """The query without the words that ask for a timeline or a change, and without the period's own words."""
    said = query.text.replace(query.period.said, " ") if query.period else query.text
    left = " ".join(_ASKING.sub(" ", said).split()).strip(" ?.,:;")
    return replace(query, text=left or query.text, typed="", question="")


def reports(query: Query, hits: Sequence[Hit], frequency: Frequency, embedder: Embedder) -> list[Report]:
    """The whole sentences of dated articles on the topic, those that tell most of it first."""
    asked = topic(query)
    rows = _shortlist(_glanced(asked, hits, frequency))
    if not rows:
        return []
    texts = [f"{row.candidate.hit.article.title}. {row.candidate.text}" for row in rows]
    vectors = embedder.embed([asked.text, *texts])
    rows = [replace(row, meaning=float(cosine)) for row, cosine in zip(rows, vectors[1:] @ vectors[0], strict=True)]
    least = NEAR_BEST * max(row.meaning for row in rows)
    return sorted((row for row in rows if row.meaning >= least), key=lambda row: (-row.weight, row.on))


def _glanced(query: Query, hits: Sequence[Hit], frequency: Frequency) -> list[Report]:
    found = [candidate for hit in hits for candidate in sentences_of(hit) if is_whole(candidate.text)]
    glances = at_a_glance(query, hits, found, frequency)
    return [
        Report(candidate=candidate, on=candidate.hit.article.published, shared=glance.shared, around=glance.around)
        for candidate, glance in zip(found, glances, strict=True)
        if candidate.hit.article.published
    ]


def _shortlist(rows: Sequence[Report]) -> list[Report]:
    """Of each article its first sentence, and those that share most words with the topic."""
    by_article: dict[str, list[Report]] = {}
    for row in rows:
        by_article.setdefault(_article(row), []).append(row)
    kept = [
        sorted(of_article, key=lambda row: (_place(row) > 0, -row.shared - 0.5 * row.around, _place(row)))[:A_PIECE]
        for of_article in by_article.values()
    ]
    return [row for of_article in kept[:MOST_ARTICLES] for row in of_article]


def how_sure(found: Sequence[Report]) -> float:
    """How likely it is, 0..1, that the articles tell of the topic: the square of what the best one holds of it."""
    return max((row.around for row in found), default=0.0) ** 2


def drafts(kind: Kind, query: Query, found: Sequence[Report]) -> Iterator[Draft]:
    """A timeline, or what changed, as quotes under headings; nothing where fewer than two articles tell of it."""
    if kind is Kind.CHANGE:
        return changes(query, found)
    return timeline(found)


def timeline(found: Sequence[Report]) -> Iterator[Draft]:
    """The sentence of each article that tells most, oldest article first, without saying the same twice."""
    chosen: list[Report] = []
    for row in found:
        known = any(_article(row) == _article(other) or _same(row, other) for other in chosen)
        if not known and len(chosen) < MOST_DAYS:
            chosen.append(row)
    if len(chosen) > 1:
        yield from (_draft(row) for row in sorted(chosen, key=lambda row: row.on))


def changes(query: Query, found: Sequence[Report]) -> Iterator[Draft]:
    """What was said first and what was said last of the same matter, where the two differ: best matches first.

    First and last are the ends of the period that the question names, or else of all that is told.
    """
    first, last = _ends(query, found)
    pairs = [(_alike(one, other), one, other) for one in first for other in last if not _same(one, other)]
    before: list[Report] = []
    after: list[Report] = []
    for alike, one, other in sorted(pairs, key=lambda pair: -pair[0]):
        if alike and len(before) < MOST_CHANGES and one not in before and other not in after:
            before.append(one)
            after.append(other)
    for rows in (before, after):
        ordered = sorted(rows, key=lambda row: (row.on, _article(row), _place(row)))
        for number, row in enumerate(ordered):
            again = number > 0 and _article(ordered[number - 1]) == _article(row)
            yield _draft(row, heading="" if again else _heading(row))


def _ends(query: Query, found: Sequence[Report]) -> tuple[list[Report], list[Report]]:
    """The sentences of the days nearest to the two ends, and before a single day; none where both are one."""
    days = sorted({row.on for row in found})
    if not days:
        return [], []
    start, end = (query.period.start, query.period.end) if query.period else (days[0], days[-1])
    if end - start <= MARGIN:
        start -= MARGIN
    first = min(days, key=lambda on: (abs(on - start), on))
    last = min(days, key=lambda on: (abs(on - end), on))
    if last - first < MARGIN:
        return [], []
    return [row for row in found if abs(row.on - first) < MARGIN], [row for row in found if abs(row.on - last) < MARGIN]


def _alike(one: Report, other: Report) -> float:
    """How surely two sentences tell of the same matter: by the words they share, and how much of the topic."""
    first, second = set(terms(one.candidate.text)), set(terms(other.candidate.text))
    shared = len(first & second) / math.sqrt(max(1, len(first) * len(second)))
    return shared * (one.weight + other.weight)


def _same(one: Report, other: Report) -> bool:
    """Whether two sentences say the same: the same words, and no other number."""
    first, second = one.candidate.text, other.candidate.text
    return says_the_same(first, second) and _numbers(first) == _numbers(second)


def _numbers(text: str) -> set[str]:
    return {word for word in WORD.findall(text) if any(sign.isdigit() for sign in word)}


def _place(row: Report) -> int:
    """Where a sentence begins in its article."""
    return row.candidate.hit.chunk.start + row.candidate.start


def _article(row: Report) -> str:
    return row.candidate.hit.article.id


def _heading(row: Report) -> str:
    article = row.candidate.hit.article
    return ", ".join(part for part in (day(row.on), article.source) if part)


def _draft(row: Report, heading: str | None = None) -> Draft:
    under = _heading(row) if heading is None else heading
    return Draft(text=row.candidate.text, hits=(row.candidate.hit,), heading=under)

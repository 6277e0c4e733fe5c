"""Questions to fit the span reader on: SQuAD 2.0 dev, which the trained reader has not seen, with all its articles.

Each is read over the ten paragraphs that share most with it, of all 35 articles; its own is among them, but for one in
eight, where it is taken away. Those have no answer, and neither have the questions written to be unanswerable: half.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from bot.sighting import Sighting
from bot.span_reader import SpanReader
from training.rows import QuestionRow, read_claims, read_questions
from training.words import WordIndex
from vectorstore.rerank import PassageReader
from vectorstore.types import Chunk, Headline, Hit, Query
from vectorstore.words import terms

READ = 10
TAKEN_AWAY = 1 / 8
SHORT = 25  # words; a shorter passage says too little to be told from others

Right = Callable[[Sighting, QuestionRow], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What is seen of every sentence read for a question, and whether each holds the answer."""

    title: str
    sightings: list[Sighting]
    holds: list[bool]


def span_cases(data: Path, model: Path, questions: int, seed: int) -> list[Case]:
    """That many questions, drawn at random, read; without those that share a word with no paragraph."""
    rows = read_questions(data)["squad2_dev"]
    titles = {row.passage: row.title for row in rows}
    index = WordIndex(list(titles))
    frequency = Counter(term for passage in titles for term in set(terms(passage)))
    reader = SpanReader(passages=PassageReader.open(model), frequency=lambda _: frequency)
    chance = random.Random(seed)
    cases = (
        case(row, hits(near(row, index, chance), titles), reader, holds)
        for row in chance.sample(rows, min(questions, len(rows)))
    )
    return [one for one in cases if one.sightings]


def claim_cases(data: Path, model: Path, questions: int, seed: int) -> list[Case]:
    """Questions with a yes or a no for an answer, which the trained reader has not seen: BoolQ.

    Each is read over the passages that share most with it; its own is taken away from every other one.
    """
    claims = [claim for claim in read_claims(data, ("boolq_question",)) if len(claim.passage.split()) > SHORT]
    titles = {claim.passage: "" for claim in claims}
    index = WordIndex(list(titles))
    frequency = Counter(term for passage in titles for term in set(terms(passage)))
    reader = SpanReader(passages=PassageReader.open(model), frequency=lambda _: frequency)
    chance = random.Random(seed)
    rows = (
        QuestionRow(source=claim.source, question=claim.claim, title=claim.claim, passage=claim.passage, answers=())
        for claim in chance.sample(claims, min(questions, len(claims)))
    )
    cases = (case(row, hits(near(row, index, chance, taken_away=0.5), titles), reader, is_own) for row in rows)
    return [one for one in cases if one.sightings]


def near(row: QuestionRow, index: WordIndex, chance: random.Random, taken_away: float = TAKEN_AWAY) -> list[str]:
    """The passages read for a question, best first."""
    found = [index.passages[number] for number in index.nearest(row.question)]
    if chance.random() < taken_away:
        return [passage for passage in found if passage != row.passage][:READ]
    return found[:READ] if row.passage in found[:READ] else [*found[: READ - 1], row.passage]


def hits(passages: Sequence[str], titles: dict[str, str]) -> list[Hit]:
    """Each passage as the chunk of an article of its own."""
    return [
        Hit(
            chunk=Chunk(id=f"{rank}#0", article_id=str(rank), text=passage, start=0, end=len(passage)),
            article=Headline(id=str(rank), title=titles[passage]),
            score=1 / rank,
        )
        for rank, passage in enumerate(passages, start=1)
    ]


def case(row: QuestionRow, found: Sequence[Hit], reader: SpanReader, right: Right) -> Case:
    """A question, read; ``right`` says which sentences answer it."""
    query = Query(text=row.question, as_of=datetime(2020, 1, 1, tzinfo=UTC))
    sightings = reader.sightings(query, found)
    return Case(title=row.title, sightings=sightings, holds=[right(one, row) for one in sightings])


def is_own(one: Sighting, row: QuestionRow) -> bool:
    """Whether a sentence is one of the question's own passage."""
    return one.candidate.hit.chunk.text == row.passage


def holds(one: Sighting, row: QuestionRow) -> bool:
    """Whether a sentence is one of the question's own paragraph, and an answer lies in it."""
    candidate = one.candidate
    return is_own(one, row) and any(candidate.start <= start and end <= candidate.end for start, end in row.answers)

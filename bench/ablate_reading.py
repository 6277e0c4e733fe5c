"""What each part of reading brings: shared words, the trained reader's verdicts, its spans, and the calibration.

    python -m bench.ablate_reading SET_DIR LIBRARY_DIR [--strictness] [--limit 60]

``LIBRARY_DIR`` is a data folder that holds the set's articles, such as one that ``python -m bot evaluate`` filled.
Every question is searched and read once; the ways to choose and to decline are compared on what was read. The
columns: the answer is in the best sentence, in the best three; the token F1 of the words that are pointed at, which
without spans are the whole best sentence; the chance that an answerable question has more
confidence than another (AUROC), over those for which anything was found; the Brier score of the confidence.

``--strictness`` prints the risk-coverage curve as points: what each strictness declines and how often it is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from sklearn.metrics import brier_score_loss, roc_auc_score

from bot.articlebot import ArticleBot
from bot.build import load_bot
from bot.evaluate.asking import Scoping, conversation, latest
from bot.evaluate.data import load
from bot.evaluate.gold import Question
from bot.evaluate.measures.texts import contains, token_f1
from bot.kinds import kind_of
from bot.overlap import SENTENCE_WEIGHTS as OVERLAP_WEIGHTS
from bot.overlap import Features, OverlapReader, confidence_of
from bot.reading import logistic, weighed
from bot.refuse import least_confidence
from bot.sighting import SentenceSeen, Sighting
from bot.span_reader import SENTENCE_WEIGHTS, SpanReader, confidence, odds, pointing
from vectorstore.types import Query

app = typer.Typer(add_completion=False)

Score = Callable[["Read", int], float]
"""Of a sentence of what was read, by its number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A question with all sentences read for it, as both readers see them."""

    question: Question
    query: Query
    sightings: Sequence[Sighting]
    glances: Sequence[Features]

    def ordered(self, score: Score) -> list[int]:
        """Numbers of the sentences, best first."""
        return sorted(range(len(self.sightings)), key=lambda at: -score(self, at))

    def right(self, at: int) -> bool:
        """Whether a sentence holds an answer."""
        text = self.sightings[at].candidate.text
        return any(contains(text, answer) for answer in self.question.answers)

    def f1(self, at: int, *, points: bool) -> float:
        """Token F1 of a sentence, or of the words of it that are pointed at, with the best gold answer."""
        one = self.sightings[at]
        answer = pointing(one, self.question.question).answer if points else None
        text = one.candidate.hit.chunk.text[slice(*answer)] if answer else one.candidate.text
        return max((token_f1(text, gold) for gold in self.question.answers), default=0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """How sentences are ordered, and how likely an answer is for the best of them."""

    name: str
    score: Score
    confidence: Callable[[Read, Sequence[int]], float]
    points: bool = False  # at words of a sentence, not at all of it


def weights(*kept: str) -> SentenceSeen:
    """The fitted weights, all others 0."""
    return SentenceSeen(
        **{field.name: getattr(SENTENCE_WEIGHTS, field.name) * (field.name in kept) for field in fields(SentenceSeen)}
    )


GLANCE = ("shared", "passage", "whole", "late")
RELEVANCE = weights(*GLANCE, "answerable", "relevant")
WAYS = (
    Way(
        name="overlap only",
        score=lambda read, at: weighed(read.glances[at], OVERLAP_WEIGHTS),
        confidence=lambda read, order: max(confidence_of(read.glances[at]) for at in order[:3]),
    ),
    Way(
        name="relevance",
        score=lambda read, at: weighed(read.sightings[at].seen, RELEVANCE),
        confidence=lambda read, order: logistic(10 * read.sightings[order[0]].seen.answerable),
    ),
    Way(
        name="span",
        score=lambda read, at: weighed(read.sightings[at].seen, SENTENCE_WEIGHTS),
        confidence=lambda read, order: logistic(read.sightings[order[0]].span.score),
        points=True,
    ),
    Way(
        name="calibration",
        score=lambda read, at: odds(read.sightings[at]),
        confidence=lambda read, order: calibrated(read, order),
        points=True,
    ),
)


@app.command()
def ablate(
    set_dir: Path,
    library_dir: Path,
    strictness: Annotated[bool, typer.Option(help="print the risk-coverage curve too")] = False,
    limit: Annotated[int | None, typer.Option(help="only about so many questions, evenly spread")] = None,
) -> None:
    """Print a table of the ways."""
    loaded = load(set_dir)
    scoping = Scoping()
    with load_bot(data=library_dir) as bot:
        asked = loaded.questions[:: max(1, len(loaded.questions) // limit)] if limit else loaded.questions
        rows = [read_with(bot, question, scoping, latest(loaded)) for question in asked]
    found = [row for row in rows if row.sightings]
    print(f"{len(rows)} questions, {len(found)} with anything found\n")
    print("| | best sentence | best three | F1 | AUROC | Brier |\n|---|---|---|---|---|---|")
    for way in WAYS:
        print(line(way, found))
    if strictness:
        print(
            "\n| strictness | least confidence | answered | wrong | refused though answerable |\n|---|---|---|---|---|"
        )
        for step in range(11):
            print(at_strictness(step / 10, rows))


def read_with(bot: ArticleBot, question: Question, scoping: Scoping, today: object) -> Read:
    """A question, searched and read as the bot does."""
    if not isinstance(bot.reader, SpanReader):
        raise typer.BadParameter("the trained reader is not there")
    scope = scoping.scope(question)
    if question.history:
        scope["conversation"] = conversation(question.history)
    if today and not scope.get("as_of"):
        scope["as_of"] = today  # type: ignore[typeddict-item]
    query, hits = bot.retrieve(question.question, bot.passages, **scope)
    sightings = bot.reader.sightings(query, hits)
    overlap = OverlapReader(embedder=bot.library.embedder, frequency=bot.library.words.document_frequency)
    candidates = [one.candidate for one in sightings]
    glances = overlap.features(query, hits, candidates) if candidates else []
    return Read(question=question, query=query, sightings=sightings, glances=glances)


def calibrated(read: Read, order: Sequence[int]) -> float:
    """The confidence that the bot has."""
    return confidence(kind_of(read.query.typed or read.query.text), [read.sightings[at] for at in order])


def line(way: Way, found: Sequence[Read]) -> str:
    """A way's row of the table."""
    orders = [read.ordered(way.score) for read in found]
    answered = [(read, order) for read, order in zip(found, orders, strict=True) if read.question.answerable]
    best = [np.mean([any(map(read.right, order[:k])) for read, order in answered]) for k in (1, 3)]
    able = np.array([bool(read.question.answerable) for read in found])
    chance = np.array([way.confidence(read, order) for read, order in zip(found, orders, strict=True)])
    f1 = np.mean([read.f1(order[0], points=way.points) for read, order in answered])
    auroc = roc_auc_score(able, chance) if able.any() and not able.all() else np.nan
    figures = (*best, f1, auroc, brier_score_loss(able, chance, labels=[False, True]))
    return f"| {way.name} | {' | '.join(f'{value:.3f}' for value in figures)} |"


def at_strictness(strictness: float, rows: Sequence[Read]) -> str:
    """What a strictness declines, and how often the best three sentences of the rest hold no answer."""
    least, way = least_confidence(strictness), WAYS[-1]
    answered = refused = wrong = 0
    for read in rows:
        order = read.ordered(way.score)
        if order and calibrated(read, order) >= least:
            answered += 1
            wrong += not (read.question.answerable and any(map(read.right, order[:3])))
        else:
            refused += bool(read.question.answerable)
    able = sum(bool(read.question.answerable) for read in rows)
    shares = (answered / len(rows), wrong / max(answered, 1), refused / max(able, 1))
    return f"| {strictness:.1f} | {least:.2f} | {' | '.join(f'{share:.3f}' for share in shares)} |"


if __name__ == "__main__":
    app()

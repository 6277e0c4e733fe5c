"""Fit how much the trained reader's relevance counts beside the search's score: ``vectorstore/relevance.py``.

    python -m bench.fit_relevance ../shared/train [--model vectorstore/reader] [--questions 500]

The paragraphs of SQuAD 2.0 dev, which the reader has not seen, become a library, and each question is searched for in
it. Among the passages that are read, the right one has the probability ``softmax(a log score + b relevance)``; its
likelihood is made as high as can be, and ``b / a`` is the weight. Fitted on two thirds of the articles, measured on
the rest. A wide range of weights does as well: ``docs/retrieval.md`` says which was taken, and
``python -m bench.tune_retrieval`` shows what each brings on a set.
"""

from __future__ import annotations

import json
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import numpy as np
import typer
from scipy.optimize import minimize
from scipy.special import logsumexp

from bot.span_reader import MOST_PASSAGES
from training.rows import QuestionRow, read_questions
from vectorstore.library import Library
from vectorstore.relevance import Weights, by_relevance
from vectorstore.rerank import DESCRIPTION, FOLDER, PassageReader
from vectorstore.retrieve import retriever_for
from vectorstore.spans import PassageReading
from vectorstore.types import Article, Hit, Query

NOW = datetime(2020, 1, 1, tzinfo=UTC)
TRIED = (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7, 1.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Searched:
    """What was found for a question of an article, read, and which of it is the question's own paragraph."""

    title: str
    own: str
    hits: list[Hit]
    readings: list[PassageReading]

    @property
    def place(self) -> int | None:
        """Of the own paragraph among the hits; none where it was not found."""
        return next((at for at, hit in enumerate(self.hits) if hit.article.id == self.own), None)

    def seen(self) -> np.ndarray:
        """Log score and relevance of each hit, ``(n, 2)``."""
        rows = zip(self.hits, self.readings, strict=True)
        return np.array([(np.log(hit.score), reading.relevant) for hit, reading in rows])

    def first(self, weight: float) -> bool:
        """Whether the own paragraph comes first with a weight."""
        weights = Weights(relevant=weight, together=0.0)
        return by_relevance(self.hits, self.readings, weights)[0].article.id == self.own


def main(
    data: Annotated[Path, typer.Argument(help="the folder of the training data")],
    model: Annotated[Path, typer.Option(help="the folder of the exported reader")] = FOLDER,
    questions: int = 500,
    seed: int = 7,
) -> None:
    """Print the weight, and how often the right paragraph comes first with it and with others."""
    rows = [row for row in read_questions(data)["squad2_dev"] if row.answers]
    with TemporaryDirectory() as folder:
        chosen = random.Random(seed).sample(rows, min(questions, len(rows)))
        searched = list(search(chosen, rows, Path(folder), PassageReader.open(model)))
    held_titles = set(sorted({one.title for one in searched})[::3])
    held = [one for one in searched if one.title in held_titles]
    weight = fitted([one for one in searched if one.title not in held_titles])
    print(f"of the reader {json.loads((model / DESCRIPTION).read_text())['sha256'][:8]}")
    print(f"relevant = {weight:.2f}")
    for tried in sorted({*TRIED, round(weight, 2)}):
        print(f"{tried:.2f}: first {np.mean([one.first(tried) for one in held]):.3f} of {len(held)}")


def search(
    chosen: Sequence[QuestionRow], rows: Sequence[QuestionRow], folder: Path, reader: PassageReader
) -> Iterator[Searched]:
    """Each question, searched for among the paragraphs of all, and what was found read; nothing where nothing was."""
    ids = {passage: str(number) for number, passage in enumerate(dict.fromkeys(row.passage for row in rows))}
    titles = {row.passage: row.title.replace("_", " ") for row in rows}
    with Library.open(folder) as library:
        for _ in library.ingest([Article(id=id, title=titles[text], text=text) for text, id in ids.items()]):
            pass
        retriever = retriever_for(library)
        for row in chosen:
            hits = retriever.retrieve(Query(text=row.question, as_of=NOW), MOST_PASSAGES)
            if hits:
                readings = reader.read(row.question, hits)
                yield Searched(title=row.title, own=ids[row.passage], hits=hits, readings=readings)


def fitted(searched: Sequence[Searched]) -> float:
    """The weight with which the right paragraphs, where found, are likeliest."""
    cases = [(one.seen(), one.place) for one in searched if one.place is not None]

    def unlikely(weights: np.ndarray) -> float:
        scores = [(seen @ weights, place) for seen, place in cases]
        return float(np.mean([logsumexp(score) - score[place] for score, place in scores]))

    beside_score, of_relevance = minimize(unlikely, np.array([1.0, 1.0]), method="Nelder-Mead").x
    return float(of_relevance / beside_score)


if __name__ == "__main__":
    typer.run(main)

"""What each choice in the stack of retrievers costs and brings, one at a time and then together.

    python -m bench.tune_retrieval SET_DIR LIBRARY_DIR [--questions 400]

``LIBRARY_DIR`` is a data folder that holds the set's articles, such as one that ``python -m bot evaluate`` filled.
Both searches are run once for each question; everything after them is cheap and is tried in all the ways listed.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from bot.build import load_bot
from bot.evaluate.asking import Scoping, conversation, latest
from bot.evaluate.data import load
from bot.evaluate.gold import Question
from vectorstore.fuse import reciprocal_rank_fusion
from vectorstore.lexical import WordRetriever
from vectorstore.retrieve import DenseRetriever
from vectorstore.timely import Timely
from vectorstore.types import Hit, Query

DEPTH = 100
TITLES = (1.0, 2.0, 3.0, 5.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to put the rankings together."""

    title: float = 2.0
    words: float = 1.0
    c: int = 60
    strength: float = 0.5
    half_life: float = 14.0


ALTERNATIVES: dict[str, tuple[Any, ...]] = {
    "title": TITLES,
    "words": (0.0, 0.5, 0.75, 1.0, 1.5, 2.0, 100.0),
    "c": (5, 10, 20, 60),
    "strength": (0.0, 0.3, 0.5, 0.7, 0.85),
    "half_life": (3.0, 7.0, 14.0, 30.0, 90.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A question with both rankings; words once for each weight of titles."""

    question: Question
    query: Query
    dense: Sequence[Hit]
    words: Mapping[float, Sequence[Hit]]

    def rank(self, choice: Choice) -> int:
        """Of the first gold article, from 1; 1000 if it is not found."""
        rankings = [self.dense, self.words[choice.title]]
        fused = reciprocal_rank_fusion(rankings, weights=(1.0, choice.words), c=choice.c)
        timely = Timely(retriever=Given(fused), strength=choice.strength, half_life=choice.half_life)
        weighed = timely.retrieve(self.query, 2 * DEPTH)
        order = list(dict.fromkeys(hit.article.id for hit in weighed))
        gold = [order.index(one.article_id) for one in self.question.evidence if one.article_id in order]
        return min(gold) + 1 if gold else 1000


@dataclass(frozen=True, slots=True)
class Given:
    """A retriever whose hits are known."""

    hits: Sequence[Hit]

    def retrieve(self, query: Query, k: int) -> list[Hit]:  # noqa: ARG002
        """The first ``k``."""
        return list(self.hits[:k])


def main(
    folder: Annotated[Path, typer.Argument(help="a set folder")],
    data: Annotated[Path, typer.Argument(help="a library with its articles")],
    questions: int = 400,
) -> None:
    """Print hit@1, hit@5, hit@10 and MRR for the choices now in force, each alternative, and the best together."""
    cases = list(prepared(folder, data, questions))
    now = Choice()
    show("now", now, cases)
    for name, values in ALTERNATIVES.items():
        for value in values:
            show(f"{name} {value:g}", replace(now, **{name: value}), cases)
    grid = [
        Choice(title=title, words=words, c=c, strength=strength, half_life=half_life)
        for title, words, c, strength, half_life in itertools.product(
            TITLES[:3], (0.5, 1.0, 1.5), (10, 20, 60), (0.3, 0.5, 0.7, 0.85), (3.0, 7.0, 14.0, 30.0)
        )
    ]
    for choice in sorted(grid, key=lambda choice: -mrr(choice, cases))[:8]:
        show(str(choice), choice, cases)


def prepared(folder: Path, data: Path, most: int) -> list[Case]:
    """The answerable questions, evenly thinned, with both rankings each."""
    chosen = load(folder)
    scoping = Scoping(latest=latest(chosen))
    wanted = [question for question in chosen.questions if question.answerable and question.evidence]
    cases = []
    with load_bot(data=data) as bot:
        catalog = bot.library.catalog
        dense = DenseRetriever(index=bot.library.dense, catalog=catalog, embedder=bot.library.embedder)
        for question in wanted[:: max(1, len(wanted) // most)]:
            scope = scoping.scope(question)
            if question.history:
                scope["conversation"] = conversation(question.history)
            query = bot.understand(question.question, **scope)
            words = {title: WordRetriever(catalog=catalog, title=title).retrieve(query, DEPTH) for title in TITLES}
            cases.append(Case(question=question, query=query, dense=dense.retrieve(query, DEPTH), words=words))
    return cases


def show(name: str, choice: Choice, cases: Sequence[Case]) -> None:
    """A line of figures."""
    ranks = np.array([case.rank(choice) for case in cases])
    hits = "  ".join(f"@{k} {np.mean(ranks <= k):.3f}" for k in (1, 5, 10))
    print(f"{hits}  mrr {np.mean(1 / ranks):.4f}  n {len(ranks)}  {name}", flush=True)


def mrr(choice: Choice, cases: Sequence[Case]) -> float:
    """The mean reciprocal rank."""
    return float(np.mean([1 / case.rank(choice) for case in cases]))


if __name__ == "__main__":
    typer.run(main)

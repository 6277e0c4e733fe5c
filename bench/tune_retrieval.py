"""What each choice in the stack of retrievers brings and costs: every ingredient left out, every number varied.

    python -m bench.tune_retrieval SET_DIR LIBRARY_DIR [--questions 400] [--no-numbers]

``LIBRARY_DIR`` is a data folder that holds the set's articles, such as one that ``python -m bot evaluate`` filled.
A search is done once and remembered, so that hundreds of ways to put the stack together take a minute or two. The
last rows are in the order that the trained reader gives to the ten best, which it reads anyway to answer.
Cost is counted in searches a question (one is a dense and a word search), which no noise of the machine changes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any

import numpy as np
import typer

from bot.articlebot import ArticleBot
from bot.build import load_bot
from bot.evaluate.asking import Scoping, conversation, latest
from bot.evaluate.data import load
from bot.evaluate.gold import Question
from bot.reading import Reader
from bot.span_reader import SpanReader, may_be_reordered
from vectorstore.distinct import Distinct
from vectorstore.fuse import Fused
from vectorstore.lexical import WordRetriever
from vectorstore.relevance import WEIGHTS, Weights, by_relevance
from vectorstore.retrieve import DenseRetriever, Widened
from vectorstore.timely import Timely
from vectorstore.types import Hit, Query, Retriever

FOUND = 50  # chunks, so that ten articles are among them
Choice = Mapping[str, Any]

ALTERNATIVES: dict[str, tuple[Any, ...]] = {
    "words": (0.0, 0.4, 0.7, 1.0, 1.5, 100.0),
    "c": (5, 10, 20, 60),
    "depth": (25, 50, 100, 200),
    "named": (0.0, 0.3, 0.5, 0.7),
    "dated": (0.0, 0.5, 0.7, 0.9, 1.0),
    "now": (0.0, 0.05, 0.15, 0.3),
    "half_life": (3.0, 7.0, 14.0, 30.0, 60.0),
    "typed": (0.0, 0.25, 0.5, 1.0, 2.0),
    "outlets": (0.0, 0.3, 1.0, 3.0),
    "overlap": (0.8, 0.9, 1.0),
}
READ = [
    Weights(relevant=relevant, together=together)
    for relevant in (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7)
    for together in (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.7)
]
WITHOUT: dict[str, Choice] = {
    "the dense search": {"words": 100.0},
    "the word search": {"words": 0.0},
    "nearness in time": {"named": 0.0, "dated": 0.0, "now": 0.0},
    "the search as typed": {"typed": 0.0},
    "the search in named outlets": {"outlets": 0.0},
    "the dropping of copies": {"overlap": 1.0},
}


@dataclass(frozen=True, slots=True)
class Remembering:
    """A retriever that searches once for the same; ``searched`` counts what it was asked."""

    retriever: Retriever
    known: dict[Any, list[Hit]] = field(default_factory=dict)
    searched: list[int] = field(default_factory=lambda: [0])

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """What the retriever finds, or found before."""
        self.searched[0] += 1
        key = (query.text, query.as_of, query.since, query.until, query.sources, query.articles, k)
        if key not in self.known:
            self.known[key] = self.retriever.retrieve(query, k)
        return self.known[key]


@dataclass(frozen=True, slots=True)
class Bench:
    """The two searches over a library, and questions as the bot understands them."""

    dense: Remembering
    words: Remembering
    asked: Sequence[tuple[Question, Query]]
    reader: Reader

    def stack(self, choice: Choice) -> Retriever:
        """The project's stack with some numbers changed; see ``vectorstore.retrieve.retriever_for``."""
        fused = Fused(
            retrievers=(self.dense, self.words),
            weights=(1.0, choice.get("words", 0.7)),
            **_of(choice, "c", "depth"),
        )
        timely = Timely(retriever=fused, **_of(choice, "named", "dated", "now", "half_life"))
        widened = Widened(retriever=timely, **_of(choice, "typed", "outlets"))
        return Distinct(retriever=widened, **_of(choice, "overlap"))

    def line(self, choice: Choice) -> str:
        """The measures of a choice, and the searches a question that it costs."""
        before, stack = self.dense.searched[0], self.stack(choice)
        told = _told([(question, stack.retrieve(query, FOUND)) for question, query in self.asked])
        return f"{told}  {(self.dense.searched[0] - before) / len(self.asked):.1f}"

    def read(self, *, numbers: bool) -> Iterator[tuple[Weights, str]]:
        """The measures of the stack as it is as the trained reader orders it, and with other weights."""
        if not isinstance(self.reader, SpanReader):
            return
        stack = self.stack({})
        found = [(question, query, stack.retrieve(query, FOUND)) for question, query in self.asked]
        read = [self.reader.readings(query, hits) if may_be_reordered(query) else [] for _, query, hits in found]
        for weights in (WEIGHTS, *READ) if numbers else (WEIGHTS,):
            rows = zip(found, read, strict=True)
            yield weights, _told([(question, by_relevance(hits, own, weights)) for (question, _, hits), own in rows])


def main(
    folder: Annotated[Path, typer.Argument(help="a set folder")],
    data: Annotated[Path, typer.Argument(help="a library with its articles")],
    questions: int = 400,
    numbers: Annotated[bool, typer.Option(help="vary each number, too")] = True,
) -> None:
    """Print the measures of the stack as it is, without each ingredient, and with each number varied."""
    chosen = load(folder)
    with load_bot(data=data) as bot:
        today = latest(chosen)
        asking = replace(bot, now=lambda: today) if today else bot
        bench = _bench(asking, list(_answerable(chosen.questions, questions)))
        print(f"{folder.name}, {len(bench.asked)} questions; the last figure is searches a question")
        for name, choice in _choices(numbers=numbers):
            print(f"{bench.line(choice)}  {name}", flush=True)
        for weights, told in bench.read(numbers=numbers):
            print(f"{told}       read: relevant {weights.relevant:g}, together {weights.together:g}")


def _choices(*, numbers: bool) -> Iterator[tuple[str, Choice]]:
    yield "as it is", {}
    yield from ((f"without {name}", choice) for name, choice in WITHOUT.items())
    for name, values in ALTERNATIVES.items() if numbers else ():
        yield from ((f"{name} {value:g}", {name: value}) for value in values)


def _answerable(questions: Sequence[Question], most: int) -> Iterator[Question]:
    """Those with evidence, evenly thinned to ``most``."""
    wanted = [question for question in questions if question.answerable is not False and question.evidence]
    yield from wanted[:: max(1, -(-len(wanted) // most))]


def _bench(bot: ArticleBot, questions: Sequence[Question]) -> Bench:
    library = bot.library
    dense = DenseRetriever(index=library.dense, catalog=library.catalog, embedder=library.embedder)
    words = WordRetriever(index=library.words, catalog=library.catalog)
    asked = [(question, _understood(bot, question)) for question in questions]
    return Bench(Remembering(dense), Remembering(words), asked, bot.reader)


def _understood(bot: ArticleBot, question: Question) -> Query:
    scope = Scoping().scope(question)
    if question.history:
        scope["conversation"] = conversation(question.history)
    return bot.understand(question.question, **scope)


def _told(found: Sequence[tuple[Question, Sequence[Hit]]]) -> str:
    one, five, ten, recall, rank = np.array([_measures(question, hits) for question, hits in found]).mean(axis=0)
    return f"@1 {one:.3f}  @5 {five:.3f}  @10 {ten:.3f}  recall@10 {recall:.3f}  mrr {rank:.3f}"


def _measures(question: Question, hits: Sequence[Hit]) -> tuple[float, ...]:
    """Hit at 1, 5 and 10, the share of the gold articles among the first ten, and the reciprocal rank."""
    order = list(dict.fromkeys(hit.article.id for hit in hits))
    gold = {evidence.article_id for evidence in question.evidence}
    rank = min((order.index(article) + 1 for article in gold if article in order), default=10**6)
    return rank <= 1, rank <= 5, rank <= 10, len(gold.intersection(order[:10])) / len(gold), 1 / rank


def _of(choice: Choice, *names: str) -> dict[str, Any]:
    return {name: choice[name] for name in names if name in choice}


if __name__ == "__main__":
    typer.run(main)

"""How fast articles go in, and how much memory that takes as the library grows.

    python -m bench.ingest grow FILE --out FOLDER
    python -m bench.ingest compare FILE --out FOLDER [--most 200] [--rounds 3] [--ways ahead,serial] [--pause 0]

``FILE`` is any file of articles. ``grow`` takes all of it into one library, and adds a line every 1,000 articles to
``FOLDER/lines.jsonl``; when it was stopped it goes on where it was, and the time between does not count. ``compare``
takes the same articles into a new library each time, the ways by turns, since other work on the machine comes and
goes: ``ahead`` is the ingest as it is, ``serial`` gives it one batch at a time, so that nothing overlaps, ``tutorial``
is the pipeline that people start from. With ``--pause`` each article takes so many seconds to come, as from an address.
Models are loaded before the time begins.
"""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from itertools import groupby
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Annotated

import typer

from bench.scale import standing
from bot.evaluate.systems import MANY
from bot.evaluate.tutorial import Tutorial
from vectorstore.ahead import BATCH
from vectorstore.frugal import FrugalEmbedder
from vectorstore.ingest import Outcome, Progress
from vectorstore.library import Library
from vectorstore.read import read
from vectorstore.types import Article, Vectors

EVERY = 1_000  # articles a line

Out = Annotated[Path, typer.Option(help="holds the libraries and the figures")]

app = typer.Typer(add_completion=False, help=__doc__)


class TimedEmbedder(FrugalEmbedder):
    """Knows for how many seconds it was at work."""

    seconds = 0.0

    def embed(self, texts: Sequence[str]) -> Vectors:
        """As ever."""
        began = perf_counter()
        try:
            return super().embed(texts)
        finally:
            self.seconds += perf_counter() - began


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What was taken in since the line before, how long it took, and how it stands now."""

    taken: int = 0
    chunks: int = 0
    characters: int = 0
    seconds: float = 0.0
    embedding: float = 0.0  # seconds in which the embedder was at work
    articles: int = 0  # in the library
    memory_mb: int = 0  # resident

    def plus(self, step: Progress) -> Line:
        """One more article."""
        chunks, characters = self.chunks + step.chunks, self.characters + step.characters
        return replace(self, taken=self.taken + 1, chunks=chunks, characters=characters)

    def __str__(self) -> str:
        return (
            f"{self.taken:6,} taken, {self.taken / self.seconds:5.1f} articles and "
            f"{self.chunks / self.seconds:5.1f} chunks a second, embedding {self.embedding / self.seconds:4.0%} of the "
            f"time; {self.articles:6,} articles stored, {self.memory_mb:5,} MB"
        )


@app.command()
def grow(file: Path, out: Out) -> None:
    """One library, all articles."""
    out.mkdir(parents=True, exist_ok=True)
    kept = out / "lines.jsonl"
    embedder = ready()
    with Library.open(out / "library", embedder) as library:
        for line in lines(library, embedder, file):
            with kept.open("a") as log:
                log.write(json.dumps(asdict(line)) + "\n")
            print(line, flush=True)
    every = [Line(**json.loads(text)) for text in kept.read_text().splitlines()]
    sums = {name: sum(getattr(line, name) for line in every) for name in ("taken", "chunks", "seconds", "embedding")}
    print(f"in all\n{replace(every[-1], **sums)}")


def lines(library: Library, embedder: TimedEmbedder, file: Path) -> Iterator[Line]:
    """A line for every so many articles that are new, and one for the rest."""
    line, began, worked = Line(), perf_counter(), 0.0
    for step in library.ingest(file):
        if step.outcome is Outcome.UNCHANGED:
            began, worked = perf_counter(), embedder.seconds
            continue
        line = line.plus(step)
        if line.taken == EVERY:
            yield standing_now(library, line, perf_counter() - began, embedder.seconds - worked)
            line, began, worked = Line(), perf_counter(), embedder.seconds
    if line.taken:
        yield standing_now(library, line, perf_counter() - began, embedder.seconds - worked)


def standing_now(library: Library, line: Line, seconds: float, embedding: float) -> Line:
    """The line with what is measured at its end."""
    return replace(
        line,
        seconds=seconds,
        embedding=embedding,
        articles=library.catalog.coverage().articles,
        memory_mb=standing(library.folder)["memory_mb"],
    )


@app.command()
def compare(
    file: Path,
    out: Out,
    most: int = 200,
    rounds: int = 3,
    ways: str = "ahead,serial,tutorial",
    pause: float = 0.0,
) -> None:
    """The same articles in several ways, by turns."""
    out.mkdir(parents=True, exist_ok=True)
    chosen = written(thinned(file, most), out / "slice.jsonl")
    embedder = ready()
    doing: dict[str, Callable[[Path], Run]] = {
        "ahead": lambda folder: ours(folder, embedder, [coming(chosen, pause)]),
        "serial": lambda folder: ours(folder, embedder, batches(coming(chosen, pause))),
        "tutorial": lambda folder: tutorial(folder, chosen),
    }
    runs: dict[str, list[Run]] = {way: [] for way in ways.split(",")}
    for number in range(rounds):
        for way, done in runs.items() if number % 2 == 0 else reversed(runs.items()):
            shutil.rmtree(out / way, ignore_errors=True)
            done.append(doing[way](out / way))
            print(f"{way}: {done[-1]}", flush=True)
    first, *others = runs
    for other in others:
        for what in ("seconds", "processor"):
            pairs = zip(runs[first], runs[other], strict=True)
            ratios = sorted(getattr(there, what) / getattr(here, what) for here, there in pairs)
            print(f"{other} / {first}, {what}: {median(ratios):.2f} ({ratios[0]:.2f} to {ratios[-1]:.2f})")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Seconds that the same articles took."""

    seconds: float
    processor: float  # of all threads, so that other work on the machine hardly counts
    embedding: float  # in which the embedder was at work; the tutorial does not tell

    def __str__(self) -> str:
        return f"{self.seconds:.1f} s, {self.processor:.1f} s of processor, embedding {self.embedding:.1f} s"


def ours(folder: Path, embedder: TimedEmbedder, parts: Iterable[Iterable[Article]]) -> Run:
    """Take in the parts one after the other."""
    with Library.open(folder, embedder) as library:
        embedder.seconds = 0.0
        began, worked = perf_counter(), process_time()
        for part in parts:
            for _ in library.ingest(part):
                pass
        return Run(seconds=perf_counter() - began, processor=process_time() - worked, embedding=embedder.seconds)


def tutorial(folder: Path, file: Path) -> Run:
    """What it takes the tutorial pipeline."""
    folder.mkdir()
    pipeline = Tutorial.open(folder)
    pipeline.model.encode(["ready"] * 8, show_progress_bar=False)
    began, worked = perf_counter(), process_time()
    for _ in pipeline.ingest(list(coming(file, 0))):
        pass
    return Run(seconds=perf_counter() - began, processor=process_time() - worked, embedding=0.0)


def coming(file: Path, pause: float) -> Iterator[Article]:
    """The articles in a file, each after so many seconds."""
    for item in read([file]):
        if isinstance(item, Article):
            time.sleep(pause)
            yield item


def batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    """What the ingest would make of them."""
    before = 0

    def number(article: Article) -> int:
        nonlocal before
        before += len(article.text)
        return (before - 1) // BATCH

    for _, some in groupby(articles, number):
        yield list(some)


def thinned(file: Path, most: int) -> list[Article]:
    """So many of the articles, evenly."""
    every = list(coming(file, 0))
    return every[:: max(1, len(every) // most)][:most]


def written(articles: Iterable[Article], path: Path) -> Path:
    """A file of these articles."""
    with path.open("w") as out:
        for one in articles:
            published = one.published.isoformat() if one.published else ""
            out.write(json.dumps(asdict(one) | {"published": published, "updated": ""}) + "\n")
    return path


def ready() -> TimedEmbedder:
    """An embedder that has its model loaded for much text."""
    embedder = TimedEmbedder()
    embedder.embed(["ready"] * MANY)
    embedder.seconds = 0.0
    return embedder


if __name__ == "__main__":
    app()

"""The cached data folder of a set: filled once, used again while set, model and chunker stay the same."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Protocol

from pydantic import TypeAdapter

from bot.evaluate.gold import EvaluationSet
from bot.evaluate.rows import Ingested
from bot.evaluate.systems import System
from vectorstore.errors import IndexMismatch

Opener = Callable[[Path], System]
Tick = Callable[[int], None]
"""Called with the number of things just done."""


class Progress(Protocol):
    """Shows how far a run is."""

    def begin(self, doing: str, total: int, done: int = 0) -> Tick:
        """A new stretch of work; what is returned is called for each step of it."""
        ...


_STEPS = TypeAdapter(list[Ingested])
INSTANT = 0.001  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Store:
    """``folder/library`` holds the articles, ``folder/filled.json`` how long that took, ``folder/runs`` rows."""

    folder: Path

    @property
    def library(self) -> Path:
        """The data folder of the system."""
        return self.folder / "library"

    @property
    def runs(self) -> Path:
        """Rows of runs that are not done."""
        return self.folder / "runs"

    @property
    def filled(self) -> Path:
        """Written when the library is full."""
        return self.folder / "filled.json"

    def open(self, opener: Opener) -> System:
        """The system over its library; one indexed with another model or chunker is thrown away first."""
        self.library.mkdir(parents=True, exist_ok=True)
        try:
            return opener(self.library)
        except IndexMismatch:
            self.clear()
            return opener(self.library)

    def fill(self, system: System, evaluation_set: EvaluationSet, progress: Progress) -> list[Ingested]:
        """Ingest unless that was done before; the steps as they were timed then."""
        if self.filled.exists():
            return _STEPS.validate_json(self.filled.read_bytes())
        tick = progress.begin("articles", len(evaluation_set.articles))
        steps = list(batches(_ticking(system.ingest(evaluation_set.articles), tick)))
        self.filled.write_text(json.dumps([asdict(step) for step in steps]), encoding="utf-8")
        return steps

    def clear(self) -> None:
        """Remove the library and all rows."""
        shutil.rmtree(self.folder, ignore_errors=True)
        self.library.mkdir(parents=True)

    def size(self) -> int:
        """Bytes that the library takes on disk."""
        return sum(path.stat().st_size for path in self.library.rglob("*") if path.is_file())


def store_for(evaluation_set: EvaluationSet, kind: str, data: Path) -> Store:
    """Where the articles of a set are kept for one kind of system."""
    return Store(folder=data / f"{evaluation_set.name}-{evaluation_set.digest[:10]}-{kind}")


def _ticking(steps: Iterable[Ingested], tick: Tick) -> Iterator[Ingested]:
    for step in steps:
        tick(step.articles)
        yield step


def batches(steps: Iterable[Ingested]) -> Iterator[Ingested]:
    """Steps that took no time of their own added to the one before: what was waited for once is one step."""
    batch: Ingested | None = None
    for step in steps:
        if batch is None or step.seconds < INSTANT:
            batch = step if batch is None else _sum(batch, step)
        else:
            yield batch
            batch = step
    if batch is not None:
        yield batch


def _sum(one: Ingested, other: Ingested) -> Ingested:
    return Ingested(
        articles=one.articles + other.articles,
        chunks=one.chunks + other.chunks,
        characters=one.characters + other.characters,
        seconds=one.seconds + other.seconds,
    )

"""Does something to a library and kills its own process on the way.

``python -m tests.vectorstore.dies FOLDER DEED STEP TIMES``: the process dies when it comes to the step for the
``TIMES``-th time, if ever.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from tests.factories import article, prose
from tests.fakes import FakeEmbedder
from vectorstore.dense import DenseIndex
from vectorstore.lexical import WordIndex
from vectorstore.library import Library
from vectorstore.rebuild import rebuild
from vectorstore.types import Hit, Vectors


class Step(StrEnum):
    EMBEDDING = "embedding"  # articles and chunks are in SQLite, their vectors are not made
    ADDING = "adding"  # the vectors are made, but not in Chroma
    ADDED = "added"  # they are in Chroma, their words are not in the word index
    TOLD = "told"  # they are in both, but SQLite does not say so
    REMOVING = "removing"  # chunks are gone from SQLite, not from Chroma
    REMOVED = "removed"  # from Chroma too, not from the word index
    FORGOTTEN = "forgotten"  # from both, but SQLite still lists them


class Fate:
    """Kills the process at a step."""

    def __init__(self, step: Step, times: int) -> None:
        self.step, self.left = step, times

    def meet(self, step: Step) -> None:
        self.left -= step == self.step
        if self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)


class DoomedEmbedder(FakeEmbedder):
    def __init__(self, fate: Fate) -> None:
        super().__init__()
        self.fate = fate

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.fate.meet(Step.EMBEDDING)
        return super().embed(texts)


class DoomedIndex(DenseIndex):
    def __init__(self, folder: Path, fate: Fate) -> None:
        super().__init__(folder)
        self.fate = fate

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        self.fate.meet(Step.ADDING)
        super().add(ids, vectors)
        self.fate.meet(Step.ADDED)

    def remove(self, ids: Sequence[str]) -> None:
        self.fate.meet(Step.REMOVING)
        super().remove(ids)
        self.fate.meet(Step.REMOVED)


class DoomedWords(WordIndex):
    def __init__(self, folder: Path, fate: Fate) -> None:
        super().__init__(folder)
        self.fate = fate

    def add(self, hits: Iterable[Hit]) -> None:
        super().add(hits)
        self.fate.meet(Step.TOLD)

    def remove(self, ids: Sequence[str]) -> None:
        super().remove(ids)
        self.fate.meet(Step.FORGOTTEN)


FIRST = [
    article("long", prose(3200), title="All about the bridge"),
    *(article(f"n{number}", prose(30, about=f"bridge {number}"), title=f"Bridge {number}") for number in range(60)),
]
"""The sixty are one story; the long one stands alone."""

CHANGED = [replace(one, text=prose(5, about=one.id)) if number % 2 == 0 else one for number, one in enumerate(FIRST)]


DEEDS: dict[str, Callable[[Library], object]] = {
    "ingest": lambda library: list(library.ingest(FIRST)),
    "ingest changed": lambda library: list(library.ingest(CHANGED)),
    "remove": lambda library: library.remove("n7"),
    "rebuild": lambda library: list(rebuild(library)),
}


def main(folder: str, deed: str, step: str, times: str) -> None:
    """Do the deed, until death."""
    fate = Fate(Step(step), int(times))
    with Library.open(Path(folder), DoomedEmbedder(fate)) as library:
        library.dense = DoomedIndex(library.dense.folder, fate)
        library.words = DoomedWords(library.words.folder, fate)
        DEEDS[deed](library)


if __name__ == "__main__":
    main(*sys.argv[1:])

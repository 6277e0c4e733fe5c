"""Does everything to libraries in processes of their own, and kills each at an instant that chance names.

``python -m tests.vectorstore.dies_anytime FOLDER TIMES`` makes ``FOLDER/0`` without killing anybody, and then
``FOLDER/1`` and so on. What was done to each before its process died is written beside it: ``FOLDER/1.done``.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import chromadb.api.rust  # loaded once, so that a process forked from this one begins at once  # noqa: F401
import tantivy  # noqa: F401

from tests.factories import article, prose
from tests.fakes import FakeEmbedder
from vectorstore.errors import NoSuchArticle
from vectorstore.library import Library
from vectorstore.rebuild import rebuild

FIRST = [article(f"n{number}", prose(13, about=f"bridge {number}"), title=f"T{number}") for number in range(6)]
COPY = replace(FIRST[3], id="copy", url="https://courier.example/bridge")
CHANGED = [replace(one, text=prose(25, about=one.id)) for one in FIRST[:3]]


def remove(library: Library, id: str) -> None:
    """Take it out, and if it is out already do what was left to do."""
    try:
        library.remove(id)
    except NoSuchArticle:
        list(library.ingest([]))


DEEDS: dict[str, Callable[[Library], object]] = {
    "ingest": lambda library: list(library.ingest([*FIRST, COPY])),
    "change": lambda library: list(library.ingest(CHANGED)),
    "remove": lambda library: remove(library, "n5"),
    "rebuild": lambda library: list(rebuild(library)),
}


def live(folder: Path) -> None:
    """Do everything, and write down what is done."""
    done = folder.with_suffix(".done")
    for deed, do in DEEDS.items():
        with Library.open(folder, FakeEmbedder()) as library:
            do(library)
        with done.open("a") as file:
            file.write(f"{deed}\n")
        if folder.name == "0":
            shutil.copytree(folder, folder.with_name(f"after {deed}"))


def fork(folder: Path) -> int:
    """Begin to live in a process of its own."""
    if child := os.fork():
        return child
    try:
        live(folder)
    finally:
        os._exit(0)


def main(place: str, times: str) -> None:
    """Live once, then die at instants spread evenly over such a life."""
    begun = time.monotonic()
    os.waitpid(fork(Path(place, "0")), 0)
    lasted = time.monotonic() - begun
    chance = random.Random(7)
    for number in range(1, int(times) + 1):
        child = fork(Path(place, str(number)))
        time.sleep(lasted * (number - chance.random()) / int(times))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)


if __name__ == "__main__":
    main(*sys.argv[1:])

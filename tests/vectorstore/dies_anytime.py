"""Does everything to libraries in processes of their own, and kills each in the middle of it, when chance will have it.

``python -m tests.vectorstore.dies_anytime FOLDER TIMES`` makes ``FOLDER/0`` without killing anybody, and then
``FOLDER/1`` and so on, each killed during the next of the deeds. What was done to each before its process died is
written beside it: ``FOLDER/1.done``.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
import traceback
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

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


def done(folder: Path) -> list[str]:
    """What was done to a library."""
    written = folder.with_suffix(".done")
    return written.read_text().split() if written.exists() else []


def live(folder: Path, telling: int) -> None:
    """Do everything, and write down what is done. Each deed's beginning and end is told with a byte."""
    for deed, do in DEEDS.items():
        os.write(telling, b"[")
        with Library.open(folder, FakeEmbedder()) as library:
            do(library)
        with folder.with_suffix(".done").open("a") as file:
            file.write(f"{deed}\n")
        os.write(telling, b"]")
        if folder.name == "0":
            shutil.copytree(folder, folder.with_name(f"after {deed}"))


def fork(folder: Path) -> tuple[int, BinaryIO]:
    """Begin to live in a process of its own; its id, and what it tells."""
    here, there = os.pipe()
    if child := os.fork():
        os.close(there)
        return child, os.fdopen(here, "rb", buffering=0)
    try:
        live(folder, there)
    except BaseException:  # noqa: BLE001 - the edge of this process
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def whole_life(folder: Path) -> list[float]:
    """Live without being killed; the seconds that each deed lasts."""
    child, told = fork(folder)
    with told:
        at = [time.monotonic() for _ in iter(lambda: told.read(1), b"")]
    _, status = os.waitpid(child, 0)
    assert (status, len(at)) == (0, 2 * len(DEEDS)), "it did not do everything"
    return [end - begin for begin, end in zip(at[::2], at[1::2], strict=True)]


def die(folder: Path, deed: int, seconds: float) -> float:
    """Live, and be killed so many seconds after a deed has begun, about; after how many it was."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.with_suffix(".done").unlink(missing_ok=True)
    child, told = fork(folder)
    with told:
        for _ in range(2 * deed + 1):
            assert told.read(1), "it broke off by itself"
        begun = time.monotonic()
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)
        _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), "it broke off by itself"
    return time.monotonic() - begun


def main(place: str, times: str) -> None:
    """Live once, then die in the middle of each deed in turn. Who was done with it by then dies again, and sooner."""
    lasts = whole_life(Path(place, "0"))
    chance = random.Random(7)
    for number in range(1, int(times) + 1):
        folder, deed = Path(place, str(number)), number % len(DEEDS)
        lived = die(folder, deed, lasts[deed] * chance.random())
        while len(done(folder)) > deed:
            lasts[deed] = min(lasts[deed], lived)
            lived = die(folder, deed, lasts[deed] * chance.random())


if __name__ == "__main__":
    main(*sys.argv[1:])

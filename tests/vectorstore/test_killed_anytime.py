"""Killing everything that changes a library at 50 instants, with no regard to what it is doing."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from tests.fakes import FakeEmbedder
from tests.vectorstore.dies_anytime import DEEDS, done
from tests.vectorstore.test_killed import ROOT, contents, wrong_vectors
from vectorstore.library import Library

TIMES = 50


def test_killed_at_any_instant_it_is_the_old_library_or_the_new_one_and_goes_on(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "tests.vectorstore.dies_anytime", str(tmp_path), str(TIMES)]
    subprocess.run(command, cwd=ROOT, check=True)
    expected = {deed: unbroken(tmp_path / f"after {deed}") for deed in DEEDS}

    for number in range(1, TIMES + 1):
        deed = list(DEEDS)[number % len(DEEDS)]
        assert len(done(tmp_path / str(number))) == list(DEEDS).index(deed)
        assert gone_on(tmp_path / str(number), deed) == expected[deed], f"killed during {deed}, number {number}"


def gone_on(folder: Path, deed: str) -> dict[str, Any]:
    """What is in the library of a killed process after the deed that it died of is done once more."""
    with Library.open(folder, FakeEmbedder()) as library:
        DEEDS[deed](library)
        found = whole(library)
    shutil.rmtree(folder)
    return found


def whole(library: Library) -> dict[str, Any]:
    """What is in it, nothing being damaged. How well a graph of alike vectors is searched is left to chance."""
    assert wrong_vectors(library) == []
    assert library.catalog.database.problems() == []
    return contents(library)


def unbroken(folder: Path) -> dict[str, Any]:
    with Library.open(folder, FakeEmbedder()) as library:
        return whole(library)

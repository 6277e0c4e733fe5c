"""Killing whatever changes the library, at any step, and doing it again: the same as never killed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from tests.fakes import FakeEmbedder
from tests.vectorstore.dies import DEEDS, Step
from vectorstore import doctor
from vectorstore.chunk import embedded_text
from vectorstore.errors import LibraryLocked
from vectorstore.library import Library

ROOT = Path(__file__).parents[2]


def killed(folder: Path, deed: str, step: Step, times: int) -> None:
    command = [sys.executable, "-m", "tests.vectorstore.dies", str(folder), deed, step, str(times)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


def contents(library: Library) -> dict[str, Any]:
    """All that is in a library, from all three stores."""
    with library.catalog.database.reading() as connection:
        rows = {
            table: connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in ("articles", "bands", "versions", "chunks", "addresses")
        }
        rows["doomed"] = connection.execute("SELECT * FROM doomed").fetchall()
        rows["staged"] = connection.execute("SELECT * FROM staged").fetchall()
        rows["rebuilt"] = connection.execute("SELECT * FROM rebuilt").fetchall()
    return rows | {"vectors": library.dense.ids(), "words": library.words.ids(), "count": library.dense.count()}


def wrong_vectors(library: Library) -> list[str]:
    """Chunks whose vectors are not those of their present text."""
    hits = library.catalog.hits(library.catalog.chunk_ids())
    expected = FakeEmbedder(library.embedder.embed([""]).shape[1]).embed(
        [embedded_text(hit.article, hit.chunk) for hit in hits.values()]
    )
    found = library.dense.vectors(list(hits))
    return [id for id, vector in zip(hits, expected, strict=True) if not np.allclose(found[id], vector, atol=1e-5)]


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Folders in which everything up to a deed was done, by the deed; nothing was ever killed."""
    folder = tmp_path_factory.mktemp("unbroken")
    before = {}
    for deed, do in DEEDS.items():
        before[deed] = Path(shutil.copytree(folder, tmp_path_factory.mktemp("before") / "data"))
        with Library.open(folder, FakeEmbedder()) as library:
            do(library)
    return before | {"": folder}


@pytest.mark.parametrize(
    ("deed", "step", "times"),
    [
        ("ingest", Step.EMBEDDING, 1),
        ("ingest", Step.ADDED, 1),
        ("ingest", Step.ADDING, 3),
        ("ingest", Step.ADDED, 3),
        ("ingest", Step.TOLD, 2),
        ("ingest changed", Step.ADDED, 1),
        ("ingest changed", Step.REMOVING, 1),
        ("ingest changed", Step.REMOVED, 1),
        ("ingest changed", Step.FORGOTTEN, 1),
        ("remove", Step.REMOVING, 1),
        ("remove", Step.REMOVED, 1),
        ("rebuild", Step.EMBEDDING, 2),
    ],
)
def test_killed_and_done_again_is_as_never_killed(
    unbroken: dict[str, Path], tmp_path: Path, deed: str, step: Step, times: int
) -> None:
    folder = Path(shutil.copytree(unbroken[deed], tmp_path / "data"))
    killed(folder, deed, step, times)

    with Library.open(folder, FakeEmbedder()) as library:
        if deed == "remove":
            list(library.ingest([]))
        else:
            DEEDS[deed](library)
        found = contents(library)
        assert wrong_vectors(library) == []

    deeds = [*DEEDS, ""]
    after = unbroken[deeds[deeds.index(deed) + 1]]
    with Library.open(Path(shutil.copytree(after, tmp_path / "after")), FakeEmbedder()) as library:
        assert found == contents(library)


def test_between_death_and_repetition_the_library_can_be_read(unbroken: dict[str, Path], tmp_path: Path) -> None:
    folder = Path(shutil.copytree(unbroken["ingest"], tmp_path / "data"))
    killed(folder, "ingest", Step.ADDED, 1)

    with Library.open(folder, FakeEmbedder()) as library:
        findings = [str(finding) for finding in doctor.examine(library)]
        assert [finding.partition(" chunks are not in the dense index yet")[1] for finding in findings] != [""]
        assert library.articles()
        assert list(doctor.repair(library)) == []
        assert doctor.examine(library) == []


def test_a_living_process_keeps_others_out(tmp_path: Path) -> None:
    with Library.open(tmp_path, FakeEmbedder()):
        command = [sys.executable, "-m", "tests.vectorstore.dies", str(tmp_path), "ingest", Step.ADDED, "1"]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    assert done.returncode == 1
    assert LibraryLocked.__name__ in done.stderr
    assert f"in use by process {os.getpid()}" in done.stderr

"""A disk that is full or may only be read: nothing is lost, and the message says what to do."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.factories import article, prose
from tests.fakes import FakeEmbedder
from vectorstore import doctor
from vectorstore.errors import LibraryDamaged, LibraryUnwritable
from vectorstore.folder import unusable
from vectorstore.library import Library
from vectorstore.rebuild import rebuild
from vectorstore.types import Article

SIZE = 48_000_000  # bytes: what Chroma and tantivy need for a little, and some to spare


def articles(count: int, about: str) -> list[Article]:
    return [article(f"{about}{n}", prose(60, about=f"{about} {n}"), title=f"{about} {n}") for n in range(count)]


def ids(library: Library) -> set[str]:
    return {headline.id for headline in library.articles()}


def test_a_file_that_cannot_grow_keeps_what_was_there_and_takes_the_rest_later(library: Library) -> None:
    list(library.ingest(articles(3, "early")))
    with library.catalog.writing() as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
        connection.execute(f"PRAGMA max_page_count = {pages + 2}")

    with pytest.raises(LibraryUnwritable, match=r"library.db cannot be written .*full.*: free some space"):
        list(library.ingest(articles(9, "late")))

    assert ids(library) == {"early0", "early1", "early2"}
    assert doctor.examine(library) == []
    with library.catalog.writing() as connection:
        connection.execute("PRAGMA max_page_count = 4294967294")
    assert len(list(library.ingest(articles(9, "late")))) == 9
    assert doctor.examine(library) == []


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("(code: 13) database or disk is full", LibraryUnwritable),
        ("No space left on device (os error 28)", LibraryUnwritable),
        ("EOF while parsing", LibraryDamaged),
    ],
)
def test_a_full_disk_is_not_taken_for_a_damaged_index(said: str, kind: type[Exception], tmp_path: Path) -> None:
    assert type(unusable("the dense index", tmp_path / "chroma-0", ValueError(said), "x")) is kind


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A small disk of its own."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode != 0:
        pytest.skip("only root may mount a small disk")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


def fill(disk: Path, left: int) -> Path:
    """Write a file until so many bytes are left."""
    filler = disk / "filler"
    free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
    with filler.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, free - left)
    return filler


@pytest.mark.parametrize("left", [20_000, 300_000])
def test_a_full_disk_loses_nothing(disk: Path, left: int) -> None:
    late = articles(40, "late")
    with Library.open(disk / "data", FakeEmbedder()) as library:
        list(library.ingest(articles(3, "early")))
        filler = fill(disk, left)
        with pytest.raises(LibraryUnwritable, match="free some space"):
            list(library.ingest(late))
    filler.unlink()

    with Library.open(disk / "data", FakeEmbedder(), check=False) as library:
        assert {"early0", "early1", "early2"} <= ids(library)
        if any("rebuild" in str(finding) for finding in doctor.examine(library)):
            list(rebuild(library))  # Chroma may leave half a file of its own
        list(library.ingest(late))
        assert len(ids(library)) == 43
        assert doctor.examine(library) == []


def test_a_folder_that_may_only_be_read_is_named(disk: Path) -> None:
    with Library.open(disk / "data", FakeEmbedder()) as library:
        list(library.ingest(articles(1, "early")))
    subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)

    with pytest.raises(LibraryUnwritable, match=r"nothing can be written to .* choose another data folder"):
        Library.open(disk / "data", FakeEmbedder())

    with pytest.raises(LibraryUnwritable, match=r"cannot be made a data folder"):
        Library.open(disk / "other", FakeEmbedder())

from __future__ import annotations

from pathlib import Path

import pytest

from vectorstore.readers.folder import files_below
from vectorstore.readers.source import Source
from vectorstore.types import Failure

KINDS = (".txt", ".json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "articles"
    made.mkdir()
    return made


def put(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("It voted.")


def names(folder: Path) -> list[str]:
    found = files_below(folder, KINDS)
    return [one.path.relative_to(folder).as_posix() for one in found if isinstance(one, Source)]


def failures(folder: Path) -> list[Failure]:
    return [one for one in files_below(folder, KINDS) if isinstance(one, Failure)]


def test_files_come_sorted_from_all_folders_below(folder: Path) -> None:
    put(folder, "b.txt", "a/z.json", "a/B.TXT", "c.txt.gz", "a.json.GZ")

    assert names(folder) == ["a/B.TXT", "a/z.json", "a.json.GZ", "b.txt", "c.txt.gz"]
    assert failures(folder) == []


def test_hidden_files_and_folders_are_passed_over(folder: Path) -> None:
    put(folder, "a.txt", ".b.txt", ".git/c.txt")

    assert names(folder) == ["a.txt"]
    assert failures(folder) == []


def test_what_is_left_out_is_said_once(folder: Path) -> None:
    put(folder, "a.txt", "b.pdf", "c.PDF", "README", "d.png.gz")

    assert names(folder) == ["a.txt"]
    assert failures(folder) == [
        Failure(
            place=str(folder),
            reason="4 files left out (2 .pdf, 1 no extension, 1 .png): only .txt .json and .gz of these can be read",
        )
    ]


@pytest.mark.parametrize("others", [(), ("b.pdf",)])
def test_a_folder_without_readable_files_is_a_failure(folder: Path, others: tuple[str, ...]) -> None:
    put(folder, *others)

    (failure,) = failures(folder)

    assert failure.reason.startswith("no file here can be read, only .txt .json and .gz of these")


def test_links_are_followed_only_within_the_folder(folder: Path, tmp_path: Path) -> None:
    put(folder, "a.txt")
    put(tmp_path, "secret.txt", "other/b.txt")
    (folder / "inside.txt").symlink_to(folder / "a.txt")
    (folder / "outside.txt").symlink_to(tmp_path / "secret.txt")
    (folder / "nowhere.txt").symlink_to(tmp_path / "none.txt")
    (folder / "other").symlink_to(tmp_path / "other")
    (folder / "loop").symlink_to(folder)

    assert names(folder) == ["a.txt", "inside.txt"]
    assert [failure.reason.split(":")[0] for failure in failures(folder)] == [
        "2 files left out (2 links that lead nowhere or outside)"
    ]

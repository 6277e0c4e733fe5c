from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest

from tests.factories import article, prose
from tests.fakes import FakeEmbedder
from tests.vectorstore.test_killed import contents, wrong_vectors
from vectorstore import doctor
from vectorstore.backup import backup, backup_articles, restore
from vectorstore.errors import BadInput, LibraryEmpty, LibraryError, LibraryUnwritable
from vectorstore.library import Library

ARTICLES = [article(f"n{number}", prose(30, about=f"x{number}"), title=f"T{number}") for number in range(9)]


@pytest.fixture
def filled(library: Library) -> Library:
    """With a changed article and a copy."""
    list(
        library.ingest([*ARTICLES, article("n3", "It rained.", title="T3"), article("c", ARTICLES[5].text, title="T5")])
    )
    return library


@pytest.fixture
def file(filled: Library, tmp_path: Path) -> Path:
    backup(filled, tmp_path / "backup.db")
    return tmp_path / "backup.db"


def test_what_is_restored_is_what_was_backed_up_and_nothing_is_embedded(
    filled: Library, file: Path, tmp_path: Path
) -> None:
    embedder = FakeEmbedder()

    restore(file, tmp_path / "new")

    with Library.open(tmp_path / "new", embedder) as library:
        list(library.ingest([]))
        assert embedder.asked == []
        assert contents(library) == contents(filled)
        assert library.article("n3", 1).text == ARTICLES[3].text
        assert [copy.id for copy in library.addresses("n5")] == ["c"]
        assert wrong_vectors(library) == []
        assert doctor.examine(library) == []


def test_it_is_one_file_and_a_second_takes_the_place_of_the_first(filled: Library, file: Path) -> None:
    filled.remove("n1")

    backup(filled, file)

    assert sorted(path.name for path in file.parent.iterdir()) == ["backup.db", "data"]


def test_questions_are_answered_while_it_is_written_and_what_changes_waits(filled: Library, tmp_path: Path) -> None:
    vector = FakeEmbedder().embed(["bridge"])[0]
    done = threading.Event()
    found: list[int] = []

    def ask() -> None:
        while not found or not done.is_set():
            found.append(len(filled.dense.nearest(vector, 3)))

    asking, changing = threading.Thread(target=ask), threading.Thread(target=lambda: filled.remove("n1"))
    asking.start()
    changing.start()
    for number in range(5):
        backup(filled, tmp_path / f"{number}.db")
    done.set()
    asking.join()
    changing.join()

    assert set(found) == {3}
    restore(tmp_path / "0.db", tmp_path / "new")
    with Library.open(tmp_path / "new", FakeEmbedder()) as library:
        assert doctor.examine(library) == []


def test_the_library_of_another_process_is_backed_up_without_its_vectors(filled: Library, tmp_path: Path) -> None:
    backup_articles(filled.folder, tmp_path / "backup.db")
    restore(tmp_path / "backup.db", tmp_path / "new")

    with Library.open(tmp_path / "new", FakeEmbedder()) as library:
        assert len(library.catalog.pending()) == len(filled.catalog.chunk_ids())
        list(library.ingest([]))
        assert contents(library) == contents(filled)


def test_a_backup_without_the_dense_index_still_has_all_articles(filled: Library, tmp_path: Path) -> None:
    filled.dense.close()
    (filled.dense.folder / "chroma.sqlite3").write_bytes(b"something else" * 1000)
    backup(filled, tmp_path / "backup.db")
    restore(tmp_path / "backup.db", tmp_path / "new")

    with Library.open(tmp_path / "new", FakeEmbedder()) as library:
        list(library.ingest([]))
        assert library.articles() == filled.articles()
        assert doctor.examine(library) == []


def test_a_folder_with_articles_is_not_overwritten(filled: Library, file: Path, tmp_path: Path) -> None:
    with Library.open(tmp_path / "other", FakeEmbedder()) as other:
        list(other.ingest([article("mine")]))

    with pytest.raises(LibraryError, match=r"holds a library: choose another data folder, or move it away"):
        restore(file, tmp_path / "other")

    with Library.open(tmp_path / "other", FakeEmbedder()) as other:
        assert [headline.id for headline in other.articles()] == ["mine"]


def test_a_restore_that_was_killed_is_begun_again(filled: Library, file: Path, tmp_path: Path) -> None:
    Library.open(tmp_path / "new", FakeEmbedder()).close()
    (tmp_path / "new" / "chroma-0").mkdir(exist_ok=True)
    (tmp_path / "new" / "chroma-0" / "chroma.sqlite3").write_bytes(b"half of it")
    (tmp_path / "new" / "library.db.part").write_bytes(b"half of it")

    restore(file, tmp_path / "new")

    with Library.open(tmp_path / "new", FakeEmbedder()) as library:
        assert contents(library) == contents(filled)


def spoilt(file: Path) -> Path:
    content = file.read_bytes()
    file.write_bytes(content[: len(content) // 2])
    return file


def foreign(file: Path) -> Path:
    file.unlink()
    connection = sqlite3.connect(file)
    connection.execute("CREATE TABLE songs (title TEXT)")
    connection.close()
    return file


def text(file: Path) -> Path:
    file.write_text("not a backup" * 1000)
    return file


@pytest.mark.parametrize("harm", [spoilt, foreign, text, Path.unlink])
def test_what_is_no_whole_backup_is_refused_and_nothing_is_made(file: Path, tmp_path: Path, harm: object) -> None:
    harm(file)  # type: ignore[operator]

    with pytest.raises(BadInput, match=str(file)):
        restore(file, tmp_path / "new")

    assert not (tmp_path / "new" / "library.db").exists()


def test_nothing_else_is_overwritten_by_a_backup(filled: Library, tmp_path: Path) -> None:
    for file in (text(tmp_path / "notes.txt"), filled.folder / "library.db", filled.folder / "new.db"):
        with pytest.raises(BadInput, match="choose"):
            backup(filled, file)

    assert (tmp_path / "notes.txt").read_text().startswith("not a backup")


def test_an_empty_library_is_not_backed_up_over_a_full_one(library: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryEmpty):
        backup(library, tmp_path / "backup.db")


def test_a_place_that_cannot_be_written_is_named(filled: Library, tmp_path: Path) -> None:
    with pytest.raises(LibraryUnwritable, match=r"backup.db cannot be written .*: free some space or choose another"):
        backup(filled, tmp_path / "missing" / "backup.db")

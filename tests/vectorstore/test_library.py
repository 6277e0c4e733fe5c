from __future__ import annotations

import json
import os
import shutil
import threading
from pathlib import Path

import pytest

from tests.factories import article, day, prose
from tests.fakes import FakeEmbedder
from vectorstore.errors import (
    IndexMismatch,
    LibraryDamaged,
    LibraryLocked,
    LibraryUnwritable,
    NoSuchArticle,
)
from vectorstore.ingest import Outcome
from vectorstore.library import Library
from vectorstore.lock import Owner
from vectorstore.types import Failure


def filled(folder: Path, embedder: FakeEmbedder | None = None) -> Path:
    """A closed library of one article."""
    with Library.open(folder, embedder or FakeEmbedder()) as library:
        list(library.ingest([article(text=prose(40))]))
    return folder


def test_a_folder_is_made_with_all_above_it(tmp_path: Path) -> None:
    folder = tmp_path / "some" / "where"

    with Library.open(folder, FakeEmbedder()) as library:
        assert library.articles() == []

    assert (folder / "library.db").is_file()


def test_what_went_in_is_there_when_opened_again(tmp_path: Path) -> None:
    filled(tmp_path)

    with Library.open(tmp_path, FakeEmbedder()) as library:
        assert library.article("a") == article(text=prose(40))
        assert library.dense.ids() == set(library.catalog.chunk_ids())


def test_a_file_in_the_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("not a folder")

    for folder in (tmp_path / "data", tmp_path / "data" / "below"):
        with pytest.raises(LibraryUnwritable, match=r"cannot be made a data folder .* choose another one"):
            Library.open(folder, FakeEmbedder())


def test_a_second_opening_is_refused_until_the_first_is_closed(tmp_path: Path) -> None:
    owner = Owner(pid=4711, command="python -m bot serve", since="today")
    with (
        Library.open(tmp_path, FakeEmbedder(), owner=owner),
        pytest.raises(LibraryLocked, match=r"process 4711 \(python -m bot serve\), since today"),
    ):
        Library.open(tmp_path, FakeEmbedder())

    Library.open(tmp_path, FakeEmbedder()).close()


def test_the_owner_is_written_down_while_it_is_open(tmp_path: Path) -> None:
    with Library.open(tmp_path, FakeEmbedder()):
        owner = json.loads((tmp_path / "library.owner").read_text())

    assert owner["pid"] == os.getpid()
    assert not (tmp_path / "library.owner").exists()


def test_another_model_is_refused_with_the_command_that_helps(tmp_path: Path) -> None:
    filled(tmp_path, FakeEmbedder(fingerprint="old"))

    with pytest.raises(IndexMismatch) as raised:
        Library.open(tmp_path, FakeEmbedder(fingerprint="new"))

    assert "indexed with old/64" in str(raised.value)
    assert "not with new/64" in str(raised.value)
    assert str(raised.value).endswith(f"run python -m bot rebuild --data {tmp_path}")


def test_a_refused_opening_gives_the_folder_back(tmp_path: Path) -> None:
    filled(tmp_path, FakeEmbedder(fingerprint="old"))
    with pytest.raises(IndexMismatch):
        Library.open(tmp_path, FakeEmbedder(fingerprint="new"))

    Library.open(tmp_path, FakeEmbedder(fingerprint="old")).close()


def test_a_mismatched_library_can_be_opened_to_be_read_and_pruned(tmp_path: Path) -> None:
    filled(tmp_path, FakeEmbedder(32))

    with Library.open(tmp_path, FakeEmbedder(64), check=False) as library:
        assert library.articles() == [article().headline]
        with pytest.raises(IndexMismatch):
            list(library.ingest([article("b", title="B")]))
        library.remove("a")
        assert library.articles() == []
        assert library.dense.ids() == set()


def test_an_empty_library_takes_any_model(tmp_path: Path) -> None:
    filled(tmp_path, FakeEmbedder(32))
    with Library.open(tmp_path, FakeEmbedder(32)) as library:
        library.remove("a")

    with Library.open(tmp_path, FakeEmbedder(64)) as library:
        list(library.ingest([article()]))
        assert library.dense.ids() == {"a#0"}

    assert len(list(tmp_path.glob("chroma-*"))) == 1


def test_a_dense_index_that_is_gone_is_noticed(tmp_path: Path) -> None:
    filled(tmp_path)
    for folder in tmp_path.glob("chroma-*"):
        shutil.rmtree(folder)

    with pytest.raises(LibraryDamaged, match=r"is gone: run python -m bot rebuild --data"):
        Library.open(tmp_path, FakeEmbedder())


def test_dense_indexes_in_use_no_more_are_deleted(tmp_path: Path) -> None:
    filled(tmp_path)
    (tmp_path / "chroma-7").mkdir()
    (tmp_path / "chroma-notes").mkdir()

    with Library.open(tmp_path, FakeEmbedder()) as library:
        present = library.dense.folder.name

    assert {path.name for path in tmp_path.glob("chroma-*")} == {present, "chroma-notes"}


def test_articles_are_listed_by_period_and_outlet(library: Library) -> None:
    list(
        library.ingest(
            [
                article("a", title="A", published=day("2026-01-01")),
                article("b", title="B", published=day("2026-01-02"), source="Dog Daily"),
                article("c", title="C"),
            ]
        )
    )

    def listed(**narrowed: object) -> list[str]:
        return [headline.id for headline in library.articles(**narrowed)]  # type: ignore[arg-type]

    assert listed() == ["b", "a", "c"]
    assert listed(since=day("2026-01-02")) == ["b"]
    assert listed(until=day("2026-01-01")) == ["a"]
    assert listed(sources=["the courier"]) == ["a", "c"]
    assert listed(limit=1, offset=1) == ["a"]


def test_a_file_or_a_folder_is_taken_in_by_its_name(library: Library, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "one.txt").write_text("The council met on Monday.")
    (texts / "two.txt").write_text("It voted to keep the old bridge open.")

    first = [step.outcome for step in library.ingest(str(texts / "one.txt"))]
    rest = [step.outcome for step in library.ingest([texts, article("c"), Failure(place="d", reason="e"), texts])]

    assert first == [Outcome.ADDED]
    assert rest == [Outcome.UNCHANGED, Outcome.ADDED, Outcome.ADDED, Outcome.FAILED, *[Outcome.UNCHANGED] * 2]
    assert len(library.articles()) == 3


def test_without_an_embedder_the_default_model_is_used(tmp_path: Path) -> None:
    with Library.open(str(tmp_path)) as library:
        assert "all-MiniLM-L6-v2" in library.fingerprint


def test_every_version_of_an_article_is_listed(library: Library) -> None:
    list(library.ingest([article("a"), article("a", title="Old bridge closes"), article("b", title="B")]))

    found = [(headline.version, headline.title) for headline in library.versions("a")]

    assert found == [(1, "Old bridge stays open"), (2, "Old bridge closes")]
    with pytest.raises(NoSuchArticle, match="'nobody'"):
        library.versions("nobody")


def test_a_removed_article_is_gone_from_everywhere(library: Library) -> None:
    list(library.ingest([article("a", prose(40)), article("b", title="Other")]))
    list(library.ingest([article("a", prose(50))]))

    library.remove("a")

    assert library.articles() == [article("b", title="Other").headline]
    assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids()) == {"b#0"}
    assert library.catalog.doomed() == []
    for version in (None, 1, 2):
        with pytest.raises(NoSuchArticle):
            library.article("a", version)
    with library.catalog.database.reading() as connection:
        assert connection.execute("SELECT DISTINCT article FROM versions").fetchall() == [(2,)]


def test_removing_what_is_not_there_says_how_to_find_out(library: Library) -> None:
    with pytest.raises(NoSuchArticle, match="'nobody': python -m bot articles list"):
        library.remove("nobody")


def test_questions_can_be_answered_while_articles_come_in(library: Library) -> None:
    list(library.ingest([article("a", prose(40))]))
    failed: list[BaseException] = []
    done = threading.Event()
    vector = library.embedder.embed(["bridge"])[0]

    def ask() -> None:
        try:
            while not done.is_set():
                found = library.catalog.hits([id for id, _ in library.dense.nearest(vector, 5)])
                assert all(hit.chunk.text in library.article(hit.article.id).text for hit in found.values())
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(10):
        list(library.ingest([article(f"n{number}", prose(30, about=str(number)), title=str(number))]))
    done.set()
    for thread in threads:
        thread.join()

    assert failed == []

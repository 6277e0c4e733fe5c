from __future__ import annotations

from pathlib import Path

from bot.evaluate.data import load
from bot.evaluate.rows import Ingested
from bot.evaluate.store import Store, batches, store_for
from tests.bot.evaluate.sets import ARTICLES, write_set
from tests.fakes import FakeSystem
from vectorstore.errors import IndexMismatch


def step(articles: int, seconds: float) -> Ingested:
    return Ingested(articles=articles, chunks=2 * articles, characters=100 * articles, seconds=seconds)


def test_what_was_waited_for_once_is_one_step() -> None:
    steps = [step(1, 2.0), step(1, 0.0), step(1, 0.0001), step(1, 3.0)]

    assert [(one.articles, round(one.seconds)) for one in batches(steps)] == [(3, 2), (1, 3)]
    assert list(batches([])) == []


def test_a_library_made_with_another_model_is_made_anew(tmp_path: Path) -> None:
    store = Store(folder=tmp_path / "set")
    store.library.mkdir(parents=True)
    (store.library / "old").touch()
    store.filled.touch()

    def opener(folder: Path) -> FakeSystem:
        if (folder / "old").exists():
            raise IndexMismatch("made with another model")
        return FakeSystem(folder)

    store.open(opener)

    assert list(store.library.iterdir()) == []
    assert not store.filled.exists()


def test_other_articles_go_into_another_folder(tmp_path: Path) -> None:
    one = load(write_set(tmp_path / "set"))
    other = load(write_set(tmp_path / "set", articles=ARTICLES[:2], questions=[]))

    kinds = ("articlebot", "tutorial")
    folders = {store_for(loaded, kind, tmp_path).folder for loaded in (one, other) for kind in kinds}

    assert len(folders) == 4


def test_the_size_is_that_of_all_files(tmp_path: Path) -> None:
    store = Store(folder=tmp_path)
    (store.library / "deep").mkdir(parents=True)
    (store.library / "deep" / "file").write_bytes(b"12345")

    assert store.size() == 5

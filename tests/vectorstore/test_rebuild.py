from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import article, prose
from tests.fakes import FakeEmbedder
from tests.vectorstore.test_killed import wrong_vectors
from vectorstore import doctor
from vectorstore.errors import LibraryLocked
from vectorstore.folder import KEPT
from vectorstore.ingest import Outcome
from vectorstore.library import Library
from vectorstore.rebuild import TOGETHER, rebuild
from vectorstore.scope import Scope

ARTICLES = [article(f"n{number}", prose(30, about=f"x{number}"), title=f"T{number}") for number in range(40)]


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A closed library made with an older embedder; one article was changed, one removed, one is empty."""
    with Library.open(tmp_path, FakeEmbedder(32)) as library:
        list(library.ingest([*ARTICLES, article("n0", prose(30), title="T0"), article("empty", "", title="E")]))
        library.remove("n1")
    return tmp_path


def test_everything_is_indexed_anew_and_the_library_opens_again(old: Path) -> None:
    with Library.open(old, FakeEmbedder(64), check=False) as library:
        before = library.articles(), library.catalog.chunk_ids()
        steps = list(rebuild(library))
        after = library.articles(), library.catalog.chunk_ids()

    assert before == after
    assert {step.id for step in steps} == {headline.id for headline in before[0]}
    assert {step.outcome for step in steps} == {Outcome.INDEXED}
    with Library.open(old, FakeEmbedder(64)) as library:
        assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())
        assert library.article("n0", 1) == ARTICLES[0]
        assert doctor.examine(library) == []


def on_disk(folder: Path, content: bytes) -> bool:
    return any(content in read(path) for path in folder.rglob("*"))


def read(path: Path) -> bytes:
    """What is in a file; nothing in a folder, nor in what an index has deleted meanwhile."""
    try:
        return path.read_bytes()
    except (IsADirectoryError, FileNotFoundError):
        return b""


def test_neither_word_nor_vector_of_what_was_removed_is_left_on_disk(old: Path) -> None:
    secret = article("secret", "The xylophone was stolen.", title="Theft")
    with Library.open(old, FakeEmbedder(32)) as library:
        list(library.ingest([secret, article("secret", "The marimba was stolen.", title="Theft")]))
        vector = library.dense.vectors(["secret#0"])["secret#0"].tobytes()
        before = [on_disk(old, content) for content in (b"xylophone", b"marimba", vector)]
        library.remove("secret")
        (old / KEPT.format(1)).write_bytes(b"xylophone")
        list(rebuild(library))
        within = [on_disk(old, content) for content in (b"xylophone", b"marimba", vector)]

    assert before == [True, True, True]
    assert within == [False, False, False]
    assert not any(on_disk(old, content) for content in (b"xylophone", b"marimba", vector))
    assert len(list(old.glob("chroma-*"))) == len(list(old.glob("words-*"))) == 1


def test_the_old_index_answers_until_the_new_one_is_whole(old: Path) -> None:
    with Library.open(old, FakeEmbedder(32)) as library:
        vector = FakeEmbedder(32).embed(["bridge"])[0]
        before = library.dense.nearest(vector, 3)
        for _ in rebuild(library):
            assert library.dense.nearest(vector, 3) == before
            assert library.words.best(["x7"], 1, Scope())[0][0].startswith("n7#")


def test_it_goes_on_where_it_was_left(old: Path) -> None:
    embedder = FakeEmbedder(64)
    with Library.open(old, embedder, check=False) as library:
        steps = rebuild(library)
        next(steps)
        steps.close()
        first = sum(map(len, embedder.asked))
        rest = list(rebuild(library))

        assert len(rest) == len(library.articles()) - TOGETHER
        assert sum(map(len, embedder.asked)) == len(library.catalog.chunk_ids())
        assert 0 < first < len(library.catalog.chunk_ids())
        assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())


def test_it_goes_on_after_a_change_with_what_was_changed(old: Path) -> None:
    with Library.open(old, FakeEmbedder(32)) as library:
        steps = rebuild(library)
        next(steps)
        steps.close()
        library.remove("n2")
        list(library.ingest([article("n3", prose(50), title="T3")]))

        assert len(list(rebuild(library))) == len(library.articles()) - (TOGETHER - 2)

        assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())
        assert library.article("n3").version == 2
        assert doctor.examine(library) == []


def test_articles_come_and_go_while_it_lasts(old: Path) -> None:
    with Library.open(old, FakeEmbedder(32)) as library:
        for step, _ in enumerate(rebuild(library)):
            if step == 3:
                library.remove("n2")
                list(library.ingest([article("n3", prose(12), title="T3"), article("new", prose(30), title="New")]))
            if step == 35:
                library.remove("n5")

        assert {headline.id for headline in library.articles()} & {"n2", "n5", "new"} == {"new"}
        assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())
        assert wrong_vectors(library) == []
        assert doctor.examine(library) == []


def test_there_is_one_rebuild_at_a_time(old: Path) -> None:
    with Library.open(old, FakeEmbedder(32)) as library:
        steps = rebuild(library)
        next(steps)
        with pytest.raises(LibraryLocked, match="is being rebuilt: wait until that is done"):
            list(rebuild(library))
        steps.close()

        assert len(list(rebuild(library))) > 0


def test_it_starts_over_with_another_model(old: Path) -> None:
    with Library.open(old, FakeEmbedder(16), check=False) as library:
        steps = rebuild(library)
        next(steps)
        steps.close()

    with Library.open(old, FakeEmbedder(64), check=False) as library:
        assert len(list(rebuild(library))) == len(library.articles())
        assert doctor.examine(library) == []


def test_a_lost_dense_index_is_made_anew(old: Path) -> None:
    with Library.open(old, FakeEmbedder(32)) as library:
        lost = library.dense.folder
    for path in sorted(lost.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()

    with Library.open(old, FakeEmbedder(32), check=False) as library:
        list(rebuild(library))
        assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())


def test_an_empty_library_can_be_rebuilt(library: Library) -> None:
    assert list(rebuild(library)) == []

    list(library.ingest([article()]))
    assert library.dense.ids() == {"a#0"}

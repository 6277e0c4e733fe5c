from __future__ import annotations

import re
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import numpy as np
import pytest

from tests.factories import article, hit, prose
from tests.fakes import FakeEmbedder
from tests.vectorstore.test_killed import wrong_vectors
from vectorstore import changes, doctor
from vectorstore.dense import DenseIndex
from vectorstore.errors import IndexMismatch, LibraryLocked
from vectorstore.library import Library
from vectorstore.rebuild import rebuild


@pytest.fixture
def filled(library: Library) -> Library:
    list(library.ingest([article(f"n{number}", prose(20, about=f"x{number}"), title="T") for number in range(40)]))
    return library


def findings(library: Library) -> list[str]:
    return [str(finding) for finding in doctor.examine(library)]


def repair(library: Library) -> list[str]:
    return [step.id for step in doctor.repair(library)]


def test_a_sound_library_has_no_faults(filled: Library) -> None:
    assert findings(filled) == []


def test_an_empty_library_has_no_faults(library: Library) -> None:
    assert findings(library) == []


def test_an_index_of_another_model_is_named_with_the_remedy(filled: Library) -> None:
    filled.embedder = FakeEmbedder(fingerprint="new")

    (found,) = findings(filled)

    assert found.startswith("the library was indexed with fake/64")
    assert found.endswith(f": run python -m bot rebuild --data {filled.folder}")


def test_leftovers_are_found_and_mended(filled: Library) -> None:
    with filled.catalog.writing() as connection:
        changes.remove(connection, "n3")
        changes.mark_pending(connection, ["n4#0"])
    gone = filled.catalog.doomed()
    mend = f": run python -m bot doctor --repair --data {filled.folder}"

    found = findings(filled)
    repair(filled)

    assert found == [
        f"1 chunks are not in the dense index yet, because an ingest was cut short{mend}",
        f"{len(gone)} vectors of removed chunks are still in the dense index, because a removal was cut short{mend}",
    ]
    assert findings(filled) == []
    assert filled.dense.ids() == filled.words.ids() == set(filled.catalog.chunk_ids())


def test_vectors_too_few_or_too_many_are_found_and_mended(filled: Library) -> None:
    filled.dense.remove(["n1#0", "n1#1"])
    filled.dense.add(["stray#0"], np.eye(1, 64, dtype=np.float32))

    found = findings(filled)
    repair(filled)

    assert [finding.partition(":")[0] for finding in found] == [
        "2 chunks are missing from the dense index",
        "1 vectors belong to no chunk",
    ]
    assert findings(filled) == []
    assert filled.dense.ids() == filled.words.ids() == set(filled.catalog.chunk_ids())


def test_a_rebuild_that_was_cut_short_is_found(filled: Library) -> None:
    steps = rebuild(filled)
    next(steps)
    steps.close()

    assert findings(filled) == [
        f"a rebuild was cut short: run python -m bot rebuild --data {filled.folder}, and it goes on from there"
    ]


def delete(folder: Path) -> None:
    shutil.rmtree(folder)


def spoil(pattern: str, content: bytes) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        (path,) = folder.glob(pattern)
        path.write_bytes(content)

    return do


def cut(pattern: str) -> Callable[[Path], None]:
    def do(folder: Path) -> None:
        (path,) = folder.glob(pattern)
        path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])

    return do


def replace_by_file(folder: Path) -> None:
    shutil.rmtree(folder)
    folder.write_text("a foreign file")


def lose(rows: str) -> Callable[[Path], None]:
    """Rows of Chroma's own tables, taken out behind its back."""

    def do(folder: Path) -> None:
        with closing(sqlite3.connect(folder / "chroma.sqlite3")) as connection, connection:
            connection.execute(f"DELETE FROM {rows}")

    return do


def blank(folder: Path) -> None:
    (path,) = folder.glob("*/data_level0.bin")
    content = path.read_bytes()
    path.write_bytes(bytes(len(content) // 2) + content[len(content) // 2 :])


def exchange(folder: Path) -> None:
    """A foreign index in the place of ours: one of Chroma's, made of other texts."""
    shutil.rmtree(folder)
    foreign = DenseIndex(folder)
    foreign.add([f"foreign#{number}" for number in range(64)], np.eye(64, dtype=np.float32))
    foreign.close()


def grow_old(folder: Path) -> None:
    """The same chunks with the vectors of what they once said."""
    old = DenseIndex(folder)
    ids = sorted(old.ids())
    old.add(ids, FakeEmbedder().embed([f"something that {id} said" for id in ids]))
    old.close()


HARMS: dict[str, Callable[[Path], None]] = {
    "deleted": delete,
    "a file": replace_by_file,
    "another index": exchange,
    "an old copy": grow_old,
    "garbage": spoil("chroma.sqlite3", b"something else" * 1000),
    "emptied": spoil("chroma.sqlite3", b""),
    "cut": cut("chroma.sqlite3"),
    "vectors cut": cut("*/data_level0.bin"),
    "vectors blank": blank,
    "ids cut": cut("*/index_metadata.pickle"),
    "some names lost": lose("embeddings WHERE id % 3 = 0"),
    "latest vectors lost": lose("embeddings_queue"),
    "collection lost": lose("collections"),
}


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with so many vectors that Chroma has written them to files of their own."""
    folder = tmp_path_factory.mktemp("large")
    with Library.open(folder, FakeEmbedder()) as library:
        list(library.ingest([article(f"n{number}", prose(400, about=f"x{number}"), title="T") for number in range(40)]))
    return folder


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_damaged_dense_index_is_found_and_mended(large: Path, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    folder = Path(shutil.copytree(large, tmp_path / "data"))
    with Library.open(folder, FakeEmbedder()) as library:
        dense = library.dense.folder
        harm(dense)

        found = findings(library)
        repair(library)

        assert found
        for finding in found:
            assert str(dense) in finding or re.match(
                r"[\d,]+ (chunks are missing|vectors belong|of the vectors)", finding
            )
            assert finding.endswith(f": run python -m bot doctor --repair --data {folder}")
        assert findings(library) == []
        assert library.dense.ids() == set(library.catalog.chunk_ids())
        assert wrong_vectors(library) == []


@pytest.mark.parametrize("harm", [HARMS["deleted"], HARMS["vectors cut"]], ids=["deleted", "vectors cut"])
def test_a_rebuild_mends_a_damaged_dense_index(large: Path, tmp_path: Path, harm: Callable[[Path], None]) -> None:
    with Library.open(shutil.copytree(large, tmp_path / "data"), FakeEmbedder()) as library:
        harm(library.dense.folder)

        list(rebuild(library))

        assert findings(library) == []


def test_only_what_is_missing_is_embedded_anew(filled: Library) -> None:
    filled.dense.remove(["n1#0", "n2#0"])
    embedder = filled.embedder = FakeEmbedder()

    assert repair(filled) == []

    assert len(embedder.asked[0]) <= doctor.SAMPLE  # compared with what is there
    assert [len(texts) for texts in embedder.asked[1:]] == [2]
    assert findings(filled) == []


def test_a_damaged_database_is_named_with_the_remedy(tmp_path: Path) -> None:
    with Library.open(tmp_path, FakeEmbedder()) as library:
        list(library.ingest([article()]))
    (tmp_path / "library.db").write_bytes(b"something else" * 1000)

    (found,) = doctor.check(tmp_path, FakeEmbedder())

    assert str(found) == (
        f"{tmp_path}/library.db is damaged (file is not a database): "
        f"move {tmp_path} away, or put a copy of it back, and ingest the articles again"
    )


def test_words_too_few_or_too_many_are_found_and_mended(filled: Library) -> None:
    filled.words.remove(["n1#0", "n1#1"])
    filled.words.add([hit(article_id="stray")])
    mend = f": run python -m bot doctor --repair --data {filled.folder}"

    found = findings(filled)
    repair(filled)

    assert found == [
        f"2 chunks are missing from the word index{mend}",
        f"1 chunks that are gone are still in the word index{mend}",
    ]
    assert findings(filled) == []


@pytest.mark.parametrize("harm", [delete, replace_by_file], ids=["deleted", "a file"])
def test_a_word_index_that_is_gone_is_found_and_mended_without_embedding(
    filled: Library, harm: Callable[[Path], None]
) -> None:
    filled.words.close()
    harm(filled.words.folder)
    embedder = filled.embedder = FakeEmbedder()

    found = findings(filled)
    repair(filled)

    assert len(found) == 1
    assert found[0].endswith(f": run python -m bot doctor --repair --data {filled.folder}")
    assert findings(filled) == []
    assert all(len(texts) <= doctor.SAMPLE for texts in embedder.asked)


@pytest.mark.parametrize("spoilt", ["meta.json", "*.term"])
def test_a_damaged_word_index_is_found_and_mended_without_embedding(filled: Library, spoilt: str) -> None:
    filled.words.close()
    for path in filled.words.folder.glob(spoilt):
        path.write_bytes(b"something else")
    embedder = filled.embedder = FakeEmbedder()

    (found,) = findings(filled)
    repair(filled)

    assert found.startswith(f"the word index {filled.words.folder} cannot be used (")
    assert found.endswith(f": run python -m bot doctor --repair --data {filled.folder}")
    assert findings(filled) == []
    assert all(len(texts) <= doctor.SAMPLE for texts in embedder.asked)


def test_a_closed_library_is_checked_by_its_folder(tmp_path: Path) -> None:
    Library.open(tmp_path, FakeEmbedder()).close()

    assert doctor.check(tmp_path, FakeEmbedder()) == []


def test_a_library_in_use_is_not_checked(filled: Library) -> None:
    with pytest.raises(LibraryLocked):
        doctor.check(filled.folder, FakeEmbedder())


def test_an_index_of_another_model_is_not_repaired(filled: Library) -> None:
    filled.embedder = FakeEmbedder(fingerprint="new")

    with pytest.raises(IndexMismatch):
        repair(filled)

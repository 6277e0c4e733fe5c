from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from tests.factories import article, hit, prose
from tests.fakes import FakeEmbedder
from vectorstore import changes, doctor
from vectorstore.errors import IndexMismatch, LibraryDamaged, LibraryLocked
from vectorstore.library import Library
from vectorstore.rebuild import rebuild


@pytest.fixture
def filled(library: Library) -> Library:
    list(library.ingest([article(f"n{number}", prose(20, about=f"x{number}"), title="T") for number in range(40)]))
    return library


def findings(library: Library) -> list[str]:
    return [str(finding) for finding in doctor.examine(library)]


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
    doctor.repair(filled)

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
    doctor.repair(filled)

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


def delete_segments(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)


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


@pytest.mark.parametrize(
    "harm",
    [
        delete,
        delete_segments,
        replace_by_file,
        spoil("chroma.sqlite3", b"something else" * 1000),
        spoil("chroma.sqlite3", b""),
        cut("chroma.sqlite3"),
        cut("*/data_level0.bin"),
        cut("*/index_metadata.pickle"),
    ],
    ids=["deleted", "without segments", "a file", "garbage", "emptied", "cut", "vectors cut", "ids cut"],
)
def test_a_damaged_dense_index_is_found_and_a_rebuild_mends_it(tmp_path: Path, harm: Callable[[Path], None]) -> None:
    with Library.open(tmp_path, FakeEmbedder()) as library:
        list(library.ingest([article(f"n{number}", prose(400, about=f"x{number}"), title="T") for number in range(40)]))
        dense = library.dense.folder
        library.dense.close()
        harm(dense)

        found = findings(library)
        assert len(found) == 1
        assert str(dense) in found[0] or "missing from the dense index" in found[0]
        for _ in rebuild(library):
            pass

        assert findings(library) == []


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
    doctor.repair(filled)

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
    doctor.repair(filled)

    assert len(found) == 1
    assert found[0].endswith(f": run python -m bot doctor --repair --data {filled.folder}")
    assert findings(filled) == []
    assert embedder.asked == []


@pytest.mark.parametrize("spoilt", ["meta.json", "*.term"])
def test_a_damaged_word_index_is_found_and_mended_without_embedding(filled: Library, spoilt: str) -> None:
    filled.words.close()
    for path in filled.words.folder.glob(spoilt):
        path.write_bytes(b"something else")
    embedder = filled.embedder = FakeEmbedder()

    (found,) = findings(filled)
    doctor.repair(filled)

    assert found.startswith(f"the word index {filled.words.folder} cannot be used (")
    assert found.endswith(f": run python -m bot doctor --repair --data {filled.folder}")
    assert findings(filled) == []
    assert embedder.asked == []


def test_a_closed_library_is_checked_by_its_folder(tmp_path: Path) -> None:
    Library.open(tmp_path, FakeEmbedder()).close()

    assert doctor.check(tmp_path, FakeEmbedder()) == []


def test_a_library_in_use_is_not_checked(filled: Library) -> None:
    with pytest.raises(LibraryLocked):
        doctor.check(filled.folder, FakeEmbedder())


def test_what_only_a_rebuild_mends_is_not_repaired(filled: Library) -> None:
    filled.embedder = FakeEmbedder(fingerprint="new")
    with pytest.raises(IndexMismatch):
        doctor.repair(filled)

    filled.embedder = FakeEmbedder()
    filled.dense.close()
    delete(filled.dense.folder)
    with pytest.raises(LibraryDamaged):
        doctor.repair(filled)

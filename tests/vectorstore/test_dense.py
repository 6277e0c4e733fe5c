from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from vectorstore.dense import BATCH, LARGE, SYNC, DenseIndex
from vectorstore.errors import LibraryDamaged
from vectorstore.types import Vectors


def vectors(count: int, dim: int = 8, seed: int = 0) -> Vectors:
    found = np.random.default_rng(seed).normal(size=(count, dim)).astype(np.float32)
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    return found


def names(count: int) -> list[str]:
    return [f"a#{number}" for number in range(count)]


@pytest.fixture
def dense(tmp_path: Path) -> Iterator[DenseIndex]:
    dense = DenseIndex(tmp_path / "chroma-1")
    yield dense
    dense.close()


def test_nothing_is_there_until_it_is_used(dense: DenseIndex) -> None:
    assert not dense.exists()
    assert dense.count() == 0
    assert dense.exists()


def test_the_nearest_come_first_with_their_cosine_similarity(dense: DenseIndex) -> None:
    axes = np.eye(3, 8, dtype=np.float32)
    dense.add(["x", "y", "z"], axes)

    found = dense.nearest(np.array([0.8, 0.6, 0, 0, 0, 0, 0, 0], dtype=np.float32), 2)

    assert [id for id, _ in found] == ["x", "y"]
    assert [similarity for _, similarity in found] == pytest.approx([0.8, 0.6], abs=1e-6)


def test_fewer_come_when_there_are_no_more(dense: DenseIndex) -> None:
    dense.add(names(3), vectors(3))

    assert len(dense.nearest(vectors(1)[0], 10)) == 3
    assert dense.nearest(vectors(1)[0], 0) == []


def test_an_empty_index_has_no_nearest(dense: DenseIndex) -> None:
    assert dense.nearest(vectors(1)[0], 3) == []


def test_ids_narrow_the_search_and_unknown_ones_do_not_matter(dense: DenseIndex) -> None:
    dense.add(names(20), vectors(20))

    found = dense.nearest(vectors(20)[3], 5, ["a#3", "a#7", "gone"])
    nobody = dense.nearest(vectors(20)[3], 5, ["gone"])
    nothing = dense.nearest(vectors(20)[3], 5, [])

    assert [id for id, _ in found] == ["a#3", "a#7"]
    assert nobody == nothing == []


@pytest.mark.parametrize("among", [1, 20, 60, 200])
def test_the_nearest_among_few_are_those_that_comparing_all_would_find(dense: DenseIndex, among: int) -> None:
    every, ids = vectors(400), names(400)
    dense.add(ids, every)
    question = vectors(1, seed=9)[0]
    chosen = ids[::2][:among]

    found = dense.nearest(question, 10, chosen)

    order = sorted(chosen, key=lambda id: float(every[ids.index(id)] @ question), reverse=True)
    assert [id for id, _ in found] == order[:10]
    assert [similarity for _, similarity in found] == pytest.approx(
        [every[ids.index(id)] @ question for id in order[:10]]
    )


def test_adding_again_replaces(dense: DenseIndex) -> None:
    dense.add(["x"], vectors(1, seed=1))
    dense.add(["x"], vectors(1, seed=2))

    ((id, similarity),) = dense.nearest(vectors(1, seed=2)[0], 5)

    assert (id, round(similarity, 5)) == ("x", 1)
    assert dense.count() == 1


def test_what_is_removed_is_found_no_more(dense: DenseIndex) -> None:
    dense.add(names(3), vectors(3))
    assert dense.count() == 3

    dense.remove(["a#1", "never there"])

    assert dense.ids() == {"a#0", "a#2"}
    assert dense.count() == 2
    assert {id for id, _ in dense.nearest(vectors(3)[1], 3)} == {"a#0", "a#2"}


def test_adding_and_removing_nothing_changes_nothing(dense: DenseIndex) -> None:
    dense.add([], vectors(0))
    dense.remove([])

    assert dense.count() == 0


def test_more_than_chroma_takes_at_once_goes_in_and_out(dense: DenseIndex) -> None:
    count = BATCH + 500
    dense.add(names(count), vectors(count, dim=2))
    assert dense.ids() == set(names(count))

    dense.remove(names(count))

    assert dense.count() == 0


def test_what_is_counted_while_vectors_come_in_is_not_taken_for_the_count_afterwards(dense: DenseIndex) -> None:
    done = threading.Event()
    dense.add(["first"], vectors(1))

    def count() -> None:
        while not done.is_set():
            dense.count()

    threads = [threading.Thread(target=count) for _ in range(3)]
    for thread in threads:
        thread.start()
    counts = []
    for number in range(40):
        dense.add([f"b#{number}"], vectors(1, seed=number))
        counts.append(dense.count())
    done.set()
    for thread in threads:
        thread.join()

    assert counts == list(range(2, 42))


def test_it_can_be_closed_and_opened_again(dense: DenseIndex) -> None:
    dense.add(names(3), vectors(3))
    dense.close()
    dense.close()

    again = DenseIndex(dense.folder)

    assert dense.ids() == again.ids() == set(names(3))
    again.close()


def test_it_goes_on_in_another_folder(dense: DenseIndex, tmp_path: Path) -> None:
    dense.add(["old"], vectors(1))
    other = DenseIndex(tmp_path / "chroma-2")
    other.add(["new"], vectors(1))
    other.close()

    dense.move(other.folder)

    assert dense.ids() == {"new"}


def test_readers_go_on_while_it_moves(dense: DenseIndex, tmp_path: Path) -> None:
    for number in (1, 2):
        index = DenseIndex(tmp_path / f"chroma-{number}")
        index.add(names(50), vectors(50))
        index.close()
    failed: list[BaseException] = []
    done = threading.Event()

    def read() -> None:
        try:
            while not done.is_set():
                assert len(dense.nearest(vectors(1)[0], 5)) == 5
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)

    threads = [threading.Thread(target=read) for _ in range(2)]
    for thread in threads:
        thread.start()
    for number in (2, 1, 2, 1, 2):
        dense.move(tmp_path / f"chroma-{number}")
    done.set()
    for thread in threads:
        thread.join()

    assert failed == []


def test_vectors_come_back_by_id(dense: DenseIndex) -> None:
    dense.add(names(3), vectors(3))

    found = dense.vectors(["a#2", "gone", "a#0"])

    assert found.keys() == {"a#0", "a#2"}
    assert found["a#2"] == pytest.approx(vectors(3)[2], abs=1e-6)
    assert dense.vectors([]) == dense.vectors(["gone"]) == {}


def test_a_file_that_is_not_chromas_is_named(dense: DenseIndex) -> None:
    dense.folder.mkdir()
    (dense.folder / "chroma.sqlite3").write_bytes(b"something else" * 1000)

    with pytest.raises(LibraryDamaged, match=r"chroma-1 cannot be used .* run python -m bot doctor"):
        dense.count()


def test_a_large_index_is_written_to_disk_less_often_and_keeps_all(dense: DenseIndex) -> None:
    dim = LARGE // (4 * 1_000)
    every = vectors(1_100, dim)
    dense.add(names(1_100), every)
    dense.close()

    dense.add(["one more"], vectors(1, dim, seed=1))
    with dense._using() as collection:
        configuration = collection.configuration_json["hnsw"]
    dense.close()

    assert configuration["sync_threshold"] == SYNC
    assert dense.count() == 1_101
    assert dense.nearest(vectors(1, dim, seed=1)[0], 1)[0][0] == "one more"

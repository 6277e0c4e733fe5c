"""While one batch is embedded the next is read and the last is written, and none of it shows in the result."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.factories import article, prose
from tests.fakes import FakeEmbedder
from tests.vectorstore.test_killed import contents, wrong_vectors
from tests.waiting import wait
from vectorstore.ahead import BATCH, MOST, read_ahead
from vectorstore.chunk import embedded_text, split
from vectorstore.library import Library
from vectorstore.types import Article, Failure, Vectors

LONG = prose(BATCH // 60)
SHORT = 100  # texts; of ``LONG`` there are more


def failures(count: int) -> list[Failure]:
    return [Failure(place=str(number), reason="x") for number in range(count)]


def test_a_batch_holds_so_many_articles_and_so_many_characters_at_most(library: Library) -> None:
    items: list[Article | Failure] = [*failures(MOST + 1), article("a", LONG), article("b", LONG), article("c")]

    sizes = [len(batch.items) for batch in read_ahead(library, items)]

    assert len(LONG) > BATCH
    assert sizes == [MOST, 2, 1, 1]


def test_a_batch_knows_the_vectors_of_what_is_new(library: Library, embedder: FakeEmbedder) -> None:
    old, changed, copied = article("a"), article("b", title="B"), article("c", title="C")
    list(library.ingest([old, changed, copied]))
    new = replace(changed, text=prose(40)), article("d", prose(50), title="D")

    (batch,) = read_ahead(library, [old, replace(copied, id="again"), *new, *failures(1)])

    texts = [embedded_text(one.headline, chunk) for one in new for chunk in split(one)]
    known = batch.known()
    assert list(known) == texts
    np.testing.assert_array_equal(np.stack(list(known.values())), FakeEmbedder().embed(texts))


def test_read_ahead_or_one_by_one_the_library_is_the_same(library: Library, tmp_path: Path) -> None:
    items: list[Article | Failure] = [
        article("a", LONG),
        article("b", prose(30), title="B"),
        *failures(1),
        article("c", LONG, title="C"),
        replace(article("a", LONG), id="copy"),  # of the batch before
        article("b", prose(40), title="B"),  # as of the batch before, changed
        article("d", LONG, title="D"),
        article("e", prose(20), title="E"),
        article("e", prose(25), title="E"),
    ]

    steps = list(library.ingest(items))

    with Library.open(tmp_path / "other", FakeEmbedder()) as other:
        assert [step for item in items for step in other.ingest([item])] == steps
        assert contents(library) == contents(other)
    assert [step.outcome.value for step in steps] == (
        ["added", "added", "failed", "added", "copy", "changed", "added", "added", "changed"]
    )
    assert wrong_vectors(library) == []


class Turns(FakeEmbedder):
    """Takes as long for the first batch as it takes to read the second, and for that as it takes to write the first."""

    def __init__(self) -> None:
        super().__init__()
        self.read, self.begun, self.written = threading.Event(), threading.Event(), threading.Event()

    def embed(self, texts: Sequence[str]) -> Vectors:
        if len(self.asked) == 0:
            wait(self.read)
        if len(self.asked) == 1:
            self.begun.set()
            wait(self.written)
        return super().embed(texts)


def test_the_next_batch_is_read_and_the_last_is_written_while_one_is_embedded(library: Library) -> None:
    embedder = library.embedder = Turns()

    def items() -> Iterator[Article]:
        yield article("a", LONG)
        embedder.read.set()
        yield article("b", LONG, title="B")

    steps = library.ingest(items())
    first = next(steps)
    wait(embedder.begun)
    written = [headline.id for headline in library.articles()], library.catalog.pending()
    embedder.written.set()

    assert first.id == "a"
    assert written == (["a"], [])
    assert [step.id for step in steps] == ["b"]


class Told(FakeEmbedder):
    """Tells when it is done."""

    def __init__(self) -> None:
        super().__init__()
        self.done = threading.Event()

    def embed(self, texts: Sequence[str]) -> Vectors:
        try:
            return super().embed(texts)
        finally:
            self.done.set()


def test_what_is_ready_does_not_wait_for_a_slow_source(library: Library) -> None:
    embedder = library.embedder = Told()
    reported = threading.Event()

    def items() -> Iterator[Article | Failure]:
        yield article("a", LONG)
        wait(embedder.done)
        for failure in failures(MOST - 1):
            if not reported.is_set():
                yield failure
            reported.wait(0.05)

    steps = []
    for step in library.ingest(items()):
        reported.set()
        steps.append(step)

    assert steps[0].id == "a"
    assert len(steps) < MOST


def test_a_source_that_breaks_off_comes_after_what_was_read_before(library: Library) -> None:
    def items() -> Iterator[Article]:
        yield article("a", LONG)
        yield article("b", LONG, title="B")
        raise OSError("the disk is gone")

    steps = library.ingest(items())

    assert [next(steps).id, next(steps).id] == ["a", "b"]
    with pytest.raises(OSError, match="the disk is gone"):
        next(steps)
    assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())


def test_whoever_stops_listening_leaves_no_article_half_way(library: Library) -> None:
    steps = library.ingest(article(f"n{number}", LONG, title=str(number)) for number in range(4))
    next(steps)
    steps.close()  # type: ignore[attr-defined]

    assert library.catalog.pending() == []
    assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())


class Held(FakeEmbedder):
    """Embeds a long batch only when others have changed the library."""

    def __init__(self) -> None:
        super().__init__()
        self.changed = threading.Event()

    def embed(self, texts: Sequence[str]) -> Vectors:
        if len(texts) > SHORT:
            wait(self.changed)
        return super().embed(texts)


def test_what_others_change_meanwhile_gets_no_vector_of_an_earlier_text(library: Library) -> None:
    embedder = library.embedder = Held()
    list(library.ingest([article("a", prose(30)), article("b", prose(31), title="B")]))

    def items() -> Iterator[Article]:
        yield article("a", prose(40))
        yield article("b", LONG, title="B")  # with which the batch is full, and begun
        list(library.ingest([article("a", prose(50)), article("b", prose(51), title="B")]))
        library.remove("a")
        embedder.changed.set()
        yield article("c", title="C")

    list(library.ingest(items()))

    assert sorted(headline.id for headline in library.articles()) == ["a", "b", "c"]
    assert wrong_vectors(library) == []
    assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())

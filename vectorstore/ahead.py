"""Articles read, split and embedded while those before them are written.

A thread embeds one batch. Meanwhile whoever iterates writes the batch before it and reads the one after it. Nothing
here changes the library, so nothing is half done when it stops; and the vectors are found by the text that they are
of, so they are right whatever is written meanwhile.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from sqlite3 import Connection
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vectorstore import changes, copies, rows
from vectorstore.changes import Stored
from vectorstore.chunk import embedded_text, split
from vectorstore.types import Article, Chunk, Failure, Vectors

if TYPE_CHECKING:
    from vectorstore.library import Library

BATCH = 200_000  # characters of article text in a batch, about: some seconds of embedding
MOST = 500  # articles and failures in a batch
WAITING = 1  # batches that may wait for their turn to be embedded
MOST_TEXTS = 1_000  # of a batch that are embedded ahead, so that a huge article does not fill the memory

Known = Mapping[str, NDArray[np.float32]]
"""Vectors of unit length by the text that was embedded."""


@dataclass(frozen=True)
class Incoming:
    """An article on its way in. What is made of it is made when it is first asked for, and once."""

    article: Article

    @cached_property
    def digest(self) -> bytes:
        """Of all that is stored of it."""
        return rows.digest(self.article)

    def is_in(self, old: Stored) -> bool:
        """Whether what is stored tells all that it tells."""
        return old.digest == self.digest or (self.article.abridged and not old.abridged)

    @cached_property
    def chunks(self) -> Sequence[Chunk]:
        """What it is split into."""
        return split(self.article)


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Articles and failures that are written together, in the order in which they were read."""

    items: Sequence[Incoming | Failure]
    texts: Sequence[str]  # of the chunks that the library does not have yet
    vectors: Future[Vectors]

    def known(self) -> Known:
        """The vectors that were made. Waits for them; raises what the embedder raised."""
        return dict(zip(self.texts, self.vectors.result(), strict=True))


def read_ahead(library: Library, items: Iterable[Article | Failure]) -> Generator[Batch, None, None]:
    """Batches whose vectors are made, or being made while nothing else can be done, in order.

    When a source breaks off, the batches before come first and what it raised comes then.
    """
    under_way: deque[Batch] = deque()
    pool = ThreadPoolExecutor(1, "embedding")
    try:
        for batch in _batches(items):
            if batch:
                under_way.append(_begun(library, batch, pool))
            while under_way and (len(under_way) > WAITING or under_way[0].vectors.done()):
                yield under_way.popleft()
        yield from under_way
    except Exception:
        yield from under_way
        raise
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _batches(items: Iterable[Article | Failure]) -> Iterator[Sequence[Incoming | Failure]]:
    """Full batches; and an empty one after any other item, so that what is ready does not wait for a slow source."""
    batch: list[Incoming | Failure] = []
    characters = 0
    for item in items:
        batch.append(Incoming(item) if isinstance(item, Article) else item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if characters >= BATCH or len(batch) >= MOST:
            yield batch
            batch, characters = [], 0
        else:
            yield []
    yield batch


def _begun(library: Library, items: Sequence[Incoming | Failure], pool: ThreadPoolExecutor) -> Batch:
    with library.catalog.database.reading() as connection:
        new = [one for one in items if isinstance(one, Incoming) and _is_new(connection, one)]
    texts = [embedded_text(one.article.headline, chunk) for one in new for chunk in one.chunks]
    texts = list(dict.fromkeys(texts))[:MOST_TEXTS]
    return Batch(items=items, texts=texts, vectors=pool.submit(_embed, library, texts))


def _embed(library: Library, texts: Sequence[str]) -> Vectors:
    return library.embedder.embed(texts) if texts else np.empty((0, 0), dtype=np.float32)


def _is_new(connection: Connection, one: Incoming) -> bool:
    """Whether its chunks will have to be embedded, as far as can be told now."""
    old = changes.stored(connection, one.article.id)
    return not one.is_in(old) if old else not copies.copied(connection, one.article)

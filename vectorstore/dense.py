"""The dense index: one vector a chunk, in Chroma. Derived from the catalog, and made anew at any time."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vectorstore.types import Vectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.models.Collection import Collection

COLLECTION = "chunks"
BATCH = 5_000  # Chroma takes at most 5461 at once
PAGE = 50_000  # ids read at once


class DenseIndex:
    """Vectors of unit length by chunk id, in a folder of Chroma's that is opened when first used.

    Any thread may read; one at a time may write.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._opening = threading.Lock()
        self._client: ClientAPI | None = None
        self._collection: Collection | None = None
        self._count: int | None = None

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Store a vector for each id, in place of an earlier one. Returns when they are on disk."""
        collection = self._open()
        for start in range(0, len(ids), BATCH):
            part = slice(start, start + BATCH)
            collection.upsert(ids=list(ids[part]), embeddings=vectors[part])
        self._count = None

    def remove(self, ids: Sequence[str]) -> None:
        """Take out the vectors of these ids. Unknown ids do not matter."""
        collection = self._open()
        for start in range(0, len(ids), BATCH):
            collection.delete(ids=list(ids[start : start + BATCH]))
        self._count = None

    def nearest(self, vector: NDArray[np.float32], k: int, ids: Sequence[str] | None = None) -> list[tuple[str, float]]:
        """The ``k`` nearest chunks, or fewer if there are no more, as (id, cosine similarity), nearest first.

        ``ids`` narrows the search to these; it is exact then, and approximate otherwise.
        """
        collection = self._open()
        if k < 1 or (ids is not None and not ids):
            return []
        found = collection.query(
            query_embeddings=vector[None, :],
            n_results=k,
            ids=None if ids is None else list(ids),
            include=["distances"],
        )
        distances = found["distances"] or [[]]
        return [(id, 1 - distance) for id, distance in zip(found["ids"][0], distances[0], strict=True)]

    def count(self) -> int:
        """How many vectors there are."""
        count = self._count
        if count is None:
            count = self._count = self._open().count()
        return count

    def ids(self) -> set[str]:
        """The ids of all vectors."""
        collection = self._open()
        found: set[str] = set()
        while page := collection.get(include=[], limit=PAGE, offset=len(found))["ids"]:
            found.update(page)
        return found

    def exists(self) -> bool:
        """Whether anything was ever stored in the folder."""
        return (self.folder / "chroma.sqlite3").is_file()

    def move(self, folder: Path) -> None:
        """Go on with the vectors in another folder."""
        with self._opening:
            self._let_go()
            self.folder = folder

    def close(self) -> None:
        """Let go of the folder, so that it can be opened anew or deleted."""
        with self._opening:
            self._let_go()

    def _let_go(self) -> None:
        if self._client is not None:
            self._client.close()  # type: ignore[attr-defined]
        self._client = self._collection = self._count = None

    def _open(self) -> Collection:
        with self._opening:
            if self._collection is None:
                self._client = _client(self.folder)
                self._collection = self._client.get_or_create_collection(
                    COLLECTION,
                    embedding_function=None,
                    configuration={"hnsw": {"space": "cosine"}},
                )
            return self._collection


def _client(folder: Path) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))

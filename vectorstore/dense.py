"""The dense index: one vector a chunk, in Chroma. Derived from the catalog, and made anew at any time."""

from __future__ import annotations

import threading
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from vectorstore.errors import LibraryDamaged
from vectorstore.folder import unusable
from vectorstore.types import Vectors

if TYPE_CHECKING:
    from chromadb.api import ClientAPI
    from chromadb.api.collection_configuration import CreateHNSWConfiguration
    from chromadb.api.models.Collection import Collection

COLLECTION = "chunks"
HNSW: CreateHNSWConfiguration = {"space": "cosine", "ef_construction": 200, "ef_search": 300}
"""So 99.9 % of the 100 nearest among 5,000 chunks are found; with Chroma's own values it was 98 %, 0.8 ms sooner."""
LARGE = 100_000_000  # bytes: about 60,000 vectors
SYNC = 10_000
"""After so many more vectors Chroma writes the whole of a large index to disk, and not every 1,000 as at first, which
would come to 850 GB for a million. Those not written it adds anew when it is opened, which takes some seconds."""
EXACT = 5
"""Among so few chunks that their number squared is at most this times all, every one is compared.

To get a vector takes 45 microseconds. Chroma's own search passes over what is not among the ids until it has
``ef_search`` that are: 300 x all / few steps of 0.7 microseconds, at most all. See ``docs/scale.md``."""
BATCH = 5_000  # Chroma takes at most 5461 at once
PAGE = 50_000  # ids read at once


class DenseIndex:
    """Vectors of unit length by chunk id, in a folder of Chroma's that is opened when first used.

    Any thread may read; one at a time may write. Every method but ``exists``, ``move`` and ``close`` raises
    ``LibraryDamaged`` when Chroma cannot work with what is in the folder, ``LibraryUnwritable`` when the disk is full.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._state = threading.Condition()
        self._users = 0
        self._client: ClientAPI | None = None
        self._collection: Collection | None = None
        self._count: int | None = None
        self._changes = 0

    def add(self, ids: Sequence[str], vectors: Vectors) -> None:
        """Store a vector for each id, in place of an earlier one. Returns when they are on disk."""
        with self._using() as collection:
            for start in range(0, len(ids), BATCH):
                part = slice(start, start + BATCH)
                collection.upsert(ids=list(ids[part]), embeddings=vectors[part])
            self._changed()

    def remove(self, ids: Sequence[str]) -> None:
        """Take out the vectors of these ids. Unknown ids do not matter."""
        with self._using() as collection:
            for start in range(0, len(ids), BATCH):
                collection.delete(ids=list(ids[start : start + BATCH]))
            self._changed()

    def nearest(self, vector: NDArray[np.float32], k: int, ids: Sequence[str] | None = None) -> list[tuple[str, float]]:
        """The ``k`` nearest chunks, or fewer if there are no more, as (id, cosine similarity), nearest first.

        ``ids`` narrows the search to these; unknown ones do not matter.
        """
        if k < 1 or (ids is not None and not ids):
            return []
        if ids is None:
            return self._query(vector, k, None)
        if len(ids) ** 2 <= EXACT * self.count():
            return self._compare(vector, k, ids)
        try:
            return self._query(vector, k, list(ids))
        except LibraryDamaged:  # Chroma says so of an id it does not know, too
            known = self._known(ids)
            return self._query(vector, k, known) if known else []

    def count(self) -> int:
        """How many vectors there are."""
        count, changes = self._count, self._changes
        if count is None:
            with self._using() as collection:
                count = collection.count()
            with self._state:
                if changes == self._changes:  # else what was counted may be of the past already
                    self._count = count
        return count

    def ids(self) -> set[str]:
        """The ids of all vectors."""
        found: set[str] = set()
        with self._using() as collection:
            while page := collection.get(include=[], limit=PAGE, offset=len(found))["ids"]:
                found.update(page)
        return found

    def vectors(self, ids: Sequence[str]) -> dict[str, NDArray[np.float32]]:
        """The vectors of these ids; unknown ones are left out."""
        if not ids:
            return {}
        with self._using() as collection:
            found = collection.get(ids=list(ids), include=["embeddings"])
        vectors = np.asarray(found["embeddings"], dtype=np.float32)
        return dict(zip(found["ids"], vectors, strict=True))

    def exists(self) -> bool:
        """Whether anything was ever stored in the folder."""
        return (self.folder / "chroma.sqlite3").is_file()

    def move(self, folder: Path) -> None:
        """Go on with the vectors in another folder, once nobody reads from this one any more."""
        with self._state:
            self._let_go()
            self.folder = folder

    def close(self) -> None:
        """Let go of the folder, so that it can be opened anew or deleted. The next use opens it again."""
        with self._state:
            self._let_go()

    def _query(self, vector: NDArray[np.float32], k: int, ids: list[str] | None) -> list[tuple[str, float]]:
        with self._using() as collection:
            found = collection.query(query_embeddings=vector[None, :], n_results=k, ids=ids, include=["distances"])
        distances = found["distances"] or [[]]
        return [(id, 1 - distance) for id, distance in zip(found["ids"][0], distances[0], strict=True)]

    def _compare(self, vector: NDArray[np.float32], k: int, ids: Sequence[str]) -> list[tuple[str, float]]:
        known = self.vectors(ids)
        if not known:
            return []
        similarity = np.stack(list(known.values())) @ vector
        found = zip(known, similarity.tolist(), strict=True)
        return sorted(found, key=lambda one: one[1], reverse=True)[:k]

    def _known(self, ids: Sequence[str]) -> list[str]:
        with self._using() as collection:
            return list(collection.get(ids=list(ids), include=[])["ids"])

    @contextmanager
    def _using(self) -> Iterator[Collection]:
        from chromadb.errors import InternalError, NotFoundError

        try:
            with self._state:
                collection = self._open()
                self._users += 1
            try:
                yield collection
            finally:
                with self._state:
                    self._users -= 1
                    self._state.notify_all()
        except (InternalError, NotFoundError) as error:
            raise unusable("the dense index", self.folder, error, "python -m bot doctor") from error

    def _open(self) -> Collection:
        if self._collection is None:
            self._client = self._client or _client(self.folder)
            self._collection = self._client.get_or_create_collection(
                COLLECTION, embedding_function=None, configuration={"hnsw": HNSW}
            )
            _spare_the_disk(self._collection, self.folder)
        return self._collection

    def _changed(self) -> None:
        """What was counted before counts no more."""
        with self._state:
            self._changes += 1
            self._count = None

    def _let_go(self) -> None:
        self._state.wait_for(lambda: self._users == 0)
        if self._client is not None:
            self._client.close()  # type: ignore[attr-defined]
        self._client = self._collection = None
        self._changed()


def _spare_the_disk(collection: Collection, folder: Path) -> None:
    """Before the index is loaded, which is when its configuration counts."""
    from chromadb.errors import InternalError

    size = sum(path.stat().st_size for path in folder.glob("*/data_level0.bin"))
    if size > LARGE and collection.configuration_json["hnsw"]["sync_threshold"] != SYNC:
        with warnings.catch_warnings(), suppress(InternalError):  # in use a moment ago: next time, then
            warnings.simplefilter("ignore", DeprecationWarning)  # Chroma warns of what it wrote itself
            collection.modify(configuration={"hnsw": {"sync_threshold": SYNC}})


def _client(folder: Path) -> ClientAPI:
    import chromadb
    from chromadb.config import Settings

    return chromadb.PersistentClient(str(folder), settings=Settings(anonymized_telemetry=False))

"""A data folder, open: the lock on it, the catalog, the dense index and the embedder."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from vectorstore import changes
from vectorstore.catalog import Catalog
from vectorstore.chunk import CHUNKER
from vectorstore.dense import DenseIndex
from vectorstore.errors import IndexMismatch, LibraryDamaged, LibraryUnwritable, NoSuchArticle
from vectorstore.ingest import Progress, finish, ingest
from vectorstore.lock import FolderLock, Owner
from vectorstore.types import Article, Embedder, Headline, Query

if TYPE_CHECKING:
    from vectorstore.read import Failure

DATABASE = "library.db"
VECTORS = "chroma-{}"


class Library:
    """The articles in a data folder. Close it when done, or use it in a ``with``.

    ``turn`` is held by whoever changes it, for one batch at a time.
    """

    def __init__(self, folder: Path, lock: FolderLock, catalog: Catalog, embedder: Embedder) -> None:
        """What ``open`` makes; use that."""
        self.folder = folder
        self.catalog = catalog
        self.embedder = embedder
        self.dense = DenseIndex(folder / (catalog.meta("vectors") or VECTORS.format(0)))
        self.turn = threading.Lock()
        self._lock = lock

    @classmethod
    def open(cls, folder: Path, embedder: Embedder, *, check: bool = True, owner: Owner | None = None) -> Self:
        """Own the folder, making it if it is not there. ``check=False`` lets a mismatched index pass.

        Raises:
            LibraryLocked: another process owns it.
            LibraryUnwritable: it cannot be made or written.
            LibraryDamaged: what is in it is not what we wrote.
            IndexMismatch: it was indexed with another model or chunker.
        """
        lock = FolderLock(_made(folder))
        lock.take(owner or Owner.this_process())
        try:
            catalog = Catalog(folder / DATABASE)
            try:
                library = cls(folder, lock, catalog, embedder)
                library._check(check)
            except BaseException:
                catalog.close()
                raise
        except BaseException:
            lock.release()
            raise
        return library

    @property
    def fingerprint(self) -> str:
        """Of the index that this embedder and chunker would make."""
        return f"{self.embedder.fingerprint} {CHUNKER}"

    def ingest(self, items: Iterable[Article | Failure]) -> Iterator[Progress]:
        """Take in articles; see ``vectorstore.ingest``. Nothing happens until it is iterated."""
        return ingest(self, items)

    def articles(
        self,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        sources: Sequence[str] = (),
        limit: int | None = None,
        offset: int = 0,
    ) -> list[Headline]:
        """The articles of a period and of some outlets, newest first; those without a date last."""
        query = Query(text="", as_of=datetime.max.replace(tzinfo=UTC), since=since, until=until, sources=tuple(sources))
        return self.catalog.headlines(query, limit=limit, offset=offset)

    def article(self, id: str, version: int | None = None) -> Article:
        """The present text of an article, or an earlier one. Raises ``NoSuchArticle``."""
        return self.catalog.article(id, version)

    def remove(self, id: str) -> None:
        """Take out an article with all its versions, from the catalog and from the dense index.

        Raises:
            NoSuchArticle: there is none of that id.
        """
        with self.turn:
            with self.catalog.writing() as connection:
                removed = changes.remove(connection, id)
            if not removed:
                raise NoSuchArticle(f"there is no article {id!r}: python -m bot articles list shows those there are")
            finish(self)

    def close(self) -> None:
        """Give the folder back."""
        self.dense.close()
        self.catalog.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _check(self, strict: bool) -> None:
        known = self.catalog.meta("fingerprint")
        if self.catalog.coverage().chunks == 0:
            if known != self.fingerprint:
                start_afresh(self)
        elif strict and known != self.fingerprint:
            raise IndexMismatch(
                f"the library in {self.folder} was indexed with {known}, not with {self.fingerprint}: "
                f"run python -m bot rebuild --data {self.folder}"
            )
        elif strict and not self.dense.exists() and self.catalog.chunk_ids(limit=1):
            raise LibraryDamaged(
                f"the dense index {self.dense.folder} is gone: run python -m bot rebuild --data {self.folder}"
            )


def start_afresh(library: Library) -> None:
    """Note the fingerprint of an empty library, and give it an empty dense index."""
    folder = next_folder(library.folder, library.dense.folder)
    with library.catalog.writing() as connection:
        changes.note(connection, "fingerprint", library.fingerprint)
        changes.note(connection, "vectors", folder.name)
    library.dense.move(folder)
    remove_strays(library)


def next_folder(folder: Path, present: Path) -> Path:
    """The folder for the dense index after the present one."""
    return folder / VECTORS.format(int(present.name.rpartition("-")[2]) + 1)


def remove_strays(library: Library) -> None:
    """Delete the dense indexes that are not in use any more, or never came to be."""
    for stray in library.folder.glob(VECTORS.format("*")):
        if stray != library.dense.folder:
            shutil.rmtree(stray)


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LibraryUnwritable(
            f"{folder} cannot be made a data folder ({error.strerror}): choose another one"
        ) from error
    return folder

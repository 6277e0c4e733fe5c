"""A data folder, open: the lock on it, the catalog, the dense index, the word index and the embedder.

```python
with Library.open("data") as library:
    for progress in library.ingest("seeds/"):
        print(progress.outcome, progress.place)
```
"""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from vectorstore import changes, copies, staging
from vectorstore.catalog import Catalog
from vectorstore.chunk import CHUNKER
from vectorstore.dense import DenseIndex
from vectorstore.errors import IndexMismatch, LibraryDamaged, NoSuchArticle
from vectorstore.folder import DATABASE, VECTORS, WORDS, delete, made, words_folder
from vectorstore.frugal import FrugalEmbedder
from vectorstore.ingest import Progress, finish, ingest, remove_doomed
from vectorstore.lexical import WordIndex
from vectorstore.lock import FolderLock, Owner
from vectorstore.types import Article, Embedder, Failure, Headline, Query

logger = logging.getLogger(__name__)

TOGETHER = 1_000  # chunks read at once

Source = Path | str | Iterable[Path | str | Article | Failure]
"""Where articles come from: a file, a folder or an address of the web, several, or what was read of them."""


class Library:
    """The articles in a data folder. Close it when done, or use it in a ``with``.

    ``turn`` is held by whoever changes it, for one batch at a time; ``rebuilding`` by whoever indexes it anew.
    """

    def __init__(self, folder: Path, lock: FolderLock, catalog: Catalog, embedder: Embedder) -> None:
        """What ``open`` makes; use that."""
        self.folder = folder
        self.catalog = catalog
        self.embedder = embedder
        self.dense = DenseIndex(folder / (catalog.meta("vectors") or VECTORS.format(0)))
        self.words = WordIndex(words_folder(self.dense.folder))
        self.turn = threading.Lock()
        self.beside = ExitStack()
        self.rebuilding = threading.Lock()
        self._lock = lock

    @classmethod
    def open(
        cls, path: Path | str, embedder: Embedder | None = None, *, check: bool = True, owner: Owner | None = None
    ) -> Self:
        """Own the folder, making it if it is not there; without an embedder the default model embeds.

        ``check=False`` lets a mismatched index pass.

        Raises:
            LibraryLocked: another process owns it.
            LibraryUnwritable: it cannot be made or written.
            LibraryDamaged: what is in it is not what we wrote.
            IndexMismatch: it was indexed with another model or chunker.
        """
        folder = Path(path)
        lock = FolderLock(made(folder))
        lock.take(owner or Owner.this_process())
        try:
            catalog = Catalog(folder / DATABASE)
            try:
                library = cls(folder, lock, catalog, embedder or FrugalEmbedder())
                library._settle()
                if check:
                    library.check()
                    library.mend_words()
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

    def check(self) -> None:
        """Make sure that the index is the one that this embedder and chunker would make.

        Raises:
            IndexMismatch: it was made with others.
            LibraryDamaged: it is gone.
        """
        if self.catalog.coverage().chunks == 0:
            return
        known = self.catalog.meta("fingerprint")
        if known != self.fingerprint:
            raise IndexMismatch(
                f"the library in {self.folder} was indexed with {known}, not with {self.fingerprint}: "
                f"run python -m bot rebuild --data {self.folder}"
            )
        if not self.dense.exists() and self.catalog.chunk_ids(limit=1):
            raise LibraryDamaged(
                f"the dense index {self.dense.folder} is gone: run python -m bot rebuild --data {self.folder}"
            )

    def mend_words(self) -> None:
        """Make a word index that is empty or gone anew from the catalog. Raises ``LibraryDamaged``."""
        if self.words.count() == 0 and (ids := self.catalog.chunk_ids()):
            logger.info("indexing the words of %d chunks", len(ids))
            parts = (ids[start : start + TOGETHER] for start in range(0, len(ids), TOGETHER))
            self.words.add(hit for part in parts for hit in self.catalog.hits(part).values())

    def ingest(self, source: Source) -> Iterator[Progress]:
        """Take in the articles of a file, a folder or an address, or of several, or articles read already.

        Each is taken in for good when it is reported; see ``vectorstore.ingest``. Nothing happens until it is iterated.
        """
        return ingest(self, _items(source))

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

    def versions(self, id: str) -> list[Headline]:
        """What an article was called in each of its versions, the first one first. Raises ``NoSuchArticle``."""
        return self.catalog.versions(id)

    def addresses(self, id: str) -> list[Headline]:
        """Where else an article stands in the same words, and what it is called there, by id."""
        return self.catalog.addresses(id)

    def remove(self, id: str) -> None:
        """Take out an article with all its versions, from the catalog and from the indexes; of a copy, its address.

        An article that stands elsewhere in the same words is kept for those addresses.

        Raises:
            NoSuchArticle: there is none of that id.
        """
        with self.turn:
            with self.catalog.writing() as connection:
                removed = copies.remove(connection, id)
            if not removed:
                raise NoSuchArticle(f"there is no article {id!r}: python -m bot articles list shows those there are")
            if self.catalog.meta("fingerprint") == self.fingerprint:
                finish(self)
            else:
                remove_doomed(self)

    def close(self) -> None:
        """Give the folder back."""
        self.beside.close()
        self.dense.close()
        self.words.close()
        self.catalog.close()
        self._lock.release()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def _settle(self) -> None:
        """Note the fingerprint of an empty library, and delete what a killed rebuild left."""
        if self.catalog.coverage().chunks == 0 and self.catalog.meta("fingerprint") != self.fingerprint:
            folder = self.next_folder()
            delete(folder)  # what a killed rebuild left
            delete(words_folder(folder))
            with self.catalog.writing() as connection:
                staging.begin(connection, "")
                changes.note(connection, "fingerprint", self.fingerprint)
                changes.note(connection, "vectors", folder.name)
            self.move(folder)
        self.remove_strays()

    def next_folder(self) -> Path:
        """The folder for the dense index after the present one."""
        return self.folder / VECTORS.format(int(self.dense.folder.name.rpartition("-")[2]) + 1)

    def move(self, folder: Path) -> None:
        """Go on with the indexes of another folder."""
        self.dense.move(folder)
        self.words.move(words_folder(folder))

    def remove_strays(self) -> None:
        """Delete indexes that are in use no more, but not those that a rebuild is making."""
        kept = {self.dense.folder.name, self.catalog.meta("rebuilding").partition(" ")[0]}
        kept |= {words_folder(Path(name)).name for name in kept if name}
        for pattern in (VECTORS, WORDS):
            for folder in self.folder.glob(pattern.format("[0-9]*")):
                if folder.name not in kept:
                    delete(folder)


def _items(source: Source) -> Iterator[Article | Failure]:
    """What is read of the places in a source, neighbours together, and what is read already, in order."""
    from vectorstore.online.places import read_places

    places: list[str] = []
    for item in [source] if isinstance(source, Path | str) else source:
        if isinstance(item, Path | str):
            places.append(str(item))
            continue
        yield from read_places(places)
        places = []
        yield item
    yield from read_places(places)

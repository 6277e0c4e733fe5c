"""The ingest line: articles into the catalog, their chunks' vectors and words into the two indexes.

Every batch goes the same way: one transaction writes articles and chunks, marked as not yet embedded;
then what is so marked is put into both indexes, with the vectors that were made ahead (see ``ahead.py``), and marked
as done. Whatever a killed run left undone is done first by the next one.

Of an article that says what another one says only the address is kept; see ``copies.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from enum import StrEnum
from sqlite3 import Connection
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

from vectorstore import changes, copies
from vectorstore.ahead import Incoming, Known, read_ahead
from vectorstore.chunk import embedded_text
from vectorstore.types import Article, Embedder, Failure, Vectors

if TYPE_CHECKING:
    from vectorstore.library import Library

SLICE = 256  # chunks put into the indexes at once
NOTHING: Known = MappingProxyType({})


class Outcome(StrEnum):
    """What became of an article."""

    ADDED = "added"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    COPY = "copy"
    FAILED = "failed"
    GONE = "gone"  # from where it came from; it is kept
    INDEXED = "indexed"  # anew, by a rebuild


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """One article taken in, or not, for good: it survives whatever happens next."""

    place: str  # the article's title or id, or the file and line of a failure
    outcome: Outcome
    id: str = ""  # empty for a failure
    reason: str = ""  # why it failed, or which article it is a copy of
    chunks: int = 0
    characters: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an ingest did."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    copies: int = 0
    gone: int = 0
    failures: tuple[Progress, ...] = ()
    chunks: int = 0
    characters: int = 0
    seconds: float = 0.0

    def plus(self, progress: Progress) -> Summary:
        """The summary with one more article in it."""
        counted = {
            "added": self.added + (progress.outcome is Outcome.ADDED),
            "changed": self.changed + (progress.outcome is Outcome.CHANGED),
            "unchanged": self.unchanged + (progress.outcome is Outcome.UNCHANGED),
            "copies": self.copies + (progress.outcome is Outcome.COPY),
            "gone": self.gone + (progress.outcome is Outcome.GONE),
        }
        return replace(
            self,
            failures=self.failures + (progress,) * (progress.outcome is Outcome.FAILED),
            chunks=self.chunks + progress.chunks,
            characters=self.characters + progress.characters,
            **counted,
        )


def ingest(library: Library, items: Iterable[Article | Failure]) -> Iterator[Progress]:
    """Take in articles in batches, and say of each what became of it, in order, once it is done.

    Raises:
        IndexMismatch: the library was indexed with another model or chunker.
    """
    with library.turn:
        library.check()
        finish(library)
    with closing(read_ahead(library, items)) as batches:
        for batch in batches:
            known = batch.known()
            with library.turn:
                with library.catalog.writing() as connection:
                    progress = [_take(connection, item) for item in batch.items]
                finish(library, known)
            yield from progress


def finish(library: Library, known: Known = NOTHING) -> None:
    """Do what is left: index chunks that are not yet, take those that are gone out of the indexes."""
    while pending := library.catalog.pending(SLICE):
        ids = [hit.chunk.id for hit in pending]
        texts = [embedded_text(hit.article, hit.chunk) for hit in pending]
        library.dense.add(ids, _vectors(library.embedder, texts, known))
        library.words.add(pending)
        with library.catalog.writing() as connection:
            changes.mark_embedded(connection, ids)
    remove_doomed(library)


def remove_doomed(library: Library) -> None:
    """Take chunks that are gone out of the indexes."""
    while doomed := library.catalog.doomed(SLICE):
        library.dense.remove(doomed)
        library.words.remove(doomed)
        with library.catalog.writing() as connection:
            changes.forget(connection, doomed)


def _vectors(embedder: Embedder, texts: Sequence[str], known: Known) -> Vectors:
    missing = [text for text in texts if text not in known]
    made = dict(zip(missing, embedder.embed(missing), strict=True)) if missing else {}
    return np.stack([made[text] if text in made else known[text] for text in texts])


def _take(connection: Connection, item: Incoming | Failure) -> Progress:
    if not isinstance(item, Incoming):
        return Progress(place=item.place, outcome=Outcome.FAILED, reason=item.reason)
    article = item.article
    old = changes.stored(connection, article.id)
    report = Progress(place=article.title or article.id, id=article.id, outcome=Outcome.UNCHANGED)
    if old is not None and item.is_in(old):
        return report
    if old is None:
        if same := copies.copied(connection, article):
            return _copy(connection, article, same, report)
        copies.forget(connection, article.id)
    report = replace(report, chunks=len(item.chunks), characters=len(article.text))
    if old is None:
        changes.add(connection, article, item.digest, item.chunks)
        return replace(report, outcome=Outcome.ADDED)
    copied = copies.as_articles(connection, article.id)
    changes.change(connection, old, article, item.digest, item.chunks)
    for copy in copied:  # which may still say what the article said before
        copies.forget(connection, copy.id)
        _take(connection, Incoming(copy))
    return replace(report, outcome=Outcome.CHANGED)


def _copy(connection: Connection, article: Article, original: str, report: Progress) -> Progress:
    if not copies.keep(connection, article, original):
        return report
    return replace(report, outcome=Outcome.COPY, reason=f"the same as article {original}")

"""The ingest line: articles into the catalog, their chunks' vectors and words into the two indexes.

Every batch goes the same way: one transaction writes articles and chunks, marked as not yet embedded;
then what is so marked is embedded, put into both indexes, and marked as done. Whatever a killed run
left undone is done first by the next one.

Of an article that says what another one says only the address is kept; see ``copies.py``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from sqlite3 import Connection
from typing import TYPE_CHECKING

from vectorstore import changes, copies, rows
from vectorstore.chunk import embedded_text, split
from vectorstore.types import Article, Failure

if TYPE_CHECKING:
    from vectorstore.library import Library

BATCH = 200_000  # characters of article text in a transaction, about: some seconds of embedding
MOST = 500  # articles and failures in a transaction
SLICE = 256  # chunks embedded at once


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
    for batch in _batches(items):
        with library.turn:
            with library.catalog.writing() as connection:
                progress = [_take(connection, item) for item in batch]
            finish(library)
        yield from progress


def finish(library: Library) -> None:
    """Do what is left: index chunks that are not yet, take those that are gone out of the indexes."""
    while pending := library.catalog.pending(SLICE):
        ids = [hit.chunk.id for hit in pending]
        texts = [embedded_text(hit.article, hit.chunk) for hit in pending]
        library.dense.add(ids, library.embedder.embed(texts))
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


def _batches(items: Iterable[Article | Failure]) -> Iterator[Sequence[Article | Failure]]:
    batch: list[Article | Failure] = []
    characters = 0
    for item in items:
        batch.append(item)
        characters += len(item.text) if isinstance(item, Article) else 0
        if characters >= BATCH or len(batch) >= MOST:
            yield batch
            batch, characters = [], 0
    if batch:
        yield batch


def _take(connection: Connection, item: Article | Failure) -> Progress:
    if not isinstance(item, Article):
        return Progress(place=item.place, outcome=Outcome.FAILED, reason=item.reason)
    digest = rows.digest(item)
    old = changes.stored(connection, item.id)
    report = Progress(place=item.title or item.id, id=item.id, outcome=Outcome.UNCHANGED)
    if old is not None and (old.digest == digest or (item.abridged and not old.abridged)):
        return report
    if old is None:
        if same := copies.copied(connection, item):
            return _copy(connection, item, same, report)
        copies.forget(connection, item.id)
    chunks = split(item)
    report = replace(report, chunks=len(chunks), characters=len(item.text))
    if old is None:
        changes.add(connection, item, digest, chunks)
        return replace(report, outcome=Outcome.ADDED)
    copied = copies.as_articles(connection, item.id)
    changes.change(connection, old, item, digest, chunks)
    for copy in copied:  # which may still say what the article said before
        copies.forget(connection, copy.id)
        _take(connection, copy)
    return replace(report, outcome=Outcome.CHANGED)


def _copy(connection: Connection, item: Article, original: str, report: Progress) -> Progress:
    if not copies.keep(connection, item, original):
        return report
    return replace(report, outcome=Outcome.COPY, reason=f"the same as article {original}")

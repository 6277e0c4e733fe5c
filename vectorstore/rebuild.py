"""The whole library split and embedded anew, beside the old index, and put in its place in one step."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from vectorstore import changes, staging
from vectorstore.chunk import embedded_text, split
from vectorstore.dense import DenseIndex
from vectorstore.errors import LibraryLocked
from vectorstore.folder import delete, delete_kept, words_folder
from vectorstore.ingest import Outcome, Progress
from vectorstore.lexical import WordIndex
from vectorstore.library import Library
from vectorstore.staging import Waiting
from vectorstore.types import Hit

TOGETHER = 32  # articles indexed at once


def rebuild(library: Library) -> Generator[Progress, None, None]:
    """Index every article with the library's embedder and chunker, and say so of each.

    Until all are done the old index answers, and articles come and go; one that changes meanwhile is indexed once
    more. A rebuild that was killed goes on where it was.

    Raises:
        LibraryLocked: another rebuild is under way.
    """
    if not library.rebuilding.acquire(blocking=False):
        raise LibraryLocked(f"the library in {library.folder} is being rebuilt: wait until that is done")
    try:
        dense, words = _begin(library)
        try:
            swapped = False
            while not swapped:
                yield from _index_all(library, dense, words)
                swapped = _end(library, dense, words)
        finally:
            dense.close()
            words.close()
    finally:
        library.rebuilding.release()


def _begin(library: Library) -> tuple[DenseIndex, WordIndex]:
    with library.turn:
        folder = library.next_folder()
        purpose = f"{folder.name} {library.fingerprint}"
        if library.catalog.meta("rebuilding") != purpose:
            with library.catalog.writing() as connection:
                staging.begin(connection, purpose)
            delete(folder)
            delete(words_folder(folder))
    return DenseIndex(folder), WordIndex(words_folder(folder))


def _index_all(library: Library, dense: DenseIndex, words: WordIndex) -> Iterator[Progress]:
    done = 0
    while found := _waiting(library, done, TOGETHER):
        yield from _index(library, dense, words, found)
        done = found[-1].number


def _waiting(library: Library, after: int, limit: int) -> list[Waiting]:
    with library.catalog.database.reading() as connection:
        return staging.waiting(connection, after, limit)


def _index(library: Library, dense: DenseIndex, words: WordIndex, found: Sequence[Waiting]) -> Iterator[Progress]:
    parts = [(one, split(one.article)) for one in found]
    texts = [embedded_text(one.article, chunk) for one, chunks in parts for chunk in chunks]
    dense.add([chunk.id for _, chunks in parts for chunk in chunks], library.embedder.embed(texts))
    words.add(Hit(chunk=chunk, article=one.article.headline, score=0) for one, chunks in parts for chunk in chunks)
    with library.turn, library.catalog.writing() as connection:
        for one, chunks in parts:
            staging.stage(connection, one, chunks)
    for one, chunks in parts:
        yield Progress(
            place=one.article.title or one.article.id,
            outcome=Outcome.INDEXED,
            id=one.article.id,
            chunks=len(chunks),
            characters=len(one.article.text),
        )


def _end(library: Library, dense: DenseIndex, words: WordIndex) -> bool:
    """Swap, unless articles have come or changed since all were done."""
    with library.turn:
        if _waiting(library, 0, 1):
            return False
        _prune(library, dense, words)
        dense.close()
        words.close()
        _swap(library, dense.folder)
        return True


def _prune(library: Library, dense: DenseIndex, words: WordIndex) -> None:
    """Take out of the new indexes what was changed or removed while they were made."""
    with library.catalog.database.reading() as connection:
        expected = set(staging.staged(connection))
    if dense.count() > len(expected):
        dense.remove(sorted(dense.ids() - expected))
    if words.count() > len(expected):
        words.remove(sorted(words.ids() - expected))


def _swap(library: Library, folder: Path) -> None:
    with library.catalog.writing() as connection:
        staging.swap(connection)
        changes.note(connection, "fingerprint", library.fingerprint)
        changes.note(connection, "vectors", folder.name)
    library.move(folder)
    library.remove_strays()
    library.catalog.database.compact()
    delete_kept(library.folder)

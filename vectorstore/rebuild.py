"""The whole library split and embedded anew, beside the old index, and put in its place in one step."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from pathlib import Path

from vectorstore import changes
from vectorstore.chunk import embedded_text, split
from vectorstore.dense import DenseIndex
from vectorstore.folder import delete, words_folder
from vectorstore.ingest import Outcome, Progress
from vectorstore.lexical import WordIndex
from vectorstore.library import Library
from vectorstore.types import Article, Hit

TOGETHER = 32  # articles indexed at once


def rebuild(library: Library) -> Generator[Progress, None, None]:
    """Index every article with the library's embedder and chunker, and say so of each.

    Until all are done the old index answers. A rebuild that was killed goes on where it was, unless an
    article was changed or removed since. Nothing else can change the library while this is iterated.
    """
    with library.turn:
        dense, words = _begin(library)
        try:
            done = library.catalog.last_staged()
            while articles := library.catalog.articles_after(done, TOGETHER):
                yield from _index(library, dense, words, articles)
                done = articles[-1][0]
        finally:
            dense.close()
            words.close()
        _swap(library, dense.folder)


def _begin(library: Library) -> tuple[DenseIndex, WordIndex]:
    folder = library.next_folder()
    purpose = f"{folder.name} {library.fingerprint}"
    if library.catalog.last_staged() == 0 or library.catalog.meta("rebuilding") != purpose:
        with library.catalog.writing() as connection:
            connection.execute("DELETE FROM staged")
            changes.note(connection, "rebuilding", purpose)
        delete(folder)
        delete(words_folder(folder))
    return DenseIndex(folder), WordIndex(words_folder(folder))


def _index(
    library: Library, dense: DenseIndex, words: WordIndex, articles: Sequence[tuple[int, Article]]
) -> Iterator[Progress]:
    parts = [(number, article, split(article)) for number, article in articles]
    texts = [embedded_text(article, chunk) for _, article, chunks in parts for chunk in chunks]
    dense.add([chunk.id for *_, chunks in parts for chunk in chunks], library.embedder.embed(texts))
    words.add(Hit(chunk=chunk, article=article.headline, score=0) for _, article, chunks in parts for chunk in chunks)
    with library.catalog.writing() as connection:
        for number, _, chunks in parts:
            changes.stage(connection, number, chunks)
    for _, article, chunks in parts:
        yield Progress(
            place=article.title or article.id,
            outcome=Outcome.INDEXED,
            id=article.id,
            chunks=len(chunks),
            characters=len(article.text),
        )


def _swap(library: Library, folder: Path) -> None:
    with library.catalog.writing() as connection:
        changes.swap(connection)
        changes.note(connection, "fingerprint", library.fingerprint)
        changes.note(connection, "vectors", folder.name)
        changes.note(connection, "rebuilding", "")
    library.move(folder)
    library.remove_strays()
    library.catalog.database.compact()

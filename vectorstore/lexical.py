"""Word search: BM25 over titles and texts, in tantivy. Derived from the catalog, and made anew at any time."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from vectorstore.catalog import Catalog
from vectorstore.folder import unusable
from vectorstore.rows import seconds
from vectorstore.scope import Scope
from vectorstore.types import Hit, Query
from vectorstore.words import content_words, words

if TYPE_CHECKING:
    import tantivy

MOST_WORDS = 64
"""A query longer than this is cut: each further word costs time and tells little."""

WORD = r"\w+(?:[.,]\d+)*"
"""A word or a number ("1,300", "3.5"), as in ``words.WORD``."""

MEMORY = 64_000_000  # bytes that are filled before they go to disk


class WordIndex:
    """The words of chunks by chunk id, in a folder of tantivy's that is opened when first used.

    Any thread may read; one at a time may write. ``add`` and ``remove`` are whole or not at all, whatever happens.
    Every method but ``move`` and ``close`` raises ``LibraryDamaged`` when the folder cannot be used.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._turn = threading.RLock()
        self._index: tantivy.Index | None = None
        self._writer: tantivy.IndexWriter | None = None

    def add(self, hits: Iterable[Hit]) -> None:
        """Take in the words of chunks, in place of earlier ones. Returns when they are on disk."""
        with self._writing() as writer:
            for hit in hits:
                writer.delete_documents_by_term("chunk", hit.chunk.id)
                writer.add_document(_document(hit))

    def remove(self, ids: Sequence[str]) -> None:
        """Take out the words of these chunks. Unknown ids do not matter."""
        with self._writing() as writer:
            for id in ids:
                writer.delete_documents_by_term("chunk", id)

    def best(self, wanted: Sequence[str], k: int, scope: Scope) -> list[tuple[str, float]]:
        """The ``k`` best chunks by BM25 (Robertson and Zaragoza, 2009), or fewer, as (id, score), best first.

        They hold any of the words, and are of articles in the scope. Ties keep the order of the index.
        """
        with self._using() as index:
            searcher = index.searcher()
            parts = list(dict.fromkeys(part for word in wanted for part in _analyzer().analyze(word)))
            if k < 1 or not parts or not searcher.num_docs:
                return []
            found = searcher.search(_narrowed(index.schema, _any(index.schema, "words", parts), scope), k, count=False)
            return [(str(searcher.doc(address)["chunk"][0]), score) for score, address in found.hits]

    def document_frequency(self, terms: Sequence[str]) -> dict[str, int]:
        """How many chunks hold each of these words or stems; of one in parts ("U.S."), its rarest part.

        Chunks that were removed lately may still count.
        """
        with self._using() as index:
            searcher, analyzer = index.searcher(), _analyzer()
            return {
                term: min((searcher.doc_freq("words", part) for part in analyzer.analyze(term)), default=0)
                for term in terms
            }

    def count(self) -> int:
        """How many chunks there are."""
        with self._using() as index:
            return int(index.searcher().num_docs)

    def ids(self) -> set[str]:
        """The ids of all chunks."""
        import tantivy

        with self._using() as index:
            searcher = index.searcher()
            every = searcher.search(tantivy.Query.all_query(), max(1, searcher.num_docs), count=False).hits
            return {str(searcher.doc(address)["chunk"][0]) for _, address in every}

    def move(self, folder: Path) -> None:
        """Go on with the words in another folder."""
        with self._turn:
            self.close()
            self.folder = folder

    def close(self) -> None:
        """Let go of the folder, so that it can be opened anew or deleted. The next use opens it again."""
        with self._turn:
            if self._writer is not None:
                self._writer.wait_merging_threads()
            self._index = self._writer = None

    @contextmanager
    def _using(self) -> Iterator[tantivy.Index]:
        try:
            with self._turn:
                self._index = self._index or _opened(self.folder)
                index = self._index
            yield index
        except (ValueError, OSError) as error:  # tantivy says ValueError, whatever it is
            raise unusable("the word index", self.folder, error, "python -m bot doctor --repair") from error

    @contextmanager
    def _writing(self) -> Iterator[tantivy.IndexWriter]:
        with self._using() as index:
            with self._turn:
                writer = self._writer = self._writer or _writer(index)
            try:
                yield writer
                writer.commit()
            except BaseException:
                writer.rollback()
                raise
            index.reload()


@dataclass(frozen=True, slots=True, kw_only=True)
class WordRetriever:
    """Chunks that share words with the query."""

    index: WordIndex
    catalog: Catalog

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` best by BM25 that the query allows, best first."""
        best = self.index.best(wanted(query.text), k, self.catalog.scope(query))
        found = self.catalog.hits([id for id, _ in best], query)
        return [replace(found[id], score=score) for id, score in best if id in found]


def wanted(text: str) -> list[str]:
    """The content words of a text, each once; all its words if it has none."""
    return list(dict.fromkeys(content_words(text) or words(text)))[:MOST_WORDS]


def _opened(folder: Path) -> tantivy.Index:
    import tantivy

    folder.mkdir(parents=True, exist_ok=True)
    schema = (
        tantivy.SchemaBuilder()
        .add_text_field("chunk", stored=True, tokenizer_name="raw", index_option="basic")
        .add_text_field("article", tokenizer_name="raw", index_option="basic")
        .add_text_field("outlet", tokenizer_name="raw", index_option="basic")
        .add_integer_field("published", indexed=True, fast=True)
        .add_text_field("words", tokenizer_name="stems", index_option="freq")
        .build()
    )
    index = tantivy.Index(schema, str(folder))
    index.register_tokenizer("stems", _analyzer())
    index.config_reader("manual")
    index.reload()
    return index


def _writer(index: tantivy.Index) -> tantivy.IndexWriter:
    """Takes away what a killed one left: a file that the index does not name is in the way of the next of its name."""
    writer = index.writer(MEMORY, num_threads=1)
    writer.garbage_collect_files()
    return writer


@cache
def _analyzer() -> tantivy.TextAnalyzer:
    """A text made into the stems of its words, without case and accents."""
    from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

    builder = TextAnalyzerBuilder(Tokenizer.regex(WORD)).filter(Filter.lowercase()).filter(Filter.ascii_fold())
    return builder.filter(Filter.stemmer("english")).build()


def _document(hit: Hit) -> tantivy.Document:
    import tantivy

    document = tantivy.Document(
        chunk=hit.chunk.id,
        article=hit.article.id,
        outlet=hit.article.source.casefold(),
        words=f"{hit.article.title}\n{hit.chunk.text}",
    )
    if (published := seconds(hit.article.published)) is not None:
        document.add_integer("published", published)
    return document


def _any(schema: tantivy.Schema, field: str, values: Sequence[str]) -> tantivy.Query:
    from tantivy import Occur, Query

    option = "freq" if field == "words" else "basic"
    return Query.boolean_query([(Occur.Should, Query.term_query(schema, field, value, option)) for value in values])


def _narrowed(schema: tantivy.Schema, asked: tantivy.Query, scope: Scope) -> tantivy.Query:
    """What is asked, among what the scope holds; that weighs nothing in the score."""
    from tantivy import FieldType, Occur, Query

    def published(since: int | None, until: int | None) -> tantivy.Query:
        return Query.range_query(schema, "published", FieldType.Integer, since, until)

    must, must_not = [], []
    if scope.outlets:
        must.append(_any(schema, "outlet", scope.outlets))
    if scope.articles:
        must.append(_any(schema, "article", scope.articles))
    if not scope.undated:
        must.append(published(scope.since, scope.until))
    elif scope.until is not None:
        must_not.append(published(scope.until + 1, None))
    if not must and not must_not:
        return asked
    parts = [(Occur.Must, asked)]
    parts += [(Occur.Must, Query.const_score_query(one, 0.0)) for one in must]
    return Query.boolean_query(parts + [(Occur.MustNot, one) for one in must_not])

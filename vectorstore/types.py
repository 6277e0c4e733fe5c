"""The words of finding text: what an article, a chunk, a query and a hit are.

Nothing here does anything, and nothing here imports anything of ours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]
"""``(n, dim)`` float32, rows of unit length."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """What names an article to a reader: everything but its text. Empty strings are "not known"."""

    id: str
    title: str = ""
    url: str = ""
    source: str = ""  # the outlet
    author: str = ""
    published: datetime | None = None  # UTC; None is "not known" and is never guessed
    updated: datetime | None = None  # UTC; when it was last changed, as it says itself
    language: str = ""  # as ISO 639 names it, "de"
    abridged: bool = False  # it is only what a feed says of it, because its page could not be had
    version: int = 1  # counts the different texts stored under this id
    story: int = 0  # shared by the articles that tell one story in nearly the same words; 0 is "stands alone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Headline):
    """An article with its normalised text; every offset anywhere refers to this text."""

    text: str

    @property
    def headline(self) -> Headline:
        """The same article without its text."""
        return Headline(
            id=self.id,
            title=self.title,
            url=self.url,
            source=self.source,
            author=self.author,
            published=self.published,
            updated=self.updated,
            language=self.language,
            abridged=self.abridged,
            version=self.version,
            story=self.story,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What an article and its near-copies have in common: how many they are, and who told it, the first one first."""

    articles: int
    outlets: tuple[str, ...]  # those that are known by name, each once
    earliest: Headline | None  # None when no date is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """Something that could not be read as an article; reading goes on with the next."""

    place: str  # the file, or "<file>, line 3"
    reason: str  # what is wrong and what to do, without the place


@dataclass(frozen=True, slots=True, kw_only=True)
class Chunk:
    """A passage of one article: the unit that is embedded, ranked and cited.

    ``start`` and ``end`` are character offsets into ``Article.text``, end exclusive,
    so ``article.text[chunk.start:chunk.end] == chunk.text`` for every chunk that ``split`` makes.
    """

    id: str  # "<article id>#<ordinal>", stable across re-indexing
    article_id: str
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A stretch of time that a question names, and how it named it. Instants are UTC and inclusive."""

    start: datetime
    end: datetime
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """What is searched for. Instants are UTC and inclusive.

    Only what was published by ``as_of`` counts, and what has no date always does.
    ``since``, ``until``, ``sources`` and ``articles`` narrow further; a date limit leaves out what has no date.
    ``period`` and ``outlets`` narrow nothing: they are when the question is about and whom it names, and what
    was published near it, or by them, comes first.
    """

    text: str  # standalone: makes sense without the conversation
    typed: str = ""  # as the reader typed it; empty when it is the same as ``text``
    question: str = ""  # ``text`` without words that were only added to find it by; empty when it is as typed
    as_of: datetime
    dated: bool = False  # somebody chose the as-of date; it is not just the time of asking
    since: datetime | None = None
    until: datetime | None = None
    sources: tuple[str, ...] = ()  # outlets, compared without case
    articles: tuple[str, ...] = ()  # article ids
    period: Period | None = None
    outlets: tuple[str, ...] = ()

    @property
    def asked(self) -> str:
        """What is to be answered, in whole words: as it is understood, but for words that were only added."""
        return self.question or self.typed or self.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A chunk found for a query. Scores compare within one list of hits only; higher is better."""

    chunk: Chunk
    article: Headline
    score: float


class Retriever(Protocol):
    """Finds chunks. Retrievers are made of retrievers."""

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` best hits, best first, fewer if there are no more. Ties keep a stable order."""
        ...


class Reranker(Protocol):
    """Puts hits in a better order."""

    def rerank(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """The same hits with new scores, best first."""
        ...


class Embedder(Protocol):
    """Turns texts into vectors."""

    @property
    def fingerprint(self) -> str:
        """Changes whenever the vectors would: model, revision and dimension."""
        ...

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in order; ``(0, dim)`` for no text."""
        ...

"""The stack of retrievers, from the two searches to the list that an answer is read from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

from vectorstore.catalog import Catalog
from vectorstore.dense import DenseIndex
from vectorstore.distinct import Distinct
from vectorstore.fuse import Fused, reciprocal_rank_fusion
from vectorstore.lexical import WordRetriever
from vectorstore.library import Library
from vectorstore.remember import Remembering
from vectorstore.timely import Timely
from vectorstore.types import Embedder, Hit, Query, Reranker, Retriever

Search = Literal["hybrid", "dense", "words"]

AMONG = 100
"""When so few chunks are allowed that their number squared is at most this times all, only these are searched.

Otherwise the nearest of all are filtered, and the fewer are allowed the more it takes of them: 6 microseconds each.
To name a chunk that is allowed takes 4."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DenseRetriever:
    """Chunks whose vectors are nearest to the query's; scores are cosine similarities."""

    index: DenseIndex
    catalog: Catalog
    embedder: Embedder

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` nearest that the query allows, nearest first."""
        vector = self.embedder.embed([query.text])[0]
        total, allowed = self.index.count(), self.catalog.count_chunks(query)
        if allowed < total and allowed**2 <= AMONG * total:
            nearest = self.index.nearest(vector, k, self.catalog.chunk_ids(query))
        else:
            depth = min(total, max(k, round(1.5 * k * total / max(allowed, 1))))
            nearest = self.index.nearest(vector, depth)
        if allowed < total:
            known = self.catalog.allows([id for id, _ in nearest], query)
            nearest = [(id, score) for id, score in nearest if id in known][:k]
        found = self.catalog.hits([id for id, _ in nearest], query)
        return [replace(found[id], score=score) for id, score in nearest if id in found][:k]


@dataclass(frozen=True, slots=True, kw_only=True)
class Widened:
    """Several searches for one question, fused by rank: as resolved, as typed, and in the outlets it names.

    ``typed`` and ``outlets`` are the weights of those beside the resolved one's 1.
    """

    retriever: Retriever
    typed: float = 0.75
    outlets: float = 0.5
    depth: int = 50

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` best; one search when there is nothing to widen."""
        searches = [(query, 1.0), *self._wider(query)]
        if len(searches) == 1:
            return self.retriever.retrieve(query, k)
        rankings = [self.retriever.retrieve(search, max(k, self.depth)) for search, _ in searches]
        return reciprocal_rank_fusion(rankings, weights=[weight for _, weight in searches])[:k]

    def _wider(self, query: Query) -> list[tuple[Query, float]]:
        wider = []
        if query.outlets and not query.sources:
            wider.append((replace(query, sources=query.outlets), self.outlets))
        if query.typed not in ("", query.text):
            wider.append((replace(query, text=query.typed), self.typed))
        return [(search, weight) for search, weight in wider if weight]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reranked:
    """The first ``depth`` of another retriever's hits in a reranker's order, fused with the order they came in.

    ``weight`` is the reranker's beside the retriever's 1.
    """

    retriever: Retriever
    reranker: Reranker
    weight: float = 1.0
    depth: int = 20

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The ``k`` best; those beyond ``depth`` follow as they were."""
        found = self.retriever.retrieve(query, max(k, self.depth))
        first, rest = found[: self.depth], found[self.depth :]
        reranked = self.reranker.rerank(query.text, first)
        fused = reciprocal_rank_fusion([first, reranked], weights=[1.0, self.weight])
        return [*fused, *(replace(hit, score=0.0) for hit in rest)][:k]


def retriever_for(library: Library, search: Search = "hybrid", reranker: Reranker | None = None) -> Retriever:
    """The project's retriever over a library; ``dense`` and ``words`` are its halves, for comparison.

    A ``reranker`` belongs to ``hybrid`` only.
    """
    dense = DenseRetriever(index=library.dense, catalog=library.catalog, embedder=Remembering(library.embedder))
    words = WordRetriever(index=library.words, catalog=library.catalog)
    if search == "dense":
        return dense
    if search == "words":
        return words
    timely = Timely(retriever=Fused(retrievers=(dense, words), weights=(1.0, 0.7)))
    widened: Retriever = Widened(retriever=timely)
    if reranker is not None:
        widened = Reranked(retriever=widened, reranker=reranker)
    return Distinct(retriever=widened)

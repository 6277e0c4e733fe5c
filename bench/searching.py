"""Time of the searches of a library, in every way and under every filter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from time import perf_counter

import numpy as np

from vectorstore.lexical import WordRetriever
from vectorstore.library import Library
from vectorstore.remember import Remembering
from vectorstore.retrieve import DenseRetriever, retriever_for
from vectorstore.types import Query, Retriever

K = 20
WARM = 5  # searches that are not counted
PATIENCE = 15.0  # seconds for one kind of search under one filter; as many questions as go into it

Narrowing = Callable[[Library, Query], Query]
Times = dict[str, float]


def newest(share: float) -> Narrowing:
    """Only the newest articles, so many of all."""

    def narrowed(library: Library, query: Query) -> Query:
        place = round(share * library.catalog.coverage().articles)
        (last,) = library.articles(limit=1, offset=max(place - 1, 0))
        return replace(query, since=last.published)

    return narrowed


def as_of(library: Library, query: Query) -> Query:
    """Asked when a tenth of the articles was yet to come."""
    (last,) = library.articles(limit=1, offset=round(0.1 * library.catalog.coverage().articles))
    return replace(query, as_of=last.published or query.as_of)


def outlet(library: Library, query: Query) -> Query:
    """Of the largest outlet only."""
    return replace(query, sources=(next(iter(library.catalog.coverage().sources)),))


FILTERS: dict[str, Narrowing] = {
    "none": lambda _, query: query,
    "newest 1 %": newest(0.01),
    "newest 10 %": newest(0.1),
    "newest 50 %": newest(0.5),
    "an outlet": outlet,
    "as of an earlier day": as_of,
}


def measure(library: Library, questions: Sequence[str]) -> dict[str, Times]:
    """Milliseconds by "search/filter"."""
    remembering = Remembering(library.embedder, most=len(questions))
    remembering.embed(questions)
    searches: dict[str, Retriever] = {
        "words": WordRetriever(index=library.words, catalog=library.catalog),
        "dense, vector known": DenseRetriever(index=library.dense, catalog=library.catalog, embedder=remembering),
        "dense": retriever_for(library, "dense"),
        "whole": retriever_for(library),
    }
    found = {}
    for name, narrowing in FILTERS.items():
        scope = narrowing(library, Query(text="", as_of=datetime.now(UTC)))
        queries = [replace(scope, text=text) for text in questions]
        for search, retriever in searches.items():
            found[f"{search}/{name}"] = timed(retriever, queries)
            print(f"  {search}, {name}: {found[f'{search}/{name}']}", flush=True)
    return found


def timed(retriever: Retriever, queries: Sequence[Query]) -> Times:
    """p50, p95 and p99, the longest, and of how many."""
    for query in queries[-WARM:]:
        retriever.retrieve(query, K)
    times: list[float] = []
    for query in queries:
        began = perf_counter()
        retriever.retrieve(query, K)
        times.append(1000 * (perf_counter() - began))
        if sum(times) > 1000 * PATIENCE:
            break
    p50, p95, p99 = (round(float(np.percentile(times, share)), 1) for share in (50, 95, 99))
    return {"p50": p50, "p95": p95, "p99": p99, "max": round(max(times), 1), "n": len(times)}

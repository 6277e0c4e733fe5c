from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest

from tests.factories import article, day, hit, query
from tests.fakes import FakeEmbedder
from vectorstore.library import Library
from vectorstore.retrieve import Reranked, Widened, retriever_for
from vectorstore.types import Hit, Query

VETO = article("veto", "The US vetoed the resolution on a ceasefire.", title="Veto", published=day("2023-10-18"))
EGYPT = article("egypt", "Egypt called a summit.", title="Summit", source="Gazette", published=day("2023-10-20"))
OLD = article("old", "The US vetoed another resolution.", title="Veto", published=day("2011-02-18"))

DAY = timedelta(days=1)


@dataclass
class Recording:
    """Finds one hit named after what was searched."""

    searched: list[Query] = field(default_factory=list)

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        self.searched.append(query)
        return [hit(article_id=" ".join((query.text, *query.sources)))]


class Ten:
    """Finds ten hits named after what was searched."""

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        return [hit(article_id=f"{query.text} {rank}", score=1 - rank / 10) for rank in range(10)][:k]


def test_the_whole_stack_finds_the_right_article_first(library: Library) -> None:
    list(library.ingest([OLD, VETO, EGYPT]))

    hits = retriever_for(library).retrieve(query("Who vetoed the ceasefire resolution?", as_of=day("2023-10-21")), 3)

    assert hits[0].article.id == "veto"


def test_the_halves_of_the_stack_can_be_had_alone(library: Library) -> None:
    list(library.ingest([VETO, EGYPT]))

    for half in ("dense", "words"):
        hits = retriever_for(library, half).retrieve(query("summit in Egypt"), 1)
        assert hits[0].article.id == "egypt"


def test_what_was_published_after_the_as_of_date_is_not_found(library: Library) -> None:
    list(library.ingest([VETO, OLD]))

    hits = retriever_for(library).retrieve(query("Who vetoed the resolution?", as_of=day("2015-01-01")), 5)

    assert [one.article.id for one in hits] == ["old"]


def test_an_outlet_narrows_the_search(library: Library) -> None:
    list(library.ingest([VETO, EGYPT]))

    hits = retriever_for(library).retrieve(query("resolution", sources=("gazette",)), 5)

    assert [one.article.id for one in hits] == ["egypt"]


@pytest.mark.parametrize("few", [1, 9, 40, 150])
def test_however_few_are_allowed_the_nearest_of_them_are_found(library: Library, few: int) -> None:
    articles = [
        article(str(number), f"About {number} and {number % 7}.", title="", published=day("2026-01-01") + number * DAY)
        for number in range(200)
    ]
    list(library.ingest(articles))
    asked = query("3 5", since=articles[-few].published, as_of=articles[-1].published)

    hits = retriever_for(library, "dense").retrieve(asked, 5)

    vectors = library.dense.vectors([f"{one.id}#0" for one in articles[-few:]])
    (question,) = library.embedder.embed(["3 5"])
    best = sorted((float(vector @ question) for vector in vectors.values()), reverse=True)[:5]
    assert [hit.score for hit in hits] == pytest.approx(best, abs=1e-5)


def test_one_question_is_embedded_once_however_often_it_is_searched_for(
    library: Library, embedder: FakeEmbedder
) -> None:
    list(library.ingest([VETO, EGYPT]))
    embedder.asked.clear()

    retriever_for(library).retrieve(replace(query("toll"), outlets=("Courier", "Gazette")), 5)

    assert embedder.asked == [["toll"]]


def test_a_question_that_stands_alone_is_searched_once() -> None:
    inner = Recording()

    Widened(retriever=inner).retrieve(query("who"), 5)

    assert len(inner.searched) == 1


def test_a_resolved_question_is_searched_as_typed_too() -> None:
    inner = Recording()

    hits = Widened(retriever=inner).retrieve(replace(query("who vetoed it"), typed="who"), 5)

    assert [one.article.id for one in hits] == ["who vetoed it", "who"]


def test_the_outlets_that_are_named_are_searched_by_themselves() -> None:
    inner = Recording()

    hits = Widened(retriever=inner).retrieve(replace(query("toll"), outlets=("Courier", "Gazette")), 5)

    assert {one.article.id for one in hits} == {"toll", "toll Courier Gazette"}


class Backwards:
    """Reranks the last first."""

    def rerank(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        return [replace(hit, score=float(place)) for place, hit in enumerate(hits)][::-1]


def test_a_reranker_counts_as_much_as_it_is_told_and_no_deeper() -> None:
    weighty = Reranked(retriever=Ten(), reranker=Backwards(), weight=5.0, depth=3).retrieve(query("q"), 5)
    light = Reranked(retriever=Ten(), reranker=Backwards(), weight=0.1, depth=3).retrieve(query("q"), 5)

    assert [one.article.id for one in weighty] == ["q 2", "q 1", "q 0", "q 3", "q 4"]
    assert [one.article.id for one in light] == ["q 0", "q 1", "q 2", "q 3", "q 4"]

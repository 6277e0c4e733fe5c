from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tests.factories import article, day, query
from vectorstore.library import Library
from vectorstore.scope import EVERYTHING, Condition, Scope, condition, scope_of
from vectorstore.types import Query

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def dated(library: Library) -> Library:
    articles = [
        article("early", "One.", published=day("2026-03-01"), source="The Courier"),
        article("noon", "Two.", published=NOON, source="Süddeutsche"),
        article("late", "Three.", published=day("2026-03-03"), source=""),
        article("undated", "Four.", source="THE COURIER"),
    ]
    list(library.ingest(articles))
    return library


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (query(), {"early", "noon", "late", "undated"}),
        (query(as_of=NOON), {"early", "noon", "undated"}),
        (query(as_of=NOON - timedelta(seconds=1)), {"early", "undated"}),
        (query(as_of=NOON + timedelta(microseconds=1)), {"early", "noon", "undated"}),
        (query(since=NOON), {"noon", "late"}),
        (query(since=NOON + timedelta(microseconds=1)), {"late"}),
        (query(until=NOON), {"early", "noon"}),
        (query(since=day("2026-03-02"), until=day("2026-03-03")), {"noon", "late"}),
        (query(since=day("2026-03-02"), as_of=NOON), {"noon"}),
        (query(since=NOON, until=day("2026-03-01")), set()),
        (query(sources=("the courier",)), {"early", "undated"}),
        (query(sources=("SÜDDEUTSCHE", "Nobody")), {"noon"}),
        (query(sources=("The",)), set()),
        (query(articles=("late", "nowhere")), {"late"}),
        (query(articles=("late", "early"), sources=("The Courier",)), {"early"}),
        (query(articles=("undated",), since=day("2026-01-01")), set()),
    ],
)
def test_a_query_allows_the_same_articles_wherever_it_is_asked(dated: Library, asked: Query, found: set[str]) -> None:
    catalog = dated.catalog
    everywhere = [f"{id}#0" for id in ("early", "noon", "late", "undated")]

    assert {headline.id for headline in catalog.headlines(asked)} == found
    assert {hit.article.id for hit in catalog.hits(everywhere, asked).values()} == found
    assert catalog.allows(everywhere, asked) == {f"{id}#0" for id in found}
    assert set(catalog.chunk_ids(asked)) == {f"{id}#0" for id in found}
    assert catalog.count_chunks(asked) == len(found)
    best = dated.words.best(["one", "two", "three", "four"], 9, catalog.scope(asked))
    assert {id for id, _ in best} == {f"{id}#0" for id in found}


def test_a_query_as_of_the_latest_article_or_later_is_known_to_allow_everything() -> None:
    latest = int(NOON.timestamp())

    assert scope_of(query(as_of=NOON), latest) == scope_of(EVERYTHING, latest) == Scope()
    assert scope_of(query(as_of=NOON), None) == Scope()
    assert scope_of(query(as_of=NOON - timedelta(seconds=1)), latest) == Scope(until=latest - 1)


def test_a_scope_without_limits_is_no_condition() -> None:
    assert not condition(Scope())
    assert condition(Scope(until=1))
    assert condition(Scope(articles=("a",)))


def test_no_condition_is_false() -> None:
    assert not Condition()
    assert Condition("articles.id = ?", ("a",))


def test_an_instant_in_another_zone_is_the_same_instant(dated: Library) -> None:
    elsewhere = NOON.astimezone(datetime.now().astimezone().tzinfo)

    assert dated.catalog.headlines(query(as_of=elsewhere)) == dated.catalog.headlines(query(as_of=NOON))
    assert replace(query(as_of=NOON), as_of=elsewhere) == query(as_of=NOON)

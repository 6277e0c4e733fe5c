from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import article, day, prose, query
from vectorstore.catalog import Catalog, Coverage
from vectorstore.errors import NoSuchArticle
from vectorstore.library import Library
from vectorstore.rows import digest
from vectorstore.types import Article, Chunk, Headline


@pytest.fixture
def catalog(library: Library) -> Catalog:
    list(library.ingest(ARTICLES))
    return library.catalog


ARTICLES = [
    article(
        "bridge",
        prose(40),
        title="Old bridge stays open",
        url="https://example.org/1",
        author="A. Writer",
        published=day("2026-03-01"),
        updated=day("2026-03-02"),
        language="en",
    ),
    article(
        "dogs",
        "Dogs bark. The café was crossed by a bridge.",
        title="Dogs",
        source="Dog Daily",
        published=day("2026-03-05"),
    ),
    article("cats", "Cats do not bark, they cost 1,300 a year.", title="Cats", source="the courier"),
]


def ids(chunks: list[Chunk]) -> list[str]:
    return [chunk.id for chunk in chunks]


def test_an_article_comes_back_as_it_went_in(catalog: Catalog) -> None:
    assert [catalog.article(one.id) for one in ARTICLES] == ARTICLES


def test_an_unknown_article_or_version_is_named(catalog: Catalog) -> None:
    with pytest.raises(NoSuchArticle, match="there is no article 'birds'"):
        catalog.article("birds")
    with pytest.raises(NoSuchArticle, match="there is no version 2 of article 'dogs'"):
        catalog.article("dogs", 2)


def test_headlines_come_newest_first_and_undated_last(catalog: Catalog) -> None:
    assert catalog.headlines() == [one.headline for one in (ARTICLES[1], ARTICLES[0], ARTICLES[2])]
    assert [headline.id for headline in catalog.headlines(limit=1, offset=1)] == ["bridge"]
    assert catalog.headlines(offset=3) == []


def test_coverage_counts_what_there_is(catalog: Catalog) -> None:
    coverage = catalog.coverage()

    assert coverage == Coverage(
        articles=3,
        chunks=len(catalog.chunk_ids()),
        sources={"The Courier": 2, "Dog Daily": 1},
        earliest=day("2026-03-01"),
        latest=day("2026-03-05"),
    )
    assert list(coverage.sources) == ["The Courier", "Dog Daily"]
    assert catalog.coverage() is coverage


def test_coverage_follows_what_is_written(catalog: Catalog, library: Library) -> None:
    before = catalog.coverage()

    library.remove("dogs")

    assert before.articles == 3
    assert catalog.coverage().articles == 2
    assert catalog.coverage().latest == day("2026-03-01")


def test_an_empty_library_covers_nothing(library: Library) -> None:
    assert library.catalog.coverage() == Coverage()
    assert library.catalog.headlines() == []
    assert library.catalog.count_chunks(query()) == 0


def test_every_chunk_is_found_in_its_article(catalog: Catalog) -> None:
    for one in ARTICLES:
        hits = catalog.chunks_of(one.id)
        assert hits
        for number, hit in enumerate(hits):
            assert hit.chunk.id == f"{one.id}#{number}"
            assert one.text[hit.chunk.start : hit.chunk.end] == hit.chunk.text
            assert hit.article == one.headline
            assert hit.score == 0


def test_an_unknown_article_has_no_chunks(catalog: Catalog) -> None:
    assert catalog.chunks_of("birds") == []


def test_hits_are_those_asked_for_that_are_there(catalog: Catalog) -> None:
    found = catalog.hits(["dogs#0", "birds#0", "bridge#1", "dogs#0"])

    assert set(found) == {"dogs#0", "bridge#1"}
    assert found["dogs#0"] == catalog.chunks_of("dogs")[0]
    assert catalog.hits([]) == {}


def test_more_ids_than_a_statement_has_places_can_be_asked_for(catalog: Catalog) -> None:
    found = catalog.hits([*(f"birds#{number}" for number in range(50_000)), "cats#0"])

    assert set(found) == {"cats#0"}


def test_neighbours_stay_within_the_article(catalog: Catalog) -> None:
    chunks = [hit.chunk for hit in catalog.chunks_of("bridge")]
    assert len(chunks) >= 4

    assert catalog.neighbours(chunks[0]) == [chunks[1]]
    assert catalog.neighbours(chunks[1]) == [chunks[0], chunks[2]]
    assert catalog.neighbours(chunks[2], reach=2) == [chunks[0], chunks[1], *chunks[3:5]]
    assert catalog.neighbours(chunks[-1]) == [chunks[-2]]
    assert catalog.neighbours(catalog.chunks_of("dogs")[0].chunk) == []


def test_earlier_versions_stay_readable(catalog: Catalog, library: Library) -> None:
    changed = replace(ARTICLES[1], title="Cows", text="Cows moo.")

    list(library.ingest([changed]))

    assert catalog.article("dogs", 1) == ARTICLES[1]
    assert catalog.article("dogs") == catalog.article("dogs", 2) == replace(changed, version=2)


@pytest.mark.parametrize("text", ["'; DROP TABLE articles; --", "\U0001f600 emoji", "שלום עולם", "%_\\\"'"])
def test_any_text_and_id_is_kept_letter_for_letter(library: Library, text: str) -> None:
    one = Article(id=text, title=text, text=text, url=text, source=text, author=text)

    list(library.ingest([one]))

    assert library.article(text) == one
    assert library.catalog.headlines(query(sources=(text.upper(),), articles=(text,))) == [one.headline]
    assert digest(library.article(text)) == digest(one)
    assert isinstance(library.catalog.headlines()[0], Headline)

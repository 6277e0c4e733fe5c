from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import article, day, prose, query
from vectorstore import doctor
from vectorstore.errors import NoSuchArticle
from vectorstore.ingest import Outcome, Progress
from vectorstore.library import Library
from vectorstore.rebuild import rebuild
from vectorstore.types import Article

HERE = article("here", prose(30), title="Bridge", url="https://courier.example/bridge", published=day("2026-01-01"))
THERE = replace(HERE, id="there", url="https://courier.example/amp/bridge")
YONDER = Article(id="yonder", text=prose(30))
"""The same text in a file, of which nothing is told."""


def outcomes(library: Library, *items: Article) -> list[str]:
    return [progress.outcome.value for progress in library.ingest(items)]


def addresses(library: Library, id: str = "here") -> list[tuple[str, str]]:
    return [(copy.id, copy.url) for copy in library.addresses(id)]


def ids(library: Library) -> list[str]:
    return [headline.id for headline in library.articles()]


def test_a_copy_is_stored_once_with_all_its_addresses(library: Library) -> None:
    first, second, third = library.ingest([HERE, THERE, YONDER])

    assert first.outcome == Outcome.ADDED
    assert second == Progress(place="Bridge", outcome=Outcome.COPY, id="there", reason="the same as article here")
    assert third.outcome == Outcome.COPY
    assert library.articles() == [HERE.headline]
    assert addresses(library) == [("there", THERE.url), ("yonder", "")]
    assert library.dense.count() == library.words.count() == first.chunks


def test_the_same_copy_again_is_unchanged(library: Library) -> None:
    outcomes(library, HERE, THERE)

    assert outcomes(library, THERE, HERE) == ["unchanged", "unchanged"]
    assert addresses(library) == [("there", THERE.url)]


@pytest.mark.parametrize(
    "told",
    [{"source": "Harbour Times"}, {"published": day("2026-01-02")}, {"title": "Another"}, {"text": prose(31)}],
    ids=["another outlet", "another day", "another title", "another text"],
)
def test_what_says_anything_else_is_an_article_of_its_own_and_one_story(
    library: Library, told: dict[str, object]
) -> None:
    assert outcomes(library, HERE, replace(THERE, **told)) == ["added", "added"]  # type: ignore[arg-type]
    assert {headline.story for headline in library.articles()} == {1}


def test_articles_without_text_are_no_copies(library: Library) -> None:
    assert outcomes(library, article("a", ""), article("b", "")) == ["added", "added"]


def test_an_article_is_found_by_the_id_of_a_copy(library: Library) -> None:
    outcomes(library, HERE, THERE)

    assert library.article("there") == HERE
    assert library.versions("there") == [HERE.headline]
    assert library.addresses("there") == library.addresses("here")
    assert library.catalog.count_chunks(query(articles=("there",))) == library.dense.count()


def test_removing_a_copy_keeps_the_article(library: Library) -> None:
    outcomes(library, HERE, THERE)

    library.remove("there")

    assert ids(library) == ["here"]
    assert addresses(library) == []
    with pytest.raises(NoSuchArticle):
        library.article("there")


def test_removing_the_first_address_keeps_the_article_for_the_others(library: Library) -> None:
    outcomes(library, HERE, THERE, YONDER)

    library.remove("here")

    present = library.article("there")
    assert (present.text, present.url, present.title) == (HERE.text, THERE.url, HERE.title)
    assert addresses(library, "there") == [("yonder", "")]
    assert outcomes(library, THERE, YONDER) == ["unchanged", "unchanged"]
    assert library.dense.ids() == library.words.ids() == set(library.catalog.chunk_ids())
    library.remove("there")
    library.remove("yonder")
    assert (ids(library), library.dense.count(), library.words.count()) == ([], 0, 0)


def test_a_copy_keeps_its_text_when_the_article_changes(library: Library) -> None:
    outcomes(library, HERE, THERE, YONDER)

    assert outcomes(library, replace(HERE, text="It was closed.")) == ["changed"]

    assert library.article("there") == THERE
    assert (addresses(library), addresses(library, "there")) == ([], [("yonder", "")])
    assert doctor.examine(library) == []


def test_a_copy_that_comes_to_say_something_else_is_an_article_of_its_own(library: Library) -> None:
    outcomes(library, HERE, THERE)

    assert outcomes(library, article("there", "The council met.", title="Council")) == ["added"]

    assert sorted(ids(library)) == ["here", "there"]
    assert addresses(library) == []


def test_an_article_that_comes_to_tell_more_keeps_its_copies(library: Library) -> None:
    outcomes(library, YONDER, replace(YONDER, id="copy"))

    assert outcomes(library, replace(YONDER, title="Bridge")) == ["changed"]

    assert addresses(library, "yonder") == [("copy", "")]


def test_a_rebuild_keeps_the_addresses(library: Library) -> None:
    outcomes(library, HERE, THERE)

    list(rebuild(library))

    assert addresses(library) == [("there", THERE.url)]

from __future__ import annotations

from dataclasses import replace

import pytest

from bot import Change, changed
from bot.change import in_words
from bot.difference import Edit, Kind
from bot.kept import citations_in
from bot.plain import json_values
from tests.factories import TEXT, answer, article, citation, day
from vectorstore.errors import BadInput
from vectorstore.library import Library
from vectorstore.rows import seconds

OTHER = "The council met on Monday."


@pytest.fixture
def cited(library: Library) -> Library:
    list(library.ingest([article()]))
    return library


def test_nothing_is_said_of_articles_that_are_as_they_were(cited: Library) -> None:
    assert changed(answer(), cited) == ()
    assert changed(citation(), cited) == ()


def test_an_article_that_says_something_else_is_shown_with_the_difference(cited: Library) -> None:
    list(cited.ingest([article(text=TEXT.replace("keep", "close"))]))
    said = answer(citations=(citation(), citation(OTHER, number=2)))

    (change,) = changed(said, cited)

    assert change == Change(
        article=article().headline,
        present=replace(article(), version=2).headline,
        citations=(1, 2),
        unsaid=(1,),
        told=(),
        difference=(
            Edit(kind=Kind.SAME, text="The council met on Monday. It voted to"),
            Edit(kind=Kind.REMOVED, text=" keep"),
            Edit(kind=Kind.ADDED, text=" close"),
            Edit(kind=Kind.SAME, text=" the old bridge open. The mayor had argued against it."),
        ),
    )
    assert in_words(change) == (
        "[1] [2] The Courier: Old bridge stays open: it was changed since (version 1 was cited, this is version 2). "
        "It no longer says what [1] quotes.\n"
        "The council met on Monday. It voted to ~~keep~~ **close** the old bridge open. "
        "The mayor had argued against it."
    )


def test_the_words_of_an_old_citation_are_still_where_it_says_they_are(cited: Library) -> None:
    list(cited.ingest([article(text="It is gone."), article(text="It is back.")]))
    quoted = citation()

    pinned = cited.article(quoted.article.id, quoted.article.version)

    assert pinned.text[quoted.start : quoted.end] == quoted.quote


def test_what_is_told_otherwise_of_the_same_text_is_named(cited: Library) -> None:
    list(cited.ingest([article(title="Old bridge stays open after all", author="Ann Example")]))

    (change,) = changed(citation(), cited)

    assert (change.told, change.difference, change.unsaid) == (("title", "author"), (), ())
    assert "It has another title and another author." in in_words(change)


def test_a_removed_article_is_said_to_be_gone(cited: Library) -> None:
    cited.remove("a")

    (change,) = changed(answer(), cited)

    assert (change.present, change.unsaid, change.difference) == (None, (1,), ())
    assert in_words(change) == "[1] The Courier: Old bridge stays open: it was removed from the library since."


def test_an_article_that_is_gone_from_where_it_came_from_is_said_to_be_kept(cited: Library) -> None:
    with cited.catalog.writing() as connection:
        connection.execute("UPDATE articles SET gone = ?", (seconds(day("2026-11-24")),))

    (change,) = changed(answer(), cited)

    assert (change.unsaid, change.told, change.gone) == ((), (), day("2026-11-24"))
    assert in_words(change) == (
        "[1] The Courier: Old bridge stays open: It is no longer where it came from, since 24 November 2026; "
        "its text is kept."
    )


def test_another_article_under_the_same_id_is_not_taken_for_the_cited_one(cited: Library) -> None:
    cited.remove("a")
    list(cited.ingest([article(text="The library was rebuilt in May.")]))

    (change,) = changed(answer(), cited)

    assert (change.unsaid, change.difference) == ((1,), ())


def test_an_answer_kept_as_json_can_be_held_against_the_library(cited: Library) -> None:
    kept = json_values({"turns": [{"answer": answer()}, {"answer": answer(citations=(citation(OTHER),))}]})
    list(cited.ingest([article(text="All is changed.")]))

    citations = citations_in(kept)

    assert [one.quote for one in citations] == [citation().quote, OTHER]
    assert [change.unsaid for change in changed(citations, cited)] == [(1, 1)]


@pytest.mark.parametrize(
    ("kept", "reason"),
    [
        ({}, "there are no citations in it"),
        ([{"citations": [{"number": 1}]}], "a citation in it has no article that can be used"),
    ],
)
def test_what_is_no_kept_answer_is_refused_in_a_sentence(kept: object, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        citations_in(kept)

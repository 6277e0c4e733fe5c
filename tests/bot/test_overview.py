from __future__ import annotations

from dataclasses import replace

import pytest

from bot.overview import names_a_topic, overview
from bot.types import Conversation, Turn
from tests.factories import article, day, query
from vectorstore.library import Library
from vectorstore.retrieve import retriever_for

FERRY = article("ferry", "The ferry Maren sank off Port Kestle.", title="Ferry sinks", published=day("2025-03-04"))
RATES = article("rates", "The bank kept its rate.", title="Rate kept", published=day("2025-03-05"))


@pytest.fixture
def both(library: Library) -> Library:
    list(library.ingest([FERRY, RATES]))
    return library


def read(library: Library, typed: str, *, cited: str = "", articles: tuple[str, ...] = ()) -> list[str]:
    turns = (Turn(question="What sank?", answer="The ferry.", articles=(cited,)),) if cited else ()
    asked = replace(query(typed), typed=typed, articles=articles)
    hits = overview(asked, Conversation(turns=turns), library.catalog, retriever_for(library))
    return [hit.article.id for hit in hits]


def test_the_only_article_is_meant(library: Library) -> None:
    list(library.ingest([FERRY]))

    assert read(library, "Summarise this article") == ["ferry"]


def test_the_article_that_the_question_is_narrowed_to_is_meant(both: Library) -> None:
    assert read(both, "Summarise this article", articles=("ferry",)) == ["ferry"]


def test_a_summary_of_something_names_it() -> None:
    assert names_a_topic("Sum up the vote")
    assert not names_a_topic("Summarise this article, please")


def test_the_article_that_the_words_point_at_is_meant(both: Library) -> None:
    assert read(both, "Summarise the ferry story") == ["ferry"]


def test_the_article_cited_last_is_meant(both: Library) -> None:
    assert read(both, "Summarise this article", cited="ferry") == ["ferry"]


def test_otherwise_the_newest_articles_stand_for_all(both: Library) -> None:
    assert read(both, "What is this about?") == ["rates", "ferry"]

from __future__ import annotations

import pytest

from tests.factories import article, query
from vectorstore.lexical import WordRetriever, match_expression
from vectorstore.library import Library


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("Who vetoed the resolution?", '"vetoed" OR "resolution"'),
        ("resolution, Resolution!", '"resolution"'),
        ("who is it", '"who" OR "is" OR "it"'),
        ('"; DROP TABLE words --', '"drop" OR "table" OR "words"'),
        ("?!", ""),
    ],
)
def test_a_question_becomes_a_search_for_any_of_its_content_words(text: str, expression: str) -> None:
    assert match_expression(text) == expression


def test_a_long_question_is_cut() -> None:
    assert match_expression(" ".join(f"word{n}" for n in range(1000))).count(" OR ") == 63


def test_words_are_found_in_other_forms_and_in_titles_first(library: Library) -> None:
    in_text = article("text", "The parliament was vetoing the bill.", title="A day in parliament")
    in_title = article("title", "The parliament sat late.", title="President vetoes the bill")
    list(library.ingest([in_text, in_title, article("other", "It rained.", title="Weather")]))

    hits = WordRetriever(catalog=library.catalog).retrieve(query("Who vetoed it?"), 5)

    assert [hit.article.id for hit in hits] == ["title", "text"]


def test_a_question_without_words_finds_nothing(library: Library) -> None:
    assert WordRetriever(catalog=library.catalog).retrieve(query("?"), 5) == []

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.pointing_back import asks_about_saying, asks_others, pointed_back
from bot.types import Conversation, Turn
from tests.factories import article, query
from tests.fakes import FakeEmbedder
from vectorstore.ingest import ingest
from vectorstore.library import Library

TOLL = Turn(
    question="And how many died?",
    answer="At least nine died.",
    searched="How many died on the ferry?",
    articles=("gazette", "gazette"),
)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path, FakeEmbedder()) as opened:
        outlets = ("gazette", "echo", "times")
        list(ingest(opened, [article(name, f"The {name} counted the dead.", source=name.title()) for name in outlets]))
        yield opened


@pytest.mark.parametrize(
    "question",
    ["And what did the other outlets say?", "What about other papers?", "Do other sources report the same?"],
)
def test_the_other_outlets_are_asked_the_last_question_again(question: str, library: Library) -> None:
    asked = pointed_back(replace(query(question), typed=question), Conversation(turns=(TOLL,)), library.catalog)

    assert (asked.text, asked.typed) == ("How many died on the ferry?", "How many died on the ferry?")
    assert sorted(asked.sources) == ["Echo", "Times"]


def test_of_outlets_that_were_chosen_the_others_are_asked(library: Library) -> None:
    typed = query("And the other papers?", sources=("Gazette", "Echo"))

    asked = pointed_back(replace(typed, typed=typed.text), Conversation(turns=(TOLL,)), library.catalog)

    assert asked.sources == ("Echo",)


@pytest.mark.parametrize(
    "question",
    [
        "Who said that?",
        "Where did he say this?",
        "And when was that said, and to whom did he say so?",
        "Where was he when he said that?",
    ],
)
def test_where_something_was_said_the_article_that_was_quoted_tells(question: str, library: Library) -> None:
    asked = pointed_back(replace(query(question), typed=question), Conversation(turns=(TOLL,)), library.catalog)

    assert asked.articles == ("gazette",)


def test_nothing_was_said_before_the_first_answer(library: Library) -> None:
    asked = replace(query("Where did he say this?"), typed="Where did he say this?")

    assert pointed_back(asked, Conversation(), library.catalog) == asked
    assert pointed_back(asked, Conversation(turns=(Turn(question="Who won?"),)), library.catalog) == asked


@pytest.mark.parametrize(
    "question",
    ["What did the report say about the inspector?", "Which other countries took part?", "Where is this bridge?"],
)
def test_other_questions_point_at_nothing_said(question: str) -> None:
    assert not asks_others(question)
    assert not asks_about_saying(question)

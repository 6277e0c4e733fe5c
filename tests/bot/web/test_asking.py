from __future__ import annotations

import asyncio
from collections.abc import Mapping
from contextlib import aclosing
from dataclasses import fields, replace
from typing import Any

import pytest

from bot.articlebot import ArticleBot
from bot.conversations.kept import NO_FILTERS, Exchange, Filters, Kept
from bot.web import text
from bot.web.asking import Asking, read, wanted
from bot.web.opening import Opening
from tests.factories import answer
from tests.fakes import FakeAnswerer
from tests.waiting import LONGEST
from vectorstore.errors import BadQuestion, LibraryDamaged

QUESTION = "What did the council vote about the old bridge?"
NEW = Kept()
EARLIER = Kept(
    id="k",
    exchanges=(
        Exchange(question="first", answer=answer(), searched="first, really", without=("period",)),
        Exchange(question="second", answer=answer()),
    ),
)


@pytest.mark.parametrize(
    ("data", "before", "question", "searched", "without"),
    [
        ({"question": " new "}, 2, "new", "", ()),
        ({"turn": 1}, 0, "first", "first, really", ("period",)),
        ({"turn": 1, "searched": "other"}, 0, "first", "other", ("period",)),
        ({"turn": 1, "without": ["outlets"]}, 0, "first", "first, really", ("period", "outlets")),
        ({"turn": 1, "without": ["conversation"]}, 0, "first", "", ("period", "conversation")),
        ({"turn": 2, "question": "edited"}, 1, "edited", "", ()),
        ({"turn": 9, "question": "new"}, 2, "new", "", ()),
    ],
)
def test_what_is_asked_and_what_it_takes_the_place_of(
    data: Mapping[str, Any], before: int, question: str, searched: str, without: tuple[str, ...]
) -> None:
    kept, exchange = wanted(data, EARLIER)

    assert len(kept.exchanges) == before
    assert (exchange.question, exchange.searched, exchange.without) == (question, searched, without)
    assert exchange.answer is None


@pytest.mark.parametrize("data", [{}, {"question": " "}, {"turn": 1, "question": ""}, {"question": "x" * 3_000}])
def test_nothing_and_too_much_cannot_be_asked(data: Mapping[str, Any]) -> None:
    with pytest.raises(BadQuestion):
        wanted(data, EARLIER)


def asking(opening: Opening, data: Mapping[str, Any], kept: Kept = NEW, filters: Filters = NO_FILTERS) -> Asking:
    kept, exchange = wanted(data, kept)
    return Asking(opening=opening, owner="", filters=filters, kept=kept, exchange=exchange)


def outcome(asked: Asking) -> Kept:
    async def run() -> list[Kept]:
        return [kept async for kept in asked.answered()]

    return asyncio.run(run())[-1]


def test_a_conversation_is_kept_under_its_first_question_with_every_answer(opening: Opening) -> None:
    first = outcome(asking(opening, {"question": QUESTION}))
    second = outcome(asking(opening, {"question": "And who argued against it?"}, first))

    kept = opening.kept.result().get("", second.id)
    assert kept.title == QUESTION
    assert kept.exchanges == second.exchanges
    assert not any(exchange.waiting or exchange.stopped or exchange.problem for exchange in kept.exchanges)
    assert second.exchanges[1].answer is not None
    assert "bridge" in second.exchanges[1].answer.query.text


def test_other_words_are_searched_for_in_place_of_the_question(opening: Opening) -> None:
    first = outcome(asking(opening, {"question": "And what about it?"}))

    again = outcome(asking(opening, {"turn": 1, "searched": "When does the ferry to Westport stop?"}, first))

    (exchange,) = again.exchanges
    assert exchange.question == "And what about it?"
    assert exchange.answer is not None
    assert "December" in exchange.answer.plain


def test_filters_hold_for_what_is_asked(opening: Opening) -> None:
    kept = outcome(asking(opening, {"question": QUESTION}, filters=Filters(sources=("Harbour News",))))

    (exchange,) = kept.exchanges
    assert kept.filters.sources == ("Harbour News",)
    assert exchange.answer is not None
    assert {hit.article.source for hit in exchange.answer.hits} <= {"Harbour News"}


def test_only_the_articles_of_the_conversation_are_read(opening: Opening) -> None:
    kept = outcome(asking(opening, {"question": QUESTION}, filters=Filters(articles=("ferry",))))

    (exchange,) = kept.exchanges
    assert exchange.answer is not None
    assert {hit.article.id for hit in exchange.answer.hits} == {"ferry"}


def test_everything_that_narrows_a_conversation_reaches_the_bot() -> None:
    filters = Filters(sources=("a",), articles=("b",), since="2026-11-01", until="2026-11-02", as_of="2026-11-03")

    assert set(filters.scope) == {field.name for field in fields(Filters)}
    assert all(filters.scope.values())


def test_what_a_reader_leaves_unfinished_is_kept_as_stopped(opening: Opening) -> None:
    async def leave() -> None:
        growing = asking(opening, {"question": QUESTION}).answered()
        await anext(growing)
        await growing.aclose()

    asyncio.run(leave())

    (listed,) = opening.kept.result().listed("")
    (exchange,) = opening.kept.result().get("", listed.id).exchanges
    assert exchange.stopped
    assert not exchange.waiting


def test_what_has_been_answered_is_kept_before_it_is_shown(bot: ArticleBot) -> None:
    voted = "It voted to keep the old bridge open."
    opening = Opening(lambda: replace(bot, answerer=FakeAnswerer([voted, "The mayor had argued against it."])))
    opening.ready.result(LONGEST)

    async def first_sentence() -> Kept:
        async with aclosing(asking(opening, {"question": QUESTION}).answered()) as growing:
            async for shown in growing:
                if shown.exchanges[-1].answer:
                    return await read(opening, "", shown.id)
        raise AssertionError

    (exchange,) = asyncio.run(first_sentence()).exchanges

    assert exchange.answer is not None
    assert voted in exchange.answer.text
    assert "argued" not in exchange.answer.text
    assert (exchange.waiting, exchange.problem) == ("", text.INTERRUPTED)


def test_whoever_leaves_does_not_wait_for_what_can_no_longer_be_kept(opening: Opening) -> None:
    async def leave() -> None:
        left = asking(opening, {"question": QUESTION})
        growing = left.answered()
        await anext(growing)
        opening.kept.result().close()
        with pytest.raises(LibraryDamaged):
            await growing.aclose()
        await asyncio.wait_for(left.leave(), LONGEST)

    asyncio.run(leave())

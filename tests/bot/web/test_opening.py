from __future__ import annotations

import asyncio
import threading

import pytest

from bot.articlebot import ArticleBot
from bot.web import text
from bot.web.opening import Opening
from tests.waiting import LONGEST, wait
from vectorstore.errors import IndexMismatch


def test_a_question_can_wait_while_the_library_is_opened(bot: ArticleBot) -> None:
    may_open = threading.Event()

    def load() -> ArticleBot:
        wait(may_open)
        return bot

    opening = Opening(load)

    assert opening.status == text.OPENING
    assert not opening.ready.done()
    may_open.set()
    assert opening.ready.result(LONGEST) is bot
    assert opening.examples.result(LONGEST)
    assert opening.status == ""
    assert asyncio.run(opening.bot()) is bot


def test_a_library_that_cannot_be_opened_is_explained() -> None:
    def load() -> ArticleBot:
        raise IndexMismatch("run python -m bot rebuild")

    opening = Opening(load)

    assert opening.failure(within=LONGEST) == opening.status == "run python -m bot rebuild"
    assert asyncio.run(opening.failed())
    assert asyncio.run(opening.bot()) is None
    with pytest.raises(IndexMismatch):
        opening.ready.result()


def test_an_error_that_is_not_ours_is_not_shown() -> None:
    def load() -> ArticleBot:
        raise OSError("disk at /secret is on fire")

    assert Opening(load).failure(within=LONGEST) == text.FAILED

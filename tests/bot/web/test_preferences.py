from __future__ import annotations

from dataclasses import replace
from urllib.parse import quote

import pytest
from starlette.requests import Request

from bot.articlebot import ArticleBot
from bot.refuse import least_confidence
from bot.settings import Settings
from bot.web.preferences import COOKIE, Choices, Preferences, preferences_of
from bot.written import Unsupported
from tests.fakes import FakeAnswerer


def request(cookie: str) -> Request:
    return Request({"type": "http", "headers": [(b"cookie", f"{COOKIE}={quote(cookie)}".encode())]})


def test_what_is_chosen_comes_with_the_request() -> None:
    chosen = preferences_of(request('{"writer": "quotes", "strictness": 1, "passages": 20, "unsupported": "struck"}'))

    assert chosen == Preferences(writer="quotes", strictness=1, passages=20, unsupported=Unsupported.STRUCK)


@pytest.mark.parametrize("cookie", ["", "no json", "[]", '{"passages": 5000}', '{"writer": "/etc"}', '"x"', "null"])
def test_what_makes_no_sense_is_as_if_nothing_were_chosen(cookie: str) -> None:
    assert preferences_of(request(cookie)) == Preferences()


def test_the_bot_is_changed_for_who_has_chosen_and_for_nobody_else(bot: ArticleBot) -> None:
    written = replace(bot, answerer=FakeAnswerer([]))
    choices = Choices(settings=Settings())

    mine = choices.bot(written, Preferences(writer="quotes", strictness=0.75, sentences=1))

    assert (mine.answerer, mine.sentences, mine.least_confidence) == (None, 1, least_confidence(0.75))
    assert choices.bot(written, Preferences()) is written


def test_a_model_that_this_machine_does_not_have_is_never_asked(bot: ArticleBot) -> None:
    chosen = Preferences(writer="found", found="http://elsewhere.example/model")

    assert Choices(settings=Settings()).bot(bot, chosen) is bot

from __future__ import annotations

from dataclasses import replace

from bot.articlebot import ArticleBot
from bot.web import text
from bot.web.settings_view import settings_html
from tests.fakes import FakeAnswerer


def test_the_settings_say_what_writes(bot: ArticleBot) -> None:
    assert f"<dd>{text.QUOTES}</dd>" in settings_html(bot)
    assert "<dd>fake:writer</dd>" in settings_html(replace(bot, answerer=FakeAnswerer([])))

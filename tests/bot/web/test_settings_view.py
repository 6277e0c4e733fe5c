from __future__ import annotations

from dataclasses import replace

from bot.articlebot import ArticleBot
from bot.web import text
from bot.web.preferences import Preferences
from bot.web.settings_view import settings_html
from tests.fakes import FakeAnswerer


def test_every_setting_says_what_it_does(bot: ArticleBot) -> None:
    html = settings_html(bot, Preferences())

    for name in ("writer", "strictness", "unsupported", "passages", "sentences", "theme"):
        assert f'name="{name}" aria-describedby="about-{name}"' in html
        assert f'<label for="set-{name}">' in html
    assert text.AS_STARTED.format(value=text.QUOTES) in html


def test_what_is_chosen_is_selected_and_models_of_this_machine_can_be(bot: ArticleBot) -> None:
    written = replace(bot, answerer=FakeAnswerer([]))

    html = settings_html(written, Preferences(writer="found", found="<small>", strictness=0.25), ["<small>"], "ann")

    assert '<option value="found:&lt;small&gt;" selected>' in html
    assert '<option value="0.25" selected>' in html
    assert f'<option value="quotes">{text.QUOTES}' in html
    assert "fake:writer" in html
    assert 'action="/sign-out"' in html


def test_each_default_says_what_it_is(bot: ArticleBot) -> None:
    html = settings_html(bot, Preferences())

    for value in ("quoted from the articles", "when in doubt", "left out", "10", "3"):
        assert f'<option value="" selected>Default: {value}</option>' in html
    assert '<option value="" selected>Default</option>' in settings_html(
        replace(bot, least_confidence=0.111), Preferences()
    )

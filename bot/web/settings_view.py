"""The settings that matter, each with what it does. What is chosen is kept in the browser; see ``preferences.py``."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

import gradio as gr
from anyio import to_thread

from bot.articlebot import ArticleBot
from bot.ollama import offered
from bot.refuse import least_confidence
from bot.web import STATIC, text
from bot.web.access import Access
from bot.web.frame import status_html, title_html
from bot.web.opening import Opening
from bot.web.owner import owner_of
from bot.web.preferences import Preferences, preferences_of
from bot.web.view import QUIET, Event, Update

Options = Sequence[tuple[str, str]]

MANY = (5, 10, 20, 30, 50)
PLAIN: dict[str, Any] = {"apply_default_css": False, "js_on_load": None}


class SettingsView:
    """The parts of the settings' view and what happens when they are used."""

    name = "settings"
    label = text.SETTINGS

    def __init__(self, opening: Opening, access: Access) -> None:
        """Over a bot that is being opened."""
        self.opening = opening
        self.access = access

    def lay_out(self, blocks: gr.Blocks, shown: Event) -> None:
        """Make its parts and wire them."""
        del blocks
        gr.HTML(title_html(self.label, text.SETTINGS_ABOUT), **PLAIN)
        script = (STATIC / "settings.js").read_text(encoding="utf-8")
        self.settings = gr.HTML(
            status_html(text.OPENING), apply_default_css=False, js_on_load=script, elem_id="choices"
        )
        shown(self.show, None, [self.settings], **QUIET)

    async def show(self, request: gr.Request) -> Update:
        """What can be chosen, once the bot is open, and what is."""
        if (bot := await self.opening.bot()) is None:
            return {self.settings: status_html(self.opening.failure(), failed=True)}
        found = await to_thread.run_sync(offered)
        chosen = preferences_of(request.request)
        return {self.settings: settings_html(bot, chosen, found, owner_of(request.request))}


def settings_html(bot: ArticleBot, chosen: Preferences, found: Sequence[str] = (), owner: str = "") -> str:
    """A form of everything that can be chosen; ``found`` are the models of this machine."""
    fields = (
        _field("writer", text.WRITES, text.WRITES_MORE, _writers(bot, chosen, found), _writer(chosen)),
        _field("strictness", text.STRICTNESS, text.STRICTNESS_MORE, _strictnesses(bot), _said(chosen.strictness)),
        _field("unsupported", text.UNSUPPORTED, text.UNSUPPORTED_MORE, _treatments(bot), _said(chosen.unsupported)),
        _field("passages", text.READ_EACH, text.READ_EACH_MORE, _numbers(MANY, bot.passages), _said(chosen.passages)),
        _field(
            "sentences",
            text.QUOTED_MOST,
            text.QUOTED_MOST_MORE,
            _numbers(range(1, 11), bot.sentences),
            _said(chosen.sentences),
        ),
        _field("theme", text.THEME, text.THEME_MORE, text.THEMES, ""),
    )
    return (
        f'<form class="settings" data-saved="{text.SAVED}" aria-label="{text.SETTINGS}">{"".join(fields)}'
        f'<p class="aside" role="status"></p></form>{_account(owner)}'
    )


def _writers(bot: ArticleBot, chosen: Preferences, found: Sequence[str]) -> Options:
    started = text.CONFIGURED.format(model=bot.answerer.name) if bot.answerer else text.QUOTES
    gone = [chosen.found] if chosen.writer == "found" and chosen.found not in found else []
    return (
        ("", text.AS_STARTED.format(value=started)),
        *([("quotes", text.QUOTES)] if bot.answerer else []),
        *((f"found:{name}", text.FOUND.format(model=name)) for name in found),
        *((f"found:{name}", text.NOT_THERE.format(model=name)) for name in gone),
    )


def _strictnesses(bot: ArticleBot) -> Options:
    least = {given: least_confidence(float(given)) for given, _ in text.STRICTNESSES[1:]}
    return _as_started(text.STRICTNESSES, next((at for at in least if least[at] == bot.least_confidence), ""))


def _treatments(bot: ArticleBot) -> Options:
    return _as_started(text.TREATMENTS, bot.unsupported)


def _as_started(options: Options, value: str) -> Options:
    """The first of them stands for what the page was started with: it says what that is, if it is one of the others."""
    shown = dict(options[1:]).get(value)
    return [("", text.AS_STARTED.format(value=shown)) if shown else options[0], *options[1:]]


def _writer(chosen: Preferences) -> str:
    return f"found:{chosen.found}" if chosen.writer == "found" else chosen.writer


def _numbers(numbers: Sequence[int], started: int) -> Options:
    return (("", text.AS_STARTED.format(value=started)), *((str(number), str(number)) for number in numbers))


def _said(value: object) -> str:
    return "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)


def _field(name: str, label: str, more: str, options: Options, value: str) -> str:
    listed = "".join(
        f'<option value="{escape(given)}"{" selected" if given == value else ""}>{escape(shown)}</option>'
        for given, shown in options
    )
    return (
        f'<div class="setting"><label for="set-{name}">{label}</label>'
        f'<select id="set-{name}" name="{name}" aria-describedby="about-{name}">{listed}</select>'
        f'<p id="about-{name}">{more}</p></div>'
    )


def _account(owner: str) -> str:
    if not owner:
        return ""
    return (
        f'<form class="account" method="post" action="/sign-out"><p>{text.SIGNED_IN} <b dir="auto">{escape(owner)}</b>'
        f'</p><button class="quiet">{text.SIGN_OUT}</button></form>'
    )

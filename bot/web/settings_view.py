"""The settings that matter, each with what it is."""

from __future__ import annotations

from html import escape

import gradio as gr

from bot.articlebot import ArticleBot
from bot.web import text
from bot.web.frame import title_html
from bot.web.opening import Opening
from bot.web.view import QUIET, Event, Update


class SettingsView:
    """The parts of the settings' view and what happens when they are used."""

    name = "settings"
    label = text.SETTINGS

    def __init__(self, opening: Opening) -> None:
        """Over a bot that is being opened."""
        self.opening = opening

    def lay_out(self, blocks: gr.Blocks, shown: Event) -> None:
        """Make its parts and wire them."""
        del blocks
        gr.HTML(title_html(self.label, text.SETTINGS_ABOUT), apply_default_css=False, js_on_load=None)
        self.settings = gr.HTML("", apply_default_css=False, js_on_load=None)
        shown(self.show, None, [self.settings], **QUIET)

    def show(self) -> Update:
        """The settings of the bot, once it is open."""
        opened = self.opening.opened
        ready = opened.done() and not opened.exception()
        return {self.settings: settings_html(opened.result()) if ready else ""}


def settings_html(bot: ArticleBot) -> str:
    """What the bot was made with, as a list."""
    listed = (
        (text.WRITES, bot.answerer.name if bot.answerer else text.QUOTES),
        (text.READ_EACH, str(bot.passages)),
        (text.QUOTED_MOST, str(bot.sentences)),
        (text.SURE_ENOUGH, f"{bot.least_confidence:.2f}"),
    )
    return f'<dl class="listed">{"".join(f"<dt>{name}</dt><dd>{escape(held)}</dd>" for name, held in listed)}</dl>'

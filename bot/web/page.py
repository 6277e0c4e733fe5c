"""The page: a head with the navigation, and the views, of which one is shown."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import gradio as gr

from bot.web import STATIC, text
from bot.web.access import Access
from bot.web.additions import Additions
from bot.web.chat import ChatView
from bot.web.evaluation_view import EvaluationView
from bot.web.frame import header_html
from bot.web.library_view import LibraryView
from bot.web.opening import Opening
from bot.web.preferences import Choices
from bot.web.settings_view import SettingsView
from bot.web.view import QUIET, View

AT_ONCE = 16
"""Questions answered at the same time; more wait their turn."""

PATIENCE = 0.2  # seconds between two looks at whether the bot is ready


class Page:
    """What every view stands in."""

    def __init__(self, opening: Opening, access: Access, additions: Additions) -> None:
        """Lay the page out and wire it."""
        self.opening = opening
        self.views: tuple[View, ...] = (
            ChatView(opening, access, Choices(settings=additions.settings)),
            LibraryView(opening, access, additions),
            EvaluationView(opening, access),
            SettingsView(opening, access),
        )
        script = (STATIC / "navigation.js").read_text(encoding="utf-8")
        with gr.Blocks(title=text.NAME, analytics_enabled=False) as self.blocks:
            self.header = gr.HTML(self._header(), apply_default_css=False, js_on_load=script, elem_id="header")
            for view in self.views:
                with gr.Column(elem_id=f"{view.name}-view", elem_classes="view"):
                    view.lay_out(self.blocks, getattr(self.header, view.name))
            self.blocks.load(self.watch, None, [self.header], **QUIET)
            self.header.renew(self._header, None, [self.header], **QUIET)
        self.blocks.queue(default_concurrency_limit=AT_ONCE, api_open=False)

    async def watch(self) -> AsyncIterator[dict[Any, Any]]:
        """Say what the library covers as soon as that is known."""
        while not self.opening.opened.done():
            await asyncio.sleep(PATIENCE)
        yield {self.header: self._header()}

    def _header(self) -> str:
        return header_html(self.opening.coverage(), [(view.name, view.label) for view in self.views])

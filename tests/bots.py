"""A bot that is real but for its clock: for it, it is always the same day."""

from __future__ import annotations

from dataclasses import replace

from bot import build
from bot.articlebot import ArticleBot
from bot.settings import Settings
from tests.factories import day
from vectorstore.library import Library

NOW = day("2026-11-24")


def bot_over(library: Library, settings: Settings | None = None) -> ArticleBot:
    """A bot over an open library, asked on that day."""
    return replace(build.bot_over(library, settings or Settings()), now=lambda: NOW)

"""What is evaluated: anything that can be filled with articles and asked. Ours is one, the tutorial another."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from time import perf_counter
from typing import Any, Protocol, Unpack

from bot.articlebot import ArticleBot, Scope
from bot.evaluate.rows import Ingested
from bot.types import Answer
from vectorstore.types import Article, Hit, Query

TUTORIAL = "tutorial"
SYSTEMS = ("hybrid", "dense", "words", TUTORIAL)
"""What can be measured: our three ways to search, and what people start from."""

MANY = 2_500
"""Texts, enough that what embeds the articles is loaded for them, and not only what embeds a question."""


class System(Protocol):
    """The part of ``ArticleBot`` that is measured, and how to fill it."""

    @property
    def settings(self) -> dict[str, Any]:
        """What it was set to, as JSON values; two systems with the same settings answer the same."""
        ...

    @property
    def checks_claims(self) -> bool:
        """Whether verification belongs to it."""
        ...

    def ingest(self, articles: Sequence[Article]) -> Iterator[Ingested]:
        """Fill it, step by step; a second time changes nothing."""
        ...

    def understand(self, question: str, **scope: Unpack[Scope]) -> Query:
        """The question as it would be searched."""
        ...

    def retrieve(self, question: str, k: int = 10, **scope: Unpack[Scope]) -> tuple[Query, list[Hit]]:
        """The query and the ``k`` best hits."""
        ...

    def ask(self, question: str, **scope: Unpack[Scope]) -> Answer:
        """The answer."""
        ...

    def text(self, article_id: str) -> str:
        """The text that offsets into an article refer to."""
        ...

    def close(self) -> None:
        """Give back what it holds."""
        ...


@dataclass(frozen=True, kw_only=True)
class Ours:
    """An ``ArticleBot`` as a system."""

    bot: ArticleBot
    settings: dict[str, Any]
    checks_claims: bool = True

    def ingest(self, articles: Sequence[Article]) -> Iterator[Ingested]:
        """One step an article that is new; the time of a batch is on its first. Loading the model does not count."""
        self.bot.library.embedder.embed(["ready"] * MANY)
        before = perf_counter()
        for progress in self.bot.library.ingest(articles):
            now = perf_counter()
            if progress.chunks:
                yield Ingested(articles=1, chunks=progress.chunks, characters=progress.characters, seconds=now - before)
            before = now

    def understand(self, question: str, **scope: Unpack[Scope]) -> Query:
        """As the bot does."""
        return self.bot.understand(question, **scope)

    def retrieve(self, question: str, k: int = 10, **scope: Unpack[Scope]) -> tuple[Query, list[Hit]]:
        """As the bot does."""
        return self.bot.retrieve(question, k, **scope)

    def ask(self, question: str, **scope: Unpack[Scope]) -> Answer:
        """As the bot does."""
        return self.bot.ask(question, **scope)

    def text(self, article_id: str) -> str:
        """The stored text."""
        return self.bot.library.article(article_id).text

    def close(self) -> None:
        """Close the bot."""
        self.bot.close()


def open_ours(folder: Path, *, today: datetime | None = None, **given: Any) -> Ours:
    """Our bot over its own data folder, with settings in place of those from the environment.

    ``today`` is when it takes questions to be asked, so that results do not age.
    """
    from bot.build import load_bot
    from bot.settings import load_settings, of_answers

    settings = load_settings(data=folder, **given)
    bot = load_bot(settings)
    return Ours(bot=replace(bot, now=lambda: today) if today else bot, settings=of_answers(settings))

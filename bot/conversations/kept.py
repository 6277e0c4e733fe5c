"""The words of keeping: an exchange, what narrows a conversation, and a conversation as it is kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from bot.articlebot import Scope
from bot.types import Answer, Conversation

LONGEST_TITLE = 80  # characters


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What narrows every question of a conversation. Days are written ``2026-11-24``; empty is "no limit"."""

    sources: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()  # ids
    since: str = ""
    until: str = ""
    as_of: str = ""

    @property
    def scope(self) -> Scope:
        """The same, as the bot is asked with it."""
        return Scope(
            sources=self.sources,
            articles=self.articles,
            since=self.since or None,
            until=self.until or None,
            as_of=self.as_of or None,
        )


NO_FILTERS = Filters()


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question and what came of it. ``waiting`` says what is being done; empty when it is done."""

    question: str
    answer: Answer | None = None
    waiting: str = ""
    problem: str = ""  # a plain sentence, when it failed
    stopped: bool = False
    liked: bool | None = None
    reason: str = ""  # what the reader says is wrong, or good
    searched: str = ""  # what the reader wants searched, in place of how the question was understood
    without: tuple[str, ...] = ()  # what the reader took out of how it was understood
    suggestions: tuple[str, ...] = ()  # questions that may be asked next
    asked: datetime | None = None  # UTC
    version: str = ""  # of the program


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A conversation: its exchanges, oldest first, and what is said about it. Instants are UTC."""

    id: str = ""
    title: str = ""
    created: datetime | None = None
    changed: datetime | None = None
    filters: Filters = NO_FILTERS
    shared: str = ""  # the secret part of the address at which everybody may read it; empty when nobody may
    exchanges: tuple[Exchange, ...] = ()

    @property
    def conversation(self) -> Conversation:
        """What the bot is told of it: the exchanges that have an answer."""
        conversation = Conversation()
        for exchange in self.exchanges:
            if exchange.answer is not None:
                conversation = conversation.after(exchange.answer)
        return conversation

    def plus(self, exchange: Exchange) -> Kept:
        """With one more exchange at its end."""
        return replace(self, exchanges=(*self.exchanges, exchange))

    def before(self, position: int) -> Kept:
        """As it was before an exchange, counted from 0."""
        return replace(self, exchanges=self.exchanges[:position])


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """What a list of conversations shows of one."""

    id: str
    title: str
    changed: datetime
    exchanges: int
    shared: bool = False


def title_of(question: str) -> str:
    """The first question, on one line and not too long."""
    words = " ".join(question.split())
    if len(words) <= LONGEST_TITLE:
        return words
    cut = words[:LONGEST_TITLE]
    last_space = cut.rfind(" ")
    if last_space < LONGEST_TITLE // 2:  # written without spaces
        return cut + "…"
    return cut[:last_space].rstrip(",.;:") + " …"

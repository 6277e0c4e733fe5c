"""A question asked in a conversation that is kept: what is to be asked, and the conversation as the answer grows."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import aclosing, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from anyio import to_thread

from bot.articlebot import ArticleBot, Scope, askable
from bot.conversations.kept import Exchange, Filters, Kept, title_of
from bot.version import version
from bot.web import text
from bot.web.interrupt import ahead, until
from bot.web.opening import Opening
from bot.web.suggest import suggestions
from vectorstore.errors import ArticleBotError, NoSuchConversation

log = logging.getLogger(__name__)

PATIENCE = 0.2  # seconds between two looks at whether the bot is ready


@dataclass(slots=True, kw_only=True)
class Asking:
    """One question of one reader. ``kept`` is the conversation before it, ``exchange`` the question and its answer.

    ``chosen`` makes of the bot what the reader has chosen in the settings.
    """

    opening: Opening
    chosen: Callable[[ArticleBot], ArticleBot] = lambda bot: bot
    owner: str
    filters: Filters
    kept: Kept
    exchange: Exchange
    stop: asyncio.Event = field(default_factory=asyncio.Event)
    done: asyncio.Event = field(default_factory=asyncio.Event)
    finished: bool = False

    @property
    def now(self) -> Kept:
        """The conversation as it is by now."""
        return self.kept.plus(self.exchange)

    async def answered(self) -> AsyncGenerator[Kept, None]:
        """The conversation again and again as the answer grows. Each is kept before it is shown, however it ends."""
        try:
            while not self.opening.kept.done() and not self.stop.is_set():
                self.exchange = replace(self.exchange, waiting=self.opening.status)
                yield self.now
                await asyncio.sleep(PATIENCE)
            if not self.stop.is_set():
                self._begin()
            async with aclosing(ahead(self._answers())) as exchanges:
                async for exchange in exchanges:
                    self.exchange = exchange
                    self._keep()
                    yield self.now
            self.finished = not self.stop.is_set()
        except ArticleBotError as error:
            self.exchange = replace(self.exchange, problem=str(error))
        except Exception:
            log.exception("a question was not answered")
            self.exchange = replace(self.exchange, problem=text.SOMETHING_WRONG)
        finally:
            self._end()
        yield self.now

    def _begin(self) -> None:
        store, filters = self.opening.kept.result(), self.filters
        if not self.kept.id:
            title, began = title_of(self.exchange.question), datetime.now(UTC)
            id = store.begin(self.owner, title, began, filters)
            self.kept = replace(self.kept, id=id, title=title, created=began, filters=filters)
        store.put(self.owner, self.kept.id, len(self.kept.exchanges), self.exchange, datetime.now(UTC))

    async def leave(self) -> None:
        """End it as far as it has come, and wait until that is kept."""
        self.stop.set()
        await self.done.wait()

    async def _answers(self) -> AsyncGenerator[Exchange, None]:
        while not self.opening.ready.done() and not self.stop.is_set():
            yield replace(self.exchange, waiting=self.opening.status)
            await asyncio.sleep(PATIENCE)
        if self.stop.is_set():
            return
        asked = replace(self.exchange, waiting=text.SEARCHING)
        said = Scope(conversation=self.kept.conversation, searched=asked.searched, without=asked.without)
        over = threading.Event()
        bot = await to_thread.run_sync(self.chosen, self.opening.ready.result())
        answers = bot.stream(asked.question, stop=over, **self.filters.scope | said)
        yield asked
        try:
            async for answer in until(self.stop, answers):
                yield replace(asked, answer=answer)
        finally:
            over.set()

    def _end(self) -> None:
        stopped = not self.finished and not self.exchange.problem
        self.exchange = replace(self.exchange, waiting="", stopped=stopped)
        try:
            self._keep()
        finally:
            self.done.set()  # whatever happens: who leaves waits for it

    def _keep(self) -> None:
        if self.kept.id:
            with suppress(NoSuchConversation):
                store, position = self.opening.kept.result(), len(self.kept.exchanges)
                store.amend(self.owner, self.kept.id, position, self.exchange)


def wanted(data: Mapping[str, Any], kept: Kept) -> tuple[Kept, Exchange]:
    """The conversation before a question, and the question, not answered yet.

    ``data`` has a ``question``; or the ``turn`` of one to ask again, counted from 1, and what is to be different: a
    ``question`` instead of it, other words that are ``searched`` for, what it is understood ``without``.

    Raises: BadQuestion: there is nothing to ask, or too much.
    """
    asked = Exchange(question="", asked=datetime.now(UTC), version=version(), waiting=text.SEARCHING)
    turn = int(data.get("turn") or len(kept.exchanges) + 1)
    if not 1 <= turn <= len(kept.exchanges):
        return kept, replace(asked, question=askable(str(data.get("question", ""))))
    earlier = kept.exchanges[turn - 1]
    if "question" in data:
        return kept.before(turn - 1), replace(asked, question=askable(str(data["question"])))
    searched = str(data.get("searched", earlier.searched)).strip()
    without = tuple(dict.fromkeys((*earlier.without, *map(str, data.get("without", ())))))
    if "conversation" in without and "searched" not in data:
        searched = ""
    return kept.before(turn - 1), replace(asked, question=earlier.question, searched=searched, without=without)


async def read(opening: Opening, owner: str, id: str) -> Kept:
    """A conversation of the owner's; a new one for an empty id."""
    if not id:
        return Kept()
    store = await asyncio.wrap_future(opening.kept)
    return settled(await to_thread.run_sync(store.get, owner, id))


def settled(kept: Kept) -> Kept:
    """The conversation as it was kept, when nobody is answering in it any more."""
    return replace(kept, exchanges=tuple(_settled(exchange) for exchange in kept.exchanges))


def _settled(exchange: Exchange) -> Exchange:
    if not exchange.waiting:
        return exchange
    return replace(exchange, waiting="", problem=text.INTERRUPTED if exchange.answer else text.INTERRUPTED_EARLY)


async def suggested(opening: Opening, owner: str, id: str, filters: Filters, asking: Asking | None) -> Kept | None:
    """A conversation with questions that may follow its last answer; nothing if there is none, or it has them.

    They are looked for as long as what was ``asking`` is not left.
    """
    kept = await read(opening, owner, id)
    last = kept.exchanges[-1] if kept.exchanges else Exchange(question="")
    if last.answer is None or last.suggestions or last.stopped or asking is None:
        return None
    bot = await to_thread.run_sync(asking.chosen, opening.ready.result())
    asked = [exchange.question for exchange in kept.exchanges]
    found = await to_thread.run_sync(suggestions, bot, last.answer, asked, filters.scope, asking.stop.is_set)
    if (await read(opening, owner, id)).exchanges != kept.exchanges:
        return None  # something else was asked meanwhile
    position = len(kept.exchanges) - 1
    last = replace(last, suggestions=tuple(found))
    opening.kept.result().amend(owner, id, position, last)
    return kept.before(position).plus(last)

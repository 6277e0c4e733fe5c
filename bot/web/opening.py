"""The bot, opened in the background while the page is already there."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from concurrent.futures import TimeoutError as NotYet
from threading import Event

from bot.articlebot import ArticleBot
from bot.conversations.store import FILE, Conversations
from bot.web import text
from bot.web.examples import examples
from vectorstore.catalog import Coverage
from vectorstore.errors import ArticleBotError

log = logging.getLogger(__name__)


class Opening:
    """One after the other: the library is opened, and the conversations, the model is loaded, examples are tried.

    The model waits for ``page``, if that is given: importing both at once makes both later.
    """

    def __init__(self, load: Callable[[], ArticleBot], page: Event | None = None) -> None:
        """Begins at once."""
        thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="opening")
        self.opened = thread.submit(load)
        self.kept = thread.submit(_kept, self.opened)
        self.ready = thread.submit(_warmed, self.opened, page)
        self.examples = thread.submit(_examples, self.ready)
        thread.shutdown(wait=False)
        self.closing = False
        self.ready.add_done_callback(self._log_surprise)

    @property
    def status(self) -> str:
        """What is being done, as a reader may be told; empty when nothing is left to do."""
        if error := self.failure():
            return error
        if not self.opened.done():
            return text.OPENING
        return "" if self.ready.done() else text.LOADING

    def failure(self, within: float = 0) -> str:
        """The plain sentence that says why there is no bot; empty if there is one, or none yet.

        Waits for the library, not for the model, up to ``within`` seconds.
        """
        try:
            error = self.opened.exception(within) or self.kept.exception(within) or self.ready.exception(0)
        except NotYet:
            return ""
        if isinstance(error, ArticleBotError):
            return str(error)
        return text.FAILED if error else ""

    async def failed(self) -> bool:
        """Wait until the library and the conversations are open; whether they could not be opened."""
        kept = asyncio.wrap_future(self.kept)
        await asyncio.wait([kept])
        return kept.exception() is not None

    async def bot(self) -> ArticleBot | None:
        """Wait until the library is open; nothing if it could not be opened."""
        opened = asyncio.wrap_future(self.opened)
        await asyncio.wait([opened])
        return None if opened.exception() else opened.result()

    def coverage(self) -> Coverage | None:
        """What the library holds; nothing while it is being opened, or if it could not be."""
        opened = self.opened.done() and not self.opened.exception()
        return self.opened.result().library.catalog.coverage() if opened else None

    def close(self) -> None:
        """Close the bot, if there is one; what is still being opened comes to nothing."""
        self.closing = True
        holders: tuple[Future[Conversations] | Future[ArticleBot], ...] = (self.kept, self.opened)
        for opened in holders:
            if opened.done() and not opened.exception():
                opened.result().close()

    def _log_surprise(self, ready: Future[ArticleBot]) -> None:
        error = ready.exception()
        if error and not self.closing and not isinstance(error, ArticleBotError):
            log.error("the library could not be opened", exc_info=error)


def _kept(opened: Future[ArticleBot]) -> Conversations:
    return Conversations(opened.result().library.folder / FILE)


def _warmed(opened: Future[ArticleBot], page: Event | None) -> ArticleBot:
    bot = opened.result()
    if page is not None:
        page.wait()
    bot.library.embedder.embed([text.NAME])
    return bot


def _examples(ready: Future[ArticleBot]) -> list[str]:
    return examples(ready.result())

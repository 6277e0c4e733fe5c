"""The chat: a conversation over the library, made of Gradio parts. Each tab has its own ``Session``."""

from __future__ import annotations

import asyncio
import logging
import threading
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import gradio as gr

from bot.web import STATIC, feedback, text
from bot.web.frame import status_html, welcome_html
from bot.web.interrupt import until
from bot.web.opening import Opening
from bot.web.render import exchange_html
from bot.web.session import Exchange, Session
from bot.web.view import QUIET, Event, Update
from vectorstore.errors import ArticleBotError, BadQuestion

log = logging.getLogger(__name__)

PATIENCE = 0.2  # seconds between two looks at whether the bot is ready


class ChatView:
    """The parts of the chat and what happens when they are used."""

    name = "chat"
    label = text.CHAT

    def __init__(self, opening: Opening) -> None:
        """Over a bot that is being opened."""
        self.opening = opening
        self.stops: dict[str | None, asyncio.Event] = {}

    def lay_out(self, blocks: gr.Blocks, shown: Event) -> None:
        """Make its parts and wire them."""
        del shown
        self._make()
        self._wire(blocks)

    def _make(self) -> None:
        self.session = gr.State(Session())
        script = (STATIC / "chat.js").read_text(encoding="utf-8")
        self.welcome = gr.HTML(self._welcome(), apply_default_css=False, js_on_load=script, elem_id="welcome")
        self.room = gr.HTML(
            [], html_template="${value.join('')}", apply_default_css=False, js_on_load=script, elem_id="room"
        )
        with gr.Column(elem_id="composer"):
            self.status = gr.HTML(status_html(""), apply_default_css=False, js_on_load=None, elem_id="status")
            with gr.Row(elem_id="ask-row"):
                self.box = gr.Textbox(
                    label=text.QUESTION,
                    placeholder=text.PLACEHOLDER,
                    show_label=False,
                    container=False,
                    lines=1,
                    max_lines=8,
                    autofocus=True,
                    elem_id="question",
                )
                self.ask_button = gr.Button(text.ASK, variant="primary", elem_id="ask", min_width=0, scale=0)
                self.stop_button = gr.Button(text.STOP, visible=False, elem_id="stop", min_width=0, scale=0)
            gr.HTML(f'<p class="promise">{text.PROMISE}</p>', apply_default_css=False, js_on_load=None)

    def _wire(self, blocks: gr.Blocks) -> None:
        everything = [self.session, self.welcome, self.room, self.box, self.ask_button, self.stop_button, self.status]
        gr.on(
            [
                self.box.submit,
                self.ask_button.click,
                self.welcome.example_select,
                self.room.example_select,
                self.room.retry,
            ],
            self.ask,
            [self.box, self.session],
            everything,
            **QUIET,
        )
        self.stop_button.click(self.stop, queue=False, **QUIET)
        blocks.unload(self.forget)
        self.room.like(self.rate, [self.session], [self.session, self.room], **QUIET)
        blocks.load(self.watch, None, [self.welcome, self.status], **QUIET)

    async def ask(
        self, typed: str, session: Session, event: gr.EventData, request: gr.Request
    ) -> AsyncIterator[Update]:
        """Answer what was typed, an example, or the last question again; redraw with every new sentence."""
        question, without = typed, ()
        if event.target in (self.welcome, self.room):
            question = str(event._data.get("question", ""))
        if not question and event.target is self.room:
            last, session = session.exchanges[-1], session.without_last()
            question, without = last.question, (*last.without, *event._data.get("without", ()))
        stop = self.stops[request.session_hash] = asyncio.Event()
        waiting = self.opening.status or text.SEARCHING
        asked = exchange = Exchange(question=question, waiting=waiting, without=without)
        yield self._drawn(session.plus(exchange)) | self._busy() | {self.box: ""}
        try:
            async for exchange in self._answered(asked, session, stop):
                yield self._drawn(session.plus(exchange))
        except BadQuestion as error:
            yield self._drawn(session) | self._idle(str(error)) | {self.box: question}
            return
        except ArticleBotError as error:
            exchange = replace(exchange, problem=str(error))
        except Exception:
            log.exception("a question was not answered")
            exchange = replace(exchange, problem=text.SOMETHING_WRONG)
        yield self._drawn(session.plus(replace(exchange, waiting="", stopped=stop.is_set()))) | self._idle()

    async def _answered(self, exchange: Exchange, session: Session, stop: asyncio.Event) -> AsyncIterator[Exchange]:
        while not self.opening.ready.done() and not stop.is_set():
            yield replace(exchange, waiting=self.opening.status)
            await asyncio.sleep(PATIENCE)
        if stop.is_set():
            return
        over = threading.Event()
        answers = self.opening.ready.result().stream(
            exchange.question, stop=over, conversation=session.conversation, without=exchange.without
        )
        yield replace(exchange, waiting=text.SEARCHING)
        try:
            async for answer in until(stop, answers):
                yield replace(exchange, waiting=text.SEARCHING, answer=answer)
        finally:
            over.set()

    async def stop(self, request: gr.Request) -> None:
        """End what this tab is being answered, as far as it has come."""
        if stop := self.stops.get(request.session_hash):
            stop.set()

    def rate(self, session: Session, event: gr.EventData) -> Update:
        """Keep a like or a dislike, with its question and answer."""
        index, liked = int(event._data["turn"]) - 1, bool(event._data["liked"])
        session = session.rated(index, liked)
        rated, folder = session.exchanges[index], self.opening.ready.result().library.folder
        if rated.answer:
            feedback.keep(folder, rated.answer, rated.liked, datetime.now(UTC))
        return {self.session: session, self.room: self._drawn(session)[self.room]}

    async def forget(self, request: gr.Request) -> None:
        """A tab was closed."""
        await self.stop(request)
        self.stops.pop(request.session_hash, None)

    async def watch(self) -> AsyncIterator[Update]:
        """Say how far opening has come, until it is done; then offer examples."""
        while not self.opening.examples.done():
            yield self._progress()
            await asyncio.sleep(PATIENCE)
        yield self._progress()

    def _progress(self) -> Update:
        status = status_html(self.opening.status, failed=bool(self.opening.failure()))
        return {self.welcome: self._welcome(), self.status: status}

    def _drawn(self, session: Session) -> Update:
        count = len(session.exchanges)
        room = [exchange_html(one, n, last=n == count) for n, one in enumerate(session.exchanges, start=1)]
        return {self.session: session, self.room: room, self.welcome: gr.update(visible=not count)}

    def _welcome(self) -> str:
        done = self.opening.examples.done() and not self.opening.failure()
        return welcome_html(self.opening.coverage(), self.opening.examples.result() if done else ())

    def _busy(self) -> Update:
        return {
            self.ask_button: gr.update(visible=False),
            self.stop_button: gr.update(visible=True),
            self.status: status_html(""),
        }

    def _idle(self, problem: str = "") -> Update:
        return {
            self.ask_button: gr.update(visible=True),
            self.stop_button: gr.update(visible=False),
            self.status: status_html(problem, failed=bool(problem)),
        }

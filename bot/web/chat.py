"""The chat: a conversation over the library, made of Gradio parts. What a tab has open is its ``Place``."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from typing import Any

import gradio as gr

from bot.conversations.kept import NO_FILTERS, Filters, Kept
from bot.web import STATIC, feedback, text
from bot.web.access import Access
from bot.web.asking import PATIENCE, Asking, read, suggested, wanted
from bot.web.composer import composer
from bot.web.drawing import around, room_html, since_in
from bot.web.filters import filters_from, without
from bot.web.frame import status_html, welcome_html
from bot.web.history import bar_html
from bot.web.opening import Opening
from bot.web.owner import owner_of
from bot.web.panel import panel_html
from bot.web.place import PAGE, Place
from bot.web.preferences import Choices, preferences_of
from bot.web.view import QUIET, Event, Update
from vectorstore.errors import ArticleBotError, NoSuchConversation

LONGEST_REASON = 500  # characters

Values = dict[str, Any]


class ChatView:
    """The parts of the chat and what happens when they are used."""

    name = "chat"
    label = text.CHAT

    def __init__(self, opening: Opening, access: Access, choices: Choices) -> None:
        """Over a bot that is being opened."""
        self.opening = opening
        self.access = access
        self.choices = choices
        self.asking: dict[str | None, Asking] = {}

    def lay_out(self, blocks: gr.Blocks, shown: Event) -> None:
        """Make its parts and wire them."""
        self._make()
        self._wire(blocks)
        shown(self._welcome, None, [self.welcome], **QUIET)  # there may be articles now, or none any more

    def _make(self) -> None:
        plain: Values = {"apply_default_css": False, "js_on_load": None}
        self.place = gr.JSON(Place().values, visible=False)
        self.history = gr.HTML("", elem_id="history", **plain)
        with gr.Column(elem_id="talk"):
            self.bar = gr.HTML(bar_html(Kept()), elem_id="bar", **plain)
            self.welcome = gr.HTML(self._welcome(), elem_id="welcome", **plain)
            self.room = gr.HTML(
                [],
                html_template="${value.join('')}",
                apply_default_css=False,
                js_on_load=(STATIC / "chat.js").read_text(encoding="utf-8"),
                elem_id="room",
            )
            with gr.Column(elem_id="composer"):
                self.status = gr.HTML(status_html(""), elem_id="status", **plain)
                self.filters = gr.HTML("", elem_id="filters", **plain)
                self.box, self.ask_button, self.stop_button = composer()
                gr.HTML(f'<p class="promise">{text.PROMISE}</p>', **plain)
        script = (STATIC / "passages.js").read_text(encoding="utf-8")
        gr.HTML(panel_html(), apply_default_css=False, js_on_load=script, elem_id="panel")

    def _wire(self, blocks: gr.Blocks) -> None:
        around = [self.place, self.history, self.bar, self.filters, self.status, self.ask_button, self.stop_button]
        drawn = [*around, self.welcome, self.room]
        asked = gr.on(
            [self.box.submit, self.ask_button.click, self.room.submit],
            self.ask,
            [self.box, self.place],
            [*drawn, self.box],
            trigger_mode="multiple",
            **QUIET,
        )
        asked.then(self.suggest, [self.place], [self.room], **QUIET)
        self.stop_button.click(self.stop, queue=False, **QUIET)
        blocks.unload(self.forget)
        blocks.load(self.watch, None, [self.welcome, self.status], **QUIET)
        for event, act in (
            (self.room.open, self.open),
            (self.room.rate, self.rate),
            (self.room.narrow, self.narrow),
            (self.room.find, self.find),
            (self.room.manage, self.manage),
        ):
            event(act, [self.place], drawn, trigger_mode="multiple", **QUIET)

    async def ask(self, typed: str, place: Values, event: gr.EventData, request: gr.Request) -> AsyncIterator[Update]:
        """Answer what was typed, or what the conversation itself asks; redraw with every new sentence."""
        at, owner, data = Place.of(place), owner_of(request.request), event._data or {}
        await self._leave(request)
        try:
            self.access.check_question(request.request)
            kept, exchange = wanted(data or {"question": typed}, await read(self.opening, owner, at.conversation))
            since = await since_in(self.opening, kept)
        except ArticleBotError as error:
            yield self._idle(str(error))
            return
        chosen = partial(self.choices.bot, chosen=preferences_of(request.request))
        asking = Asking(
            opening=self.opening, owner=owner, filters=at.filters, kept=kept, exchange=exchange, chosen=chosen
        )
        self.asking[request.session_hash] = asking
        update, drawn = self._busy() | ({} if data else {self.box: ""}), list[str]()
        async with aclosing(asking.answered()) as growing:
            async for kept in growing:
                room, done = room_html(kept, since), asking.done.is_set()
                if self.asking.get(request.session_hash) is not asking or room == drawn:
                    continue
                begun, at, drawn = kept.id != at.conversation, replace(at, conversation=kept.id), room
                update |= self._around(owner, at, kept) if kept.id and (begun or done) else {}
                yield update | {self.room: room} | (self._idle() if done else {})
                update = {}

    async def suggest(self, place: Values, request: gr.Request) -> Update:
        """Offer questions that may follow the last answer, unless the reader goes on before they are found."""
        at, owner, asking = Place.of(place), owner_of(request.request), self.asking.get(request.session_hash)
        kept = await suggested(self.opening, owner, at.conversation, at.filters, asking)
        return {self.room: room_html(kept, await since_in(self.opening, kept)) if kept else gr.skip()}

    async def open(self, place: Values, event: gr.EventData, request: gr.Request) -> Update:
        """Show another conversation, or begin one, perhaps about one article; what is being answered is stopped."""
        if event._data.get("first"):
            return await self._first(owner_of(request.request))
        await self._leave(request)
        at = replace(Place.of(place), conversation="", filters=NO_FILTERS)
        if article := str(event._data.get("article", "")):
            at = replace(at, filters=Filters(articles=(article,)))
        return await self._shown(owner_of(request.request), at, str(event._data.get("conversation", "")))

    async def rate(self, place: Values, event: gr.EventData, request: gr.Request) -> Update:
        """Keep a like or a dislike, or why, with the question and the answer."""
        at, owner, position = Place.of(place), owner_of(request.request), int(event._data["turn"]) - 1
        kept = await read(self.opening, owner, at.conversation)
        exchange = kept.exchanges[position]
        if "liked" in event._data:
            liked = bool(event._data["liked"])
            exchange = replace(exchange, liked=None if exchange.liked is liked else liked, reason="")
        else:
            exchange = replace(exchange, reason=str(event._data.get("reason", "")).strip()[:LONGEST_REASON])
        self.opening.kept.result().amend(owner, kept.id, position, exchange)
        feedback.keep(self.opening.opened.result().library.folder, exchange, datetime.now(UTC))
        kept = replace(kept, exchanges=(*kept.exchanges[:position], exchange, *kept.exchanges[position + 1 :]))
        return {self.room: room_html(kept, await since_in(self.opening, kept))}

    async def narrow(self, place: Values, event: gr.EventData, request: gr.Request) -> Update:
        """Set the filters of this conversation, or take one away."""
        at, owner, data = Place.of(place), owner_of(request.request), event._data
        filters = without(at.filters, data["name"], data["value"]) if "name" in data else filters_from(data, at.filters)
        at = replace(at, filters=NO_FILTERS if data.get("clear") else filters)
        if at.conversation:
            self.opening.kept.result().narrow(owner, at.conversation, at.filters)
        return self._around(owner, at, await read(self.opening, owner, at.conversation))

    async def find(self, place: Values, event: gr.EventData, request: gr.Request) -> Update:
        """List the conversations that say what is looked for."""
        at, owner = Place.of({**(place or {}), "shown": PAGE, **event._data}), owner_of(request.request)
        drawn = self._around(owner, at, await read(self.opening, owner, at.conversation))
        return {part: drawn[part] for part in (self.place, self.history)}

    async def manage(self, place: Values, event: gr.EventData, request: gr.Request) -> Update:
        """Rename, share or delete the open conversation."""
        at, owner, store = Place.of(place), owner_of(request.request), self.opening.kept.result()
        what, id = event._data["what"], at.conversation
        if what == "rename":
            store.rename(owner, id, str(event._data.get("title", "")))
        elif what == "delete":
            store.delete(owner, id)
            return await self._shown(owner, replace(at, conversation="", filters=NO_FILTERS), "")
        else:
            store.share(owner, id, what == "share")
        return self._around(owner, at, await read(self.opening, owner, id))

    async def stop(self, request: gr.Request) -> None:
        """End what this tab is being answered, as far as it has come."""
        if asking := self.asking.get(request.session_hash):
            asking.stop.set()

    async def forget(self, request: gr.Request) -> None:
        """This tab was closed: what it is being answered is ended."""
        await self.stop(request)
        self.asking.pop(request.session_hash, None)

    async def _leave(self, request: gr.Request) -> None:
        """This tab is about to show something else: what it is being answered is ended, and not drawn any more."""
        if asking := self.asking.pop(request.session_hash, None):
            await asking.leave()

    async def watch(self) -> AsyncIterator[Update]:
        """Say how far opening has come, until it is done; then offer examples."""
        while not self.opening.examples.done():
            yield self._progress()
            await asyncio.sleep(PATIENCE)
        yield self._progress()

    async def _first(self, owner: str) -> Update:
        """What a new tab shows beside the welcome. A reader may have asked already, so the rest is left alone."""
        if await self.opening.failed():
            return {self.place: gr.skip()}
        drawn = self._around(owner, Place(), Kept())
        return {part: drawn[part] for part in (self.history, self.filters)}

    async def _shown(self, owner: str, at: Place, id: str) -> Update:
        problem = ""
        if await self.opening.failed():
            return self._idle(self.opening.failure())
        try:
            kept = await read(self.opening, owner, id)
        except NoSuchConversation as error:
            kept, problem = Kept(), str(error)
        at = replace(at, conversation=kept.id, filters=kept.filters if kept.id else at.filters)
        room = room_html(kept, await since_in(self.opening, kept))
        shown = {self.room: room, self.welcome: gr.update(visible=not room)}
        return self._idle(problem) | shown | self._around(owner, at, kept)

    def _around(self, owner: str, at: Place, kept: Kept) -> Update:
        drawn = around(self.opening, owner, at, kept)
        return {self.place: at.values, **{getattr(self, part): html for part, html in drawn.items()}}

    def _progress(self) -> Update:
        status = status_html(self.opening.status, failed=bool(self.opening.failure()))
        return {self.welcome: self._welcome(), self.status: status}

    def _welcome(self) -> str:
        done = self.opening.examples.done() and not self.opening.failure()
        return welcome_html(self.opening.coverage(), self.opening.examples.result() if done else ())

    def _busy(self) -> Update:
        buttons = {self.ask_button: gr.update(visible=False), self.stop_button: gr.update(visible=True)}
        return {**buttons, self.welcome: gr.update(visible=False), self.status: status_html("")}

    def _idle(self, problem: str = "") -> Update:
        buttons = {self.ask_button: gr.update(visible=True), self.stop_button: gr.update(visible=False)}
        return {**buttons, self.status: status_html(problem, failed=bool(problem))}

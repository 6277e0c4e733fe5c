"""The library: what can be asked about, how it is added to, and one article to be read."""

from __future__ import annotations

from typing import Any

import gradio as gr
from anyio import to_thread

from bot.web import STATIC, text
from bot.web.access import Access
from bot.web.adding import adding_html
from bot.web.additions import Additions
from bot.web.article_page import article_html, opened
from bot.web.browse import browse, wanted_from
from bot.web.frame import status_html, title_html
from bot.web.opening import Opening
from bot.web.owner import owner_of
from bot.web.picture import picture_html, step_for
from bot.web.shelf import articles_html, find_html, sources_html
from bot.web.view import QUIET, Event, Update
from vectorstore.errors import NoSuchArticle
from vectorstore.library import Library
from vectorstore.timeline import timeline

PLAIN: dict[str, Any] = {"apply_default_css": False, "js_on_load": None}


class LibraryView:
    """The parts of the library's view and what happens when they are used."""

    name = "library"
    label = text.LIBRARY

    def __init__(self, opening: Opening, access: Access, additions: Additions) -> None:
        """Over a bot that is being opened."""
        self.opening = opening
        self.access = access
        self.additions = additions

    def lay_out(self, blocks: gr.Blocks, shown: Event) -> None:
        """Make its parts and wire them."""
        del blocks
        self.article = gr.HTML("", elem_id="article", **PLAIN)
        with gr.Column(elem_id="shelf"):
            gr.HTML(title_html(self.label, text.LIBRARY_ABOUT), **PLAIN)
            self.adding = gr.HTML("", elem_id="adding", **PLAIN)
            self.picture = gr.HTML("", **PLAIN)
            self.find = gr.HTML("", elem_id="find", **PLAIN)
            script = (STATIC / "library.js").read_text(encoding="utf-8")
            self.articles = gr.HTML(
                status_html(text.OPENING), apply_default_css=False, js_on_load=script, elem_id="articles"
            )
            self.sources = gr.HTML("", elem_id="sources", **PLAIN)
        around = [self.picture, self.find, self.articles, self.sources]
        shown(self.show, None, [self.adding, *around], **QUIET)
        self.articles.renew(self.renew, None, around, **QUIET)
        self.articles.look(self.look, None, [self.articles], trigger_mode="multiple", **QUIET)
        self.articles.read(self.read, None, [self.article], trigger_mode="multiple", **QUIET)

    async def show(self, request: gr.Request) -> Update:
        """All that the library holds now, and how to add to it for who may."""
        drawn = await self.renew(request)
        coverage = self.opening.coverage()
        if coverage is None:
            return drawn
        may = self.access.may_change(request.request)
        adding = adding_html(largest=self.access.largest, unfolded=not coverage.articles) if may else ""
        return {self.adding: adding, **drawn}

    async def renew(self, request: gr.Request) -> Update:
        """The same without what is being added."""
        if (library := await self._library()) is None:
            return {self.articles: status_html(self.opening.failure(), failed=True)}
        change = self.access.may_change(request.request)
        return await to_thread.run_sync(self._drawn, library, change)

    async def look(self, event: gr.EventData) -> Update:
        """The articles that are looked for."""
        if (library := await self._library()) is None:
            return {self.articles: gr.skip()}
        return {self.articles: await to_thread.run_sync(_found, library, event._data)}

    async def read(self, event: gr.EventData, request: gr.Request) -> Update:
        """One article, in the version that is asked for."""
        if (library := await self._library()) is None:
            return {self.article: gr.skip()}
        id, version = str(event._data.get("article", "")), str(event._data.get("version", ""))
        number = int(version) if version.isdecimal() and len(version) < 10 else None
        try:
            shown = await to_thread.run_sync(opened, library, id, number, self._citing(request, id))
        except NoSuchArticle:
            return {
                self.article: f'<p><a href="#library">← {text.BACK}</a></p>' + status_html(text.NO_LONGER, failed=True)
            }
        return {self.article: article_html(shown, change=self.access.may_change(request.request))}

    def _citing(self, request: gr.Request, id: str) -> list[tuple[str, str]]:
        kept = self.opening.kept
        there = kept.done() and not kept.exception()
        return kept.result().citing(owner_of(request.request), id) if there else []

    async def _library(self) -> Library | None:
        bot = await self.opening.bot()
        return bot.library if bot else None

    def _drawn(self, library: Library, change: bool) -> Update:
        coverage = library.catalog.coverage()
        with library.catalog.database.reading() as connection:
            counts = timeline(connection, step_for(coverage))
        return {
            self.picture: picture_html(counts, list(coverage.sources)),
            self.find: find_html(coverage.sources),
            self.articles: _found(library, {}),
            self.sources: sources_html(self.additions.sources.all(), change=change),
        }


def _found(library: Library, given: dict[str, Any]) -> str:
    wanted = wanted_from(given)
    found, more = browse(library, wanted)
    total = library.catalog.coverage().articles
    return articles_html(found, offset=wanted.offset, more=more, total=total, searched=wanted.narrowed)

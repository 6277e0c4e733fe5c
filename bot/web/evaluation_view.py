"""The evaluation: the latest figures, and a way to measure anew."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import gradio as gr
from anyio import to_thread

from bot.evaluate.apart import FOLDER, Apart
from bot.web import text
from bot.web.access import Access
from bot.web.frame import status_html, title_html
from bot.web.opening import Opening
from bot.web.view import QUIET, Event, Update
from vectorstore.errors import AccessError

PATIENCE = 0.5  # seconds between two looks at how far a run is
PLAIN: dict[str, Any] = {"apply_default_css": False, "js_on_load": None}
RUN = """
element.addEventListener("click", (event) => {
  if (event.target.closest("button[data-do=run]")) trigger("measure", {});
});
"""


class EvaluationView:
    """The parts of the evaluation's view and what happens when they are used."""

    name = "evaluation"
    label = text.EVALUATION

    def __init__(self, opening: Opening, access: Access) -> None:
        """Over a bot that is being opened."""
        self.opening = opening
        self.access = access
        self.apart = Apart()

    def lay_out(self, blocks: gr.Blocks, shown: Event) -> None:
        """Make its parts and wire them."""
        del blocks
        gr.HTML(title_html(self.label, text.EVALUATION_ABOUT), **PLAIN)
        self.run = gr.HTML("", apply_default_css=False, js_on_load=RUN, elem_id="run")
        self.report = gr.HTML(status_html(text.GATHERING), **PLAIN)
        shown(self.show, None, [self.run, self.report], **QUIET)
        self.run.measure(self.measure, None, [self.run, self.report], **QUIET)

    async def show(self, request: gr.Request) -> AsyncIterator[Update]:
        """The latest figures, and how far a run is, until it is done."""
        from bot.web.measured import measured_html, run_html

        if (folder := await self._folder()) is None:
            yield {self.run: status_html(self.opening.failure(), failed=True), self.report: ""}
            return
        change = self.access.may_change(request.request)
        yield {
            self.run: run_html(self.apart.now, self.apart.problem, change=change),
            self.report: await to_thread.run_sync(measured_html, folder),
        }
        waited = False
        while (now := self.apart.now) is not None:
            yield {self.run: run_html(now, "", change=change)}
            await asyncio.sleep(PATIENCE)
            waited = True
        if waited:
            yield {
                self.run: run_html(None, self.apart.problem, change=change),
                self.report: await to_thread.run_sync(measured_html, folder),
            }

    async def measure(self, request: gr.Request) -> AsyncIterator[Update]:
        """Run the bundled set, and show how far it is."""
        folder = await self._folder()
        try:
            self.access.check_change(request.request)
            if folder is not None:
                self.apart.start(folder)
        except AccessError as error:
            yield {self.run: status_html(str(error), failed=True)}
            return
        async for update in self.show(request):
            yield update

    async def _folder(self) -> Path | None:
        bot = await self.opening.bot()
        return bot.library.folder / FOLDER if bot else None

"""The library: what there is to ask about."""

from __future__ import annotations

from html import escape

import gradio as gr

from bot.web import text
from bot.web.frame import title_html
from bot.web.opening import Opening
from bot.web.view import QUIET, Event, Update
from vectorstore.catalog import Coverage


class LibraryView:
    """The parts of the library's view and what happens when they are used."""

    name = "library"
    label = text.LIBRARY

    def __init__(self, opening: Opening) -> None:
        """Over a bot that is being opened."""
        self.opening = opening

    def lay_out(self, blocks: gr.Blocks, shown: Event) -> None:
        """Make its parts and wire them."""
        del blocks
        gr.HTML(title_html(self.label, text.LIBRARY_ABOUT), apply_default_css=False, js_on_load=None)
        self.outlets = gr.HTML("", apply_default_css=False, js_on_load=None)
        shown(self.show, None, [self.outlets], **QUIET)

    def show(self) -> Update:
        """What the library holds now."""
        return {self.outlets: outlets_html(self.opening.coverage() or Coverage())}


def outlets_html(coverage: Coverage) -> str:
    """How many articles there are of each outlet, most first."""
    unknown = coverage.articles - sum(coverage.sources.values())
    counted = [*coverage.sources.items(), *([(text.NO_OUTLET, unknown)] if unknown else [])]
    rows = "".join(
        f'<tr><td dir="auto">{escape(outlet)}</td><td>{articles:,}</td></tr>' for outlet, articles in counted
    )
    head = f'<tr><th scope="col">{text.OUTLET}</th><th scope="col">{text.ARTICLES}</th></tr>'
    return f'<table class="table"><thead>{head}</thead><tbody>{rows}</tbody></table>'

"""``serve``: the page and the HTTP API."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.articlebot import ArticleBot
from bot.build import load_bot
from bot.command_line.options import Data, Model, ModelUrl, duration
from bot.refreshing import keep_fresh
from bot.settings import load_settings

Port = Annotated[int, typer.Option(help="The port to serve on.")]
Host = Annotated[str, typer.Option(help="The address to serve on; this machine only unless changed.")]

Refresh = Annotated[str | None, typer.Option(help="Look at the followed sources again after this long: 15m, 2h, 1d.")]


def serve(
    port: Port = 7860,
    host: Host = "127.0.0.1",
    data: Data = None,
    model: Model = None,
    model_url: ModelUrl = None,
    refresh: Refresh = None,
) -> None:
    """Serve the page and the HTTP API until interrupted."""
    from bot.web.server import serve as serve_page

    every = duration(refresh) if refresh else None
    settings = load_settings(data=data, model=model, model_url=model_url)

    def load() -> ArticleBot:
        bot = load_bot(settings)
        if every:
            keep_fresh(bot.library, settings, every)
        return bot

    serve_page(load, settings, host=host, port=port, tell=typer.echo)

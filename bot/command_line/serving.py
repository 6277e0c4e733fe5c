"""``serve``: the page and the HTTP API."""

from __future__ import annotations

from typing import Annotated

import typer

from bot.build import load_bot
from bot.command_line.options import Data, Model, ModelUrl
from bot.settings import load_settings

Port = Annotated[int, typer.Option(help="The port to serve on.")]
Host = Annotated[str, typer.Option(help="The address to serve on; this machine only unless changed.")]


def serve(
    port: Port = 7860, host: Host = "127.0.0.1", data: Data = None, model: Model = None, model_url: ModelUrl = None
) -> None:
    """Serve the page and the HTTP API until interrupted."""
    from bot.web.server import serve as serve_page

    settings = load_settings(data=data, model=model, model_url=model_url)
    serve_page(lambda: load_bot(settings), settings, host=host, port=port, tell=typer.echo)

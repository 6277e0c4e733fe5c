"""Start the page: ``python app.py --port 7860 --data data``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.web.server import serve
from vectorstore.errors import ArticleBotError


def main(
    port: Annotated[int, typer.Option(help="The port to serve the page on.")] = 7860,
    host: Annotated[
        str, typer.Option(help="The address to serve it on; this machine only unless changed.")
    ] = "127.0.0.1",
    data: Annotated[Path | None, typer.Option(help="The folder that holds the library.")] = None,
    model: Annotated[str | None, typer.Option(help='A chat model, "provider:name"; quotes without one.')] = None,
) -> None:
    """Serve the page and the HTTP API until interrupted."""
    from bot.build import load_bot

    try:
        serve(lambda: load_bot(data=data, model=model), host=host, port=port, tell=typer.echo)
    except ArticleBotError as error:
        typer.echo(f"articlebot: {error}", err=True)
        sys.exit(1)


if __name__ == "__main__":
    typer.run(main)

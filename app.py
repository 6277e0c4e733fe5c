"""Start the page: ``python app.py --port 7860 --data data``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from bot.articlebot import ArticleBot
from bot.build import load_bot
from bot.settings import load_settings
from bot.web.server import serve
from vectorstore.errors import ArticleBotError

SEEDS = Path(__file__).parent / "seeds"


def main(
    port: Annotated[int, typer.Option(help="The port to serve the page on.")] = 7860,
    host: Annotated[
        str, typer.Option(help="The address to serve it on; this machine only unless changed.")
    ] = "127.0.0.1",
    data: Annotated[Path | None, typer.Option(help="The folder that holds the library.")] = None,
    model: Annotated[str | None, typer.Option(help='A chat model, "provider:name"; quotes without one.')] = None,
    model_url: Annotated[str | None, typer.Option(help="An OpenAI-compatible address for the model.")] = None,
) -> None:
    """Serve the page and the HTTP API until interrupted; an empty library starts with the seed articles."""
    try:
        settings = load_settings(data=data, model=model, model_url=model_url)
        serve(lambda: seeded(load_bot(settings)), settings, host=host, port=port, tell=typer.echo)
    except ArticleBotError as error:
        typer.echo(f"articlebot: {error}", err=True)
        sys.exit(1)


def seeded(bot: ArticleBot) -> ArticleBot:
    """The bot, with the seed articles in its library if there were none."""
    if bot.library.catalog.coverage().articles == 0:
        for _ in bot.library.ingest(SEEDS):
            pass
    return bot


if __name__ == "__main__":
    typer.run(main)

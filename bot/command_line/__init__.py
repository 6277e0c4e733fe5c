"""The command line: one file per group of commands, and one place where errors become a sentence."""

from __future__ import annotations

import os
import sys

import typer

from bot.command_line import account, articles, asking, backup, library, models, serving, sources
from bot.evaluate.command import evaluate
from vectorstore.errors import ArticleBotError

app = typer.Typer(
    help="Ask a set of articles; every sentence of an answer is quoted from one or proven by one, or marked.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
app.command()(library.ingest)
app.command()(asking.ask)
app.command()(asking.chat)
app.add_typer(articles.app, name="articles")
app.add_typer(sources.app, name="sources")
app.command()(library.rebuild)
app.command()(library.doctor)
app.command()(backup.backup)
app.command()(backup.restore)
app.command()(evaluate)
app.command()(account.account)
app.command()(serving.serve)
app.command()(models.models)


def main() -> None:
    """Run a command; an error of ours is one plain sentence and exit status 1."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        app()
    except ArticleBotError as error:
        print(f"articlebot: {error}", file=sys.stderr)
        sys.exit(1)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(1)

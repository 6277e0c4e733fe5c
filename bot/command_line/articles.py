"""``articles``: what is in the library."""

from __future__ import annotations

from datetime import datetime

import typer

from bot.build import open_library, sources_of
from bot.command_line.options import Data
from bot.plain import copies_line, source_line
from bot.settings import load_settings
from vectorstore.scope import EVERYTHING

app = typer.Typer(help="List, show or remove the articles of the library.", no_args_is_help=True)


@app.command("list")
def list_articles(data: Data = None) -> None:
    """One line an article, newest first."""
    settings = load_settings(data=data)
    with open_library(settings) as library:
        gone = sources_of(library, settings).gone()
        for headline in library.articles():
            print(f"{headline.id}\t{source_line(headline)}{gone_note(gone.get(headline.id))}")


@app.command()
def show(id: str, data: Data = None) -> None:
    """Print an article."""
    settings = load_settings(data=data)
    with open_library(settings) as library:
        article = library.article(id)
        gone = sources_of(library, settings).gone([id]).get(id)
        copies = library.addresses(id)
        story = library.catalog.stories([id], EVERYTHING.as_of).get(id)
    print(f"{source_line(article.headline)}{gone_note(gone)}")
    if article.author:
        print(f"By {article.author}")
    if article.url:
        print(article.url)
    for copy in copies:
        print(f"Also at {copy.url or copy.id}")
    if story:
        print(copies_line(article, story))
    print(f"\n{article.text}")


@app.command()
def remove(id: str, data: Data = None) -> None:
    """Remove an article with everything kept of it."""
    with open_library(load_settings(data=data)) as library:
        library.remove(id)
    print(f"removed {id}")


def gone_note(since: datetime | None) -> str:
    """What is said of an article that is no longer where it came from; empty if it is."""
    return f" (gone from where it came from since {since.day} {since:%B %Y})" if since else ""

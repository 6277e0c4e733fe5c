"""``articles``: what is in the library."""

from __future__ import annotations

import typer

from bot.build import open_library
from bot.command_line.options import Data
from bot.plain import copies_line, source_line
from bot.settings import load_settings
from vectorstore.scope import EVERYTHING

app = typer.Typer(help="List, show or remove the articles of the library.", no_args_is_help=True)


@app.command("list")
def list_articles(data: Data = None) -> None:
    """One line an article, newest first."""
    with open_library(load_settings(data=data)) as library:
        for headline in library.articles():
            print(f"{headline.id}\t{source_line(headline)}")


@app.command()
def show(id: str, data: Data = None) -> None:
    """Print an article."""
    with open_library(load_settings(data=data)) as library:
        article = library.article(id)
        story = library.catalog.stories([id], EVERYTHING.as_of).get(id)
    print(source_line(article.headline))
    if article.author:
        print(f"By {article.author}")
    if article.url:
        print(article.url)
    if story:
        print(copies_line(article, story))
    print(f"\n{article.text}")


@app.command()
def remove(id: str, data: Data = None) -> None:
    """Remove an article with everything kept of it."""
    with open_library(load_settings(data=data)) as library:
        library.remove(id)
    print(f"removed {id}")

"""``articles``: what is in the library."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from bot.build import open_library, sources_of
from bot.change import changed as changes
from bot.change import in_words
from bot.command_line.options import Data, Json
from bot.kept import citations_in
from bot.plain import copies_line, json_values, source_line
from bot.settings import load_settings
from vectorstore.errors import BadInput
from vectorstore.scope import EVERYTHING

Version = Annotated[int | None, typer.Option("--version", help="The text as it was in this version.")]
Kept = Annotated[Path, typer.Argument(help="An answer, or a list of them, as ask --json prints it.")]

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
def show(id: str, version: Version = None, data: Data = None) -> None:
    """Print an article, as it is or as it was."""
    settings = load_settings(data=data)
    with open_library(settings) as library:
        article = library.article(id, version)
        versions = len(library.versions(id))
        gone = sources_of(library, settings).gone([id]).get(id)
        copies = library.addresses(id)
        story = library.catalog.stories([id], EVERYTHING.as_of).get(id)
    print(f"{source_line(article.headline)}{gone_note(gone)}")
    if article.author:
        print(f"By {article.author}")
    if article.url:
        print(article.url)
    if versions > 1:
        print(f"Version {article.version} of {versions}")
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


@app.command()
def changed(answer: Kept, data: Data = None, as_json: Json = False) -> None:
    """Say which of the articles that a kept answer cites were changed or removed since, and what they say now."""
    citations = citations_in(_values(answer))
    with open_library(load_settings(data=data)) as library:
        found = changes(citations, library)
    if as_json:
        print(json.dumps(json_values(found), ensure_ascii=False, indent=2))
        return
    print("\n\n".join(map(in_words, found)) or "every article it cites is as it was")


def _values(file: Path) -> object:
    try:
        return json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise BadInput(f"{file} cannot be read as JSON ({error})") from error

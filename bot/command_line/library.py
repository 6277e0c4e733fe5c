"""``ingest``, ``rebuild`` and ``doctor``: what changes or checks the library."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

import bot.evaluate
from bot.build import embedder_for, open_library, polite_for
from bot.command_line.options import Data
from bot.settings import load_settings
from vectorstore import doctor as checking
from vectorstore.errors import BadInput, LibraryDamaged
from vectorstore.ingest import Progress as Step
from vectorstore.ingest import Summary
from vectorstore.read import count
from vectorstore.rebuild import rebuild as rebuild_library

Places = Annotated[
    list[str] | None, typer.Argument(help="Files, folders, addresses (of pages, feeds, sitemaps), files of addresses.")
]
Demo = Annotated[bool, typer.Option("--demo", help="Add the demonstration articles that come with the project.")]
Repair = Annotated[bool, typer.Option("--repair", help="Mend the indexes from the articles in library.db.")]

SHOWN_FAILURES = 20
DEMO = Path(bot.evaluate.__file__).parent / "bundled" / "articles.jsonl"


def ingest(places: Places = None, demo: Demo = False, data: Data = None) -> None:
    """Add articles: txt, md, html, mhtml, json, jsonl, csv, pdf, docx, epub, eml, zip and gz of these; or addresses.

    An address, https://…, is that of an article, a file of articles, a feed or a sitemap.
    """
    from vectorstore.online.places import read_places, sort

    places = [*(places or []), *([str(DEMO)] if demo else [])]
    if not places:
        raise BadInput("name files or folders of articles, such as seeds/, or addresses, or --demo")
    started = time.monotonic()
    summary = Summary()
    settings = load_settings(data=data)
    paths, addresses = sort(places)
    with open_library(settings) as library:
        articles = read_places(places, polite_for(settings), settings.fetch_most)
        for step in shown(library.ingest(articles), "ingesting", None if addresses else count(paths)):
            summary = summary.plus(step)
    for failure in summary.failures[:SHOWN_FAILURES]:
        print(f"failed: {failure.place}: {failure.reason}", file=sys.stderr)
    print(in_words(replace(summary, seconds=time.monotonic() - started)))
    if summary.failures and not (summary.added or summary.changed or summary.unchanged or summary.copies):
        raise typer.Exit(1)


def in_words(summary: Summary) -> str:
    """What an ingest did, as a line."""
    counts = {
        "added": summary.added,
        "changed": summary.changed,
        "unchanged": summary.unchanged,
        "copies": summary.copies,
        "gone": summary.gone,
        "failed": len(summary.failures),
    }
    told = ", ".join(f"{count:,} {what}" for what, count in counts.items() if count) or "nothing to add"
    return f"{told} ({summary.chunks:,} chunks in {summary.seconds:.1f} s)"


def rebuild(data: Data = None) -> None:
    """Index the whole library anew, with the model and chunker in use now."""
    with open_library(load_settings(data=data), check=False) as library:
        done = sum(1 for _ in shown(rebuild_library(library), "rebuilding", None))
    print(f"rebuilt the index of {done:,} articles")


def doctor(data: Data = None, repair: Repair = False) -> None:
    """Check the library, and say what would mend it."""
    settings = load_settings(data=data)
    if repair:
        with suppress(LibraryDamaged), open_library(settings, check=False) as library:  # it is among what is found then
            for _ in shown(checking.repair(library), "indexing anew", None):
                pass
    findings = checking.check(settings.data, embedder_for(settings))
    for finding in findings:
        print(finding)
    if findings:
        raise typer.Exit(1)
    print("the library is in order")


def shown(steps: Iterable[Step], doing: str, total: int | None) -> Iterator[Step]:
    """The same steps, counted by a bar while they last."""
    columns = (TextColumn(doing), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(doing, total=total)
        for step in steps:
            bar.advance(task)
            yield step

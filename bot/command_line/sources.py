"""``sources``: what the library follows."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from bot.build import open_library, polite_for, sources_of
from bot.command_line.library import in_words
from bot.command_line.options import Data, duration
from bot.settings import Settings, load_settings
from vectorstore.errors import BadInput, LibraryLocked, LibraryUnwritable
from vectorstore.ingest import Progress, Summary

if TYPE_CHECKING:
    from vectorstore.fetch.polite import Polite
    from vectorstore.following.source import FollowedSource

app = typer.Typer(help="Follow feeds, sitemaps, lists, pages and folders.", no_args_is_help=True)

Places = Annotated[list[str] | None, typer.Argument(help="Only these sources; all unless some are named.")]
Every = Annotated[str | None, typer.Option(help="Keep running, and look again after this long: 15m, 2h, 1d.")]

SHOWN_FAILURES = 5  # of a source


@app.command()
def add(place: str, data: Data = None) -> None:
    """Follow a feed, a sitemap, a list of addresses, a page or a folder; then see `sources refresh`."""
    settings = load_settings(data=data)
    with open_library(settings) as library:
        source = sources_of(library, settings).add(place)
    print(f"following the {source.kind} {source.place}{f' ({source.title})' if source.title else ''}")
    print("its articles come with: python -m bot sources refresh")


@app.command("list")
def list_sources(data: Data = None) -> None:
    """Each source with its status: articles, last success, last error, next try."""
    settings = load_settings(data=data)
    with open_library(settings) as library:
        for source in sources_of(library, settings).all():
            print("\n  ".join(status_lines(source)))


@app.command()
def remove(place: str, data: Data = None) -> None:
    """Follow a source no more; its articles stay."""
    settings = load_settings(data=data)
    with open_library(settings) as library:
        sources_of(library, settings).remove(place)
    print(f"no longer following {place}; its articles stay")


@app.command()
def refresh(places: Places = None, every: Every = None, data: Data = None) -> None:
    """Take in what is new and changed, and mark what is gone."""
    settings = load_settings(data=data)
    polite = polite_for(settings)
    if every is None:
        _look(settings, polite, places or [], None, due_only=False)
        return
    pause = duration(every)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # who runs it as a service ends it by that
    try:
        for due_only in _again(pause):
            try:
                _look(settings, polite, places or [], pause, due_only=due_only)
            except (LibraryLocked, LibraryUnwritable) as error:
                print(f"{_clock()} {error}; trying again in {every}", flush=True)
    except KeyboardInterrupt:
        print("stopped; what was taken in is kept")


def status_lines(source: FollowedSource) -> list[str]:
    """A source and how it fares, the source first."""
    gone = f", {source.gone:,} of them gone from there" if source.gone else ""
    lines = [
        f"{source.place}",
        f"{source.kind}{f' {source.title!r}' if source.title else ''}: {source.articles:,} articles{gone}",
        f"last success: {_when(source.succeeded)}",
    ]
    if source.failed:
        lines.append(f"last error: {_when(source.failed)}: {source.error}")
    return [*lines, f"next try: {_when(source.due)}"]


def _again(pause: timedelta) -> Iterator[bool]:
    """One look after another; the first one at everything, the others at what is due."""
    yield False
    while True:
        time.sleep(pause.total_seconds())
        yield True


def _look(settings: Settings, polite: Polite, places: list[str], every: timedelta | None, *, due_only: bool) -> None:
    """The library is open no longer than the look lasts: between looks it can be asked."""
    with open_library(settings) as library:
        sources = sources_of(library, settings, polite, every=every)
        if not sources.all():
            raise BadInput("no source is followed yet: python -m bot sources add https://example.org/feed.xml")
        summary = Summary()
        started = time.monotonic()
        for step in sources.refresh(places, due_only=due_only):
            if isinstance(step, Progress):
                summary = summary.plus(step)
                continue
            _tell(step, replace(summary, seconds=time.monotonic() - started))
            summary, started = Summary(), time.monotonic()


def _tell(source: FollowedSource, summary: Summary) -> None:
    print(f"{_clock()} {source.place}: {in_words(summary)}", flush=True)
    for failure in summary.failures[:SHOWN_FAILURES]:
        print(f"  failed: {failure.place}: {failure.reason}", flush=True)
    if summary.failures[SHOWN_FAILURES:]:
        print(f"  and {len(summary.failures) - SHOWN_FAILURES:,} more", flush=True)


def _clock() -> str:
    return datetime.now().astimezone().strftime("%H:%M:%S")


def _when(instant: datetime | None) -> str:
    return f"{instant.day} {instant:%B %Y %H:%M} UTC" if instant else "never"

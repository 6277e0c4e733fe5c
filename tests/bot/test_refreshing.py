from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest

from bot.build import sources_of
from bot.refreshing import keep_fresh
from bot.settings import Settings
from tests.fakes import FakeEmbedder
from tests.waiting import LONGEST, join, wait
from tests.web_server import Reply, WebServer, serving
from vectorstore.library import Library

SETTINGS = Settings(fetch_allow="127.0.0.1", fetch_pause=0)
PAGE = b"<html><head><title>Ferry</title></head><body><p>" + b"The ferry Maren sank on Monday. " * 20 + b"</p></body>"


@pytest.fixture
def web() -> Iterator[WebServer]:
    with serving(WebServer(replies={"/ferry": Reply(body=PAGE)})) as web:
        yield web


def test_what_is_due_is_taken_in_while_the_library_is_open_and_the_thread_ends_with_it(
    web: WebServer, tmp_path: Path
) -> None:
    library = Library.open(tmp_path, FakeEmbedder())
    sources = sources_of(library, SETTINGS)
    sources.add(f"http://127.0.0.1:{web.port}/ferry")

    thread = keep_fresh(library, SETTINGS, timedelta(minutes=15), tick=0.05, patience=LONGEST)
    while not ((source := sources.all()[0]).succeeded or source.failed):
        Event().wait(0.05)
    titles = [headline.title for headline in library.articles()]
    library.close()

    assert (titles, source.error) == (["Ferry"], "")
    assert not thread.is_alive()


def test_a_look_that_hangs_does_not_keep_the_library_from_closing(web: WebServer, tmp_path: Path) -> None:
    asked = Event()

    def dripping() -> Iterator[bytes]:
        asked.set()
        while not web.closing.wait(0.05):
            yield b"."

    library = Library.open(tmp_path, FakeEmbedder())
    sources_of(library, SETTINGS).add(f"http://127.0.0.1:{web.port}/ferry")
    web.replies["/ferry"] = Reply(raw=dripping)
    thread = keep_fresh(library, SETTINGS, timedelta(minutes=15), patience=0.1)
    wait(asked)

    library.close()
    assert thread.is_alive()

    web.closing.set()
    join(thread)

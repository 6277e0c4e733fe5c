"""A server that is killed in the middle of an answer, and the page that somebody has open meanwhile."""

from __future__ import annotations

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from bot.web import text
from tests.bot.web.dies import QUESTION, SAID
from tests.end_to_end.browsing import BROWSER, Reader

ROOT = Path(__file__).parent.parent.parent

pytestmark = BROWSER


@contextmanager
def running(folder: Path, port: int, *sentences: str) -> Iterator[str]:
    """The address of a server that is killed at the end."""
    command = [sys.executable, "-m", "tests.end_to_end.holding", str(folder), str(port), *sentences]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            yield process.stdout.readline().split()[-1]
        finally:
            process.kill()


@pytest.fixture
def port() -> Iterator[int]:
    """A port that can be served at again after the server is gone: nobody else is given it meanwhile."""
    with socket.socket() as kept:
        kept.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        kept.bind(("127.0.0.1", 0))
        yield kept.getsockname()[1]


def test_what_was_asked_and_answered_is_there_after_a_kill_and_the_open_page_finds_it_again(
    browser: Browser, port: int, tmp_path: Path
) -> None:
    with closing(browser.new_page()) as page:
        with running(tmp_path, port, "1") as address:
            reader = Reader(page, address)
            asked = reader.page.locator("#t1")
            reader.ask(QUESTION)
            expect(reader.page.locator("#t1[aria-busy=true] .prose")).to_contain_text(SAID[0])

        expect(reader.page.get_by_text("Connection to the server was lost")).to_be_visible()
        with running(tmp_path, port):
            expect(reader.page.locator("#t1[aria-busy=false] .question")).to_contain_text(QUESTION)
            expect(asked).to_contain_text(text.INTERRUPTED)
            kept = asked.locator(".prose").inner_text()
            asked.get_by_role("button", name=text.RETRY).click()
            expect(asked.locator(".prose")).to_contain_text(SAID[1])
            expect(reader.page.locator("#t1[aria-busy=false]")).not_to_contain_text(text.INTERRUPTED)

    assert SAID[0].removesuffix(".") in kept
    assert SAID[1].removesuffix(".") not in kept

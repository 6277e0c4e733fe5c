"""A real page in a real browser: a server in a thread, and what a reader does with it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

from bot.settings import Settings
from bot.web.opening import Opening
from bot.web.server import create_app, listening, server_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = (
    "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
BROKEN_OFF = ("BodyStreamBuffer was aborted", "errored out")
"""What Gradio says when a page is left or loaded anew while it still listens to the server: no fault of the page."""
PATIENCE = 60_000  # milliseconds: the machine may be busy
BROWSER = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="chromium is not installed: apt-get install chromium"),
]
"""What marks a file of tests that drive the page."""


@contextmanager
def served(opening: Opening, settings: Settings | None = None) -> Iterator[str]:
    """The address of a page over a bot that is being opened."""
    with listening("127.0.0.1", 0) as listener, ThreadPoolExecutor(1) as thread:
        app = thread.submit(create_app, opening, settings).result()
        server = server_of(app)
        running = thread.submit(server.run, sockets=[listener])
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            server.should_exit = True
            running.result()


class NoBrowser(Exception):
    """The browser does not start."""


@contextmanager
def chromium(path: str | None = CHROMIUM) -> Iterator[Browser]:
    """A browser without a window. Raises ``NoBrowser``."""
    with sync_playwright() as playwright:
        try:
            browser = playwright.chromium.launch(executable_path=path, args=FLAGS, timeout=PATIENCE)
        except Error as error:
            raise NoBrowser(f"{path} does not start, see what it says: {path} {' '.join(FLAGS)}") from error
        try:
            yield browser
        finally:
            browser.close()


@dataclass
class Reader:
    """Somebody at a page. ``requests`` and ``complaints`` are what the browser asked for and what it printed."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page.set_default_timeout(PATIENCE)
        expect.set_options(timeout=PATIENCE)
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda said: self._note(said.text) if said.type == "error" else None)
        self.page.on("pageerror", lambda error: self._note(str(error)))
        self.page.goto(self.address)

    def _note(self, said: str) -> None:
        if not any(words in said for words in BROKEN_OFF):
            self.complaints.append(said)

    def ask(self, question: str) -> None:
        """Type a question and press Enter."""
        self.page.get_by_role("textbox", name="Your question").fill(question)
        self.page.keyboard.press("Enter")

    def ask_and_wait(self, question: str, number: int = 1) -> None:
        """Ask, and wait until exchange ``number`` is done."""
        self.ask(question)
        self.page.wait_for_selector(f"#t{number}[aria-busy=false]")

    @property
    def answer(self) -> str:
        """The words of the last answer."""
        return self.page.locator(".exchange").last.inner_text()

    def serious(self) -> list[str]:
        """What axe finds that is serious or critical, each as its rule and the element, where nothing moves."""
        self.page.emulate_media(reduced_motion="reduce")
        found = Axe().run(self.page).response["violations"]
        return [
            f"{violation['id']}: {node['html']}"
            for violation in found
            for node in violation["nodes"]
            if violation["impact"] in ("serious", "critical")
        ]

    @property
    def outside(self) -> list[str]:
        """Requests to any other place."""
        return [url for url in self.requests if not url.startswith((self.address, "data:", "blob:"))]

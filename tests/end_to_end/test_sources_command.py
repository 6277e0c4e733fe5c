"""``python -m bot sources`` and ``ingest https://…`` as a user runs them, against a server on this machine."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.end_to_end.test_command_line import ROOT, run
from tests.waiting import LONGEST
from tests.web_server import Reply, WebServer, serving

pytestmark = pytest.mark.model

SETTINGS = {"ARTICLEBOT_FETCH_ALLOW": "127.0.0.1", "ARTICLEBOT_FETCH_PAUSE": "0"}
PAGE = """<html><head><title>Ferry sinks off Port Kestle</title><link rel="canonical" href="/ferry">
<meta property="og:site_name" content="The Courier"><meta name="author" content="Jane Doe">
<meta property="article:published_time" content="2025-03-04T10:00:00Z"></head><body><nav>Home | News</nav><article>
<p>The ferry Maren sank off Port Kestle on Monday with 212 people on board, the coast guard said.</p>
<p>All of them were rescued by fishing boats before noon, according to the harbour master.</p></article></body>"""


@dataclass(kw_only=True)
class Site:
    web: WebServer
    data: Path

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.web.port}"

    def run(self, *words: str, status: int = 0) -> str:
        printed = run(*words, "--data", self.data, status=status, **SETTINGS)
        return printed.replace(self.url, "SITE")


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    with serving(WebServer()) as web:
        site = Site(web=web, data=tmp_path / "data")
        items = f"<item><title>Ferry</title><link>{site.url}/ferry</link></item>"
        feed = f"<rss version='2.0'><channel><title>The Courier</title>{items}</channel></rss>"
        web.replies["/feed"] = Reply(body=feed.encode(), kind="application/rss+xml")
        web.replies["/ferry"] = web.replies["/amp/ferry"] = Reply(body=PAGE.encode())
        yield site


def test_an_article_is_taken_from_its_address_and_from_another_one_once(site: Site) -> None:
    assert "1 added" in site.run("ingest", f"{site.url}/ferry")
    assert "1 unchanged" in site.run("ingest", f"{site.url}/amp/ferry")

    (line,) = site.run("articles", "list").splitlines()
    shown = site.run("articles", "show", line.split("\t")[0])

    assert line.endswith("The Courier, 4 March 2025: Ferry sinks off Port Kestle")
    assert "By Jane Doe\nSITE/ferry\n" in shown
    assert "The ferry Maren sank" in shown
    assert "Home | News" not in shown


def test_a_question_is_answered_from_a_fetched_article(site: Site) -> None:
    site.run("ingest", f"{site.url}/ferry")

    assert "212 people" in site.run("ask", "How many people were on board the ferry Maren?")


def test_an_address_on_this_machine_is_refused_unless_it_is_allowed(site: Site) -> None:
    printed = run("ingest", f"{site.url}/ferry", "--data", site.data, status=1)

    assert "127.0.0.1 is at 127.0.0.1, which is not on the public internet: if it is a server of yours" in printed
    assert site.web.asked == []


def test_a_source_is_added_refreshed_listed_and_removed(site: Site) -> None:
    assert "following the feed SITE/feed (The Courier)" in site.run("sources", "add", f"{site.url}/feed")
    assert "last success: never" in site.run("sources", "list")
    assert "SITE/feed: 1 added" in site.run("sources", "refresh")
    assert "SITE/feed: nothing to add" in site.run("sources", "refresh", f"{site.url}/feed")
    listed = site.run("sources", "list")
    assert re.search(
        r"feed 'The Courier': 1 articles\n  last success: \d+ \w+ \d{4} \d\d:\d\d UTC\n  next try: ", listed
    )

    del site.web.replies["/feed"]
    assert "failed: SITE/feed: there is nothing at this address any more (404)" in site.run("sources", "refresh")
    assert "last error: " in site.run("sources", "list")
    assert "its articles stay" in site.run("sources", "remove", f"{site.url}/feed")
    assert site.run("sources", "list") == ""
    assert "Ferry sinks" in site.run("articles", "list")


def test_an_article_whose_page_is_gone_is_listed_as_such_and_still_answers(site: Site) -> None:
    site.run("sources", "add", f"{site.url}/ferry")
    site.run("sources", "refresh")
    del site.web.replies["/ferry"]

    assert "1 gone" in site.run("sources", "refresh")
    assert "1 articles, 1 of them gone from there" in site.run("sources", "list")
    assert "(gone from where it came from since " in site.run("articles", "list")
    assert "212 people" in site.run("ask", "How many people were on board the ferry Maren?")


def test_refreshing_nothing_says_how_to_follow_something(site: Site) -> None:
    assert "python -m bot sources add https://" in site.run("sources", "refresh", status=1)


@pytest.mark.parametrize("every", ["soon", "10s", "15"])
def test_a_time_that_is_none_is_named(site: Site, every: str) -> None:
    assert "write it as 15m, 2h or 1d" in site.run("sources", "refresh", "--every", every, status=1)


@contextmanager
def running(site: Site, *words: str) -> Iterator[subprocess.Popen[str]]:
    """A command that goes on until it is told to stop, and is killed if it does not."""
    command = [sys.executable, "-m", "bot", *words, "--data", str(site.data)]
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ | SETTINGS, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        guard = threading.Timer(LONGEST, process.kill)
        guard.start()
        try:
            yield process
        finally:
            guard.cancel()
            process.kill()


def line(process: subprocess.Popen[str]) -> str:
    """The next that it prints."""
    assert process.stdout
    return process.stdout.readline()


def told_to_stop(process: subprocess.Popen[str], how: signal.Signals) -> tuple[str, int]:
    """What else it prints, and its exit status."""
    process.send_signal(how)
    rest, _ = process.communicate()
    return rest, process.returncode


def test_a_refresh_that_keeps_running_stops_cleanly_and_leaves_the_library_free(site: Site) -> None:
    site.run("sources", "add", f"{site.url}/feed")
    with running(site, "sources", "refresh", "--every", "15m") as process:
        first = line(process)
        listed = _listed_when_free(site)
        ended = told_to_stop(process, signal.SIGTERM)

    assert ": 1 added" in first
    assert "1 articles" in listed
    assert ended == ("stopped; what was taken in is kept\n", 0)


def test_a_served_library_takes_in_what_is_due(site: Site) -> None:
    site.run("sources", "add", f"{site.url}/feed")
    with running(site, "serve", "--port", "0", "--refresh", "15m") as process:
        address = f"{line(process).split()[-1]}/api/articles"
        while not (articles := httpx.get(address, timeout=LONGEST).json()["articles"]):
            time.sleep(0.2)
        rest, _ = told_to_stop(process, signal.SIGINT)

    assert [article["title"] for article in articles] == ["Ferry sinks off Port Kestle"]
    assert "Traceback" not in rest


def _listed_when_free(site: Site) -> str:
    """The sources, as soon as the library is closed between two looks."""
    while True:
        done = subprocess.run(
            [sys.executable, "-m", "bot", "sources", "list", "--data", str(site.data)],
            cwd=ROOT,
            env=os.environ | SETTINGS,
            capture_output=True,
            text=True,
            timeout=LONGEST,
            check=False,
        )
        if "is in use by" not in done.stderr:
            return done.stdout

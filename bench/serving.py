"""How fast the page is, and how it bears many people at once, on this machine alone.

    python -m bench.serving [--data data] [--people 30] [--questions 1000]

Starts the server on a library, made of the demonstration articles if it is empty, and stops it at the end.
Prints the seconds until the page can be typed into, the time from Enter to the first sentence in a real browser,
and the times, errors and memory while that many people ask that many questions over HTTP.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import Annotated

import httpx
import numpy as np
import typer
from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).parent.parent
BUNDLED = ROOT / "bot" / "evaluate" / "bundled"
LONGEST = 60.0  # seconds that anything may take
IN_BROWSER = 20  # questions asked there
ARENA = 64 * 2**20  # bytes: glibc keeps memory for a thread in ranges that begin at a multiple of it
MAPPED = re.compile(r"([0-9a-f]+)-([0-9a-f]+) \S+ \S+ \S+ \S+\s*(\S*)")
PARTS = 10  # into which the questions are divided, to see memory grow
FLAGS = ["--headless", "--no-sandbox", "--disable-gpu"]


def main(
    data: Annotated[Path, typer.Option(help="the data folder")] = Path("data/serving"),
    people: Annotated[int, typer.Option(min=1)] = 30,
    questions: Annotated[int, typer.Option(min=PARTS)] = 1_000,
) -> None:
    """Measure, and print."""
    if not (data / "library.db").exists():
        subprocess.run([sys.executable, "-m", "bot", "ingest", "--demo", "--data", str(data)], cwd=ROOT, check=True)
    asked = [json.loads(line)["question"] for line in (BUNDLED / "questions.jsonl").open(encoding="utf-8")]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    print(f"{os.cpu_count()} processors, load average {os.getloadavg()[0]:.1f} before anything is started")
    with running(data) as (address, process):
        in_browser(address, asked[:IN_BROWSER])
        many_at_once(address, process.pid, list(islice(cycle(asked), questions)), people)


@contextmanager
def running(data: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The address of a server, and its process."""
    command = [sys.executable, "app.py", "--port", "0", "--data", str(data.resolve())]
    started = time.perf_counter()
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            address = process.stdout.readline().split()[-1]
            print(f"server up after {time.perf_counter() - started:.1f} s")
            yield address, process
        finally:
            process.terminate()


def in_browser(address: str, questions: Sequence[str]) -> None:
    """One person at the page."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page()
        page.set_default_timeout(LONGEST * 1_000)
        started = time.perf_counter()
        page.goto(address)
        page.locator("#question textarea").fill("x")
        print(f"page usable {time.perf_counter() - started:.2f} s after that")
        page.locator(".example").first.wait_for()
        first = [first_sentence(page, question) for question in questions]
        browser.close()
    told(f"first sentence or refusal after Enter, {len(first)} questions in one conversation", first)


def first_sentence(page: Page, question: str) -> float:
    """Milliseconds from Enter until something of the answer is there."""
    number = page.locator(".exchange").count() + 1
    page.locator("#question textarea").fill(question)
    wait = f"""() => new Promise((done) => {{
        const started = performance.now();
        const look = () => document.querySelector("#t{number} .said, #t{number} .declined")
            ? done(performance.now() - started) : requestAnimationFrame(look);
        addEventListener("keydown", look, {{ once: true, capture: true }});
    }})"""
    waiting = page.evaluate_handle(f"() => {{ window.waiting = ({wait})(); }}")
    page.keyboard.press("Enter")
    milliseconds = float(page.evaluate("() => window.waiting"))
    waiting.dispose()
    page.wait_for_selector(f"#t{number}[aria-busy=false]")
    return milliseconds


def many_at_once(address: str, pid: int, questions: Sequence[str], people: int) -> None:
    """Many people, each with one question after the other."""
    limits = httpx.Limits(max_connections=people)
    size = len(questions) // PARTS
    with httpx.Client(base_url=address, timeout=LONGEST, limits=limits) as client, ThreadPoolExecutor(people) as pool:

        def ask(question: str) -> tuple[float, int]:
            started = time.perf_counter()
            status = client.post("/api/ask", json={"question": question}).status_code
            return (time.perf_counter() - started) * 1_000, status

        times: list[float] = []
        failed = 0
        for part in range(PARTS):
            for milliseconds, status in pool.map(ask, questions[part * size : (part + 1) * size]):
                times.append(milliseconds)
                failed += status != 200
            print(f"  {len(times):,} questions, {failed} errors, {told_of(memory(pid))}", flush=True)
    told(f"{people} people at once, {len(times):,} questions, {failed} errors", times)


def told(what: str, milliseconds: Sequence[float]) -> None:
    """Print the median, the 95th percentile and the longest."""
    half, most = np.percentile(milliseconds, [50, 95])
    print(f"{what}: p50 {half:,.0f} ms, p95 {most:,.0f} ms, longest {max(milliseconds):,.0f} ms")


def memory(pid: int) -> dict[str, float]:
    """Megabytes that a process holds, by where: what the C library keeps for each thread apart from the rest of it."""
    held: dict[str, float] = {}
    where, arena = "", 0
    for line in Path(f"/proc/{pid}/smaps").read_text(encoding="utf-8").splitlines():
        if found := MAPPED.match(line):
            begin, name = int(found[1], 16), found[3]
            if not name and begin % ARENA == 0 and int(found[2], 16) - begin <= ARENA:
                arena = begin
            threads = not name and arena <= begin < arena + ARENA
            where = "files" if name.startswith("/") else "heap" if name else "threads" if threads else "other"
        elif line.startswith("Rss:"):
            held[where] = held.get(where, 0) + int(line.split()[1]) / 1_000
    return held


def told_of(held: Mapping[str, float]) -> str:
    """The sum and its parts."""
    parts = ", ".join(f"{where} {megabytes:,.0f}" for where, megabytes in sorted(held.items()) if megabytes >= 1)
    return f"{sum(held.values()):,.0f} MB ({parts})"


if __name__ == "__main__":
    typer.run(main)

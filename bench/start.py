"""Seconds from the command to a page, and to the first answered question.

    python -m bench.start [--data data] [--times 3]

The data folder should hold a library already, as after the first ``make chat``; an empty one is filled first.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Annotated

import httpx
import typer

ROOT = Path(__file__).parent.parent
QUESTION = {"question": "Who is the Turkish foreign minister?"}


def main(
    data: Annotated[Path, typer.Option(help="the data folder")] = Path("data"), port: int = 7999, times: int = 3
) -> None:
    """Start, ask, stop; a line each time."""
    for _ in range(times):
        started = time.perf_counter()
        server = subprocess.Popen(
            [sys.executable, "app.py", "--port", str(port), "--data", str(data.resolve())],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
        )
        try:
            address = f"http://127.0.0.1:{port}"
            page = _once(partial(httpx.get, address, timeout=60), started)
            answer = _once(partial(httpx.post, f"{address}/api/ask", json=QUESTION, timeout=60), started)
            print(f"page {page:.1f} s, first answer {answer:.1f} s")
        finally:
            server.terminate()
            server.wait()


def _once(request: Callable[[], httpx.Response], started: float) -> float:
    """Seconds since the start when the request first succeeds; tried every tenth of a second for a minute."""
    while time.perf_counter() - started < 60:
        try:
            request().raise_for_status()
            return time.perf_counter() - started
        except httpx.TransportError:
            time.sleep(0.1)
    raise SystemExit("no answer within a minute")


if __name__ == "__main__":
    typer.run(main)

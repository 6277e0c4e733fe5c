"""The bundled set run in a process of its own, while this one goes on; at most one run at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path

from vectorstore.errors import TooOften

log = logging.getLogger(__name__)

BUNDLED = Path(__file__).parent / "bundled"
BASELINE = Path(__file__).parent / "baseline.json"
FOLDER = "evaluation"  # in the data folder
LATEST = "latest.json"
REPORT = "latest.html"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """How far a run has come with one kind of thing."""

    doing: str
    done: int
    total: int


@dataclass(slots=True, kw_only=True)
class Apart:
    """Runs that leave their result and report in a folder. ``now`` is how far the present one has come, if any."""

    run: Callable[[Path, Connection], None] = field(default_factory=lambda: carry_out_apart)
    now: Stretch | None = None
    problem: str = ""  # why the last run gave no result
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def start(self, folder: Path) -> None:
        """Begin a run. Raises ``TooOften`` when one is under way."""
        with self._turn:
            if self.now is not None:
                raise TooOften("the set is being run already: wait until it is done")
            self.now, self.problem = Stretch(doing="", done=0, total=0), ""
        try:
            self._begin(folder)
        except BaseException:
            self.now = None
            raise

    def _begin(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        context = get_context("spawn")
        here, there = context.Pipe(duplex=False)
        process = context.Process(target=self.run, args=(folder, there), daemon=True, name="evaluation")
        process.start()
        there.close()
        threading.Thread(target=self._follow, args=(here, process.join), daemon=True, name="evaluation").start()

    def _follow(self, here: Connection, join: Callable[[], None]) -> None:
        told: Stretch | str = "the run ended before it was done; the log says more"
        try:
            while True:
                told = here.recv()
                if isinstance(told, str):
                    break
                self.now = told
        except (EOFError, OSError):
            told = "the run ended before it was done: try again"
        here.close()
        join()
        self.problem, self.now = str(told), None


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Progress that is told to another process."""

    there: Connection

    def begin(self, doing: str, total: int, done: int = 0) -> Callable[[int], None]:
        """A new stretch of work."""
        at = done

        def tick(count: int) -> None:
            nonlocal at
            at += count
            self.there.send(Stretch(doing=doing, done=at, total=total))

        self.there.send(Stretch(doing=doing, done=done, total=total))
        return tick


def carry_out_apart(folder: Path, there: Connection) -> None:
    """Run the bundled set without a chat model, and say at the end what went wrong; empty if nothing did."""
    from bot.evaluate.carry_out import Order, carry_out
    from bot.evaluate.report import report

    try:
        order = Order(folder=BUNDLED, data=folder / "libraries", out=folder / LATEST, fresh=True)
        result = carry_out(order, Telling(there=there))
        (folder / REPORT).write_text(report([result]), encoding="utf-8")
    except Exception as error:
        log.exception("the bundled set could not be run")
        there.send(f"the run failed: {error}")
    else:
        there.send("")

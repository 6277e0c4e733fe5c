"""What the terminal shows: bars while a run goes on, and its figures when it is done."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from bot.evaluate.measures import measure_named
from bot.evaluate.result import Figure, Result
from bot.evaluate.store import Tick

FIRST_SENTENCE = ("latency_p50_ms:first_sentence", "latency_p95_ms:first_sentence")


class Bars:
    """Progress bars on standard error, one for each stretch of work."""

    def __init__(self, title: str) -> None:
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        self._title = title
        self._progress = Progress(*columns, console=Console(stderr=True))

    def begin(self, doing: str, total: int, done: int = 0) -> Tick:
        """One more bar."""
        task = self._progress.add_task(f"{self._title}: {doing}", total=total, completed=done)
        return partial(self._progress.advance, task)

    def __enter__(self) -> Self:
        self._progress.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._progress.stop()


def written(figure: Figure, unit: str) -> str:
    """A figure with its interval: three decimals for shares, three digits for the rest."""
    bounds = [figure.value] if figure.low is None or figure.high is None else [figure.value, figure.low, figure.high]
    value, *interval = [f"{bound:.3f}" if unit == "share" else digits(bound) for bound in bounds]
    return f"{value} [{interval[0]}, {interval[1]}]" if interval else value


def digits(value: float) -> str:
    """Three digits that matter, without an exponent."""
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def unit_of(name: str) -> str:
    """The unit of a figure."""
    measure = measure_named(name)
    if measure:
        return measure.unit
    return "MB" if name.endswith("_mb") else "count"


def show(results: Sequence[Result], console: Console) -> None:
    """One table a set, one column a system."""
    for name in dict.fromkeys(result.set for result in results):
        of_set = [result for result in results if result.set == name]
        table = Table("measure", *(result.label for result in of_set), title=_title(of_set[0]), title_justify="left")
        for row in dict.fromkeys(name for result in of_set for name in result.measures if _is_shown(name, result)):
            cells = [result.measures.get(row) for result in of_set]
            table.add_row(row, *(written(cell, unit_of(row)) if cell else "" for cell in cells))
        console.print(table)


def _is_shown(name: str, result: Result) -> bool:
    """Of the stages only how long a reader waits for the first sentence, where a chat model writes it."""
    return ":" not in name or ("model_calls" in result.measures and name in FIRST_SENTENCE)


def _title(result: Result) -> str:
    told = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in result.counts.items() if count)
    return f"{result.set}: {told}"

"""The figures of a run of the bundled set, as HTML."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from html import escape
from pathlib import Path
from typing import get_args

from bot.evaluate.apart import BASELINE, LATEST, REPORT, Stretch
from bot.evaluate.measures import MEASURES
from bot.evaluate.measures.measure import Part
from bot.evaluate.report import HEADLINES
from bot.evaluate.result import Result, read
from bot.evaluate.show import unit_of, written
from bot.plain import day
from bot.web import text
from bot.web.buttons import button


def measured_html(folder: Path) -> str:
    """The latest figures in a folder, or those that the project comes with."""
    own = (folder / LATEST).exists()
    result = read(folder / LATEST if own else BASELINE)
    link = f'<p><a class="outside" href="/evaluation/report" target="_blank">{text.WHOLE_REPORT}</a></p>'
    more = (link if (folder / REPORT).exists() else "") if own else f'<p class="aside">{text.SHIPPED}</p>'
    return f"{_about(result)}{more}{_cards(result)}{''.join(_parts(result))}"


def run_html(now: Stretch | None, problem: str, *, change: bool) -> str:
    """How far a run is; or, for who may, how to begin one."""
    if now is None:
        failed = f'<p class="status failed" role="alert">{escape(problem)}</p>' if problem else ""
        begin = button(text.RUN, "run", classes="go")
        return f'{failed}<div class="run">{begin}<p class="aside">{text.RUN_MORE}</p></div>' if change else failed
    told = text.RUNNING.format(doing=now.doing, done=now.done, total=now.total) if now.total else text.BEGINNING
    return (
        f'<div class="run"><p role="status">{told}</p>'
        f'<progress max="{now.total or 1}" value="{now.done}" aria-label="{text.RUN}"></progress></div>'
    )


def _about(result: Result) -> str:
    counts = {name: result.counts.get(name, 0) for name in ("questions", "articles", "unanswerable")}
    on = day(datetime.fromisoformat(result.date))
    told = text.MEASURED.format(date=on, commit=result.commit, machine=result.machine, **counts)
    return f'<p class="aside">{escape(told)}</p>'


def _cards(result: Result) -> str:
    items = "".join(
        f"<li><b>{_headline(result, name)}</b>{escape(says)}</li>"
        for name, says in HEADLINES.items()
        if name in result.measures
    )
    return f'<ul class="cards">{items}</ul>'


def _headline(result: Result, name: str) -> str:
    value = result.measures[name].value
    return f"{value:.0%}" if unit_of(name) == "share" else f"{value:,.0f} {unit_of(name)}"


def _parts(result: Result) -> Iterator[str]:
    for part in get_args(Part):
        rows = "".join(
            f"<tr><td><b>{name}</b><p>{escape(' '.join(measure.definition.split()))}</p></td>"
            f"<td>{written(result.measures[name], measure.unit)}</td></tr>"
            for name, measure in MEASURES.items()
            if measure.part == part and name in result.measures
        )
        if rows:
            head = f'<tr><th scope="col">{text.MEASURE}</th><th scope="col">{text.FIGURE}</th></tr>'
            yield (
                f'<section class="part"><h3>{text.PARTS[part]}</h3><div class="wide" tabindex="0" role="region" '
                f'aria-label="{text.PARTS[part]}"><table class="table"><thead>{head}</thead>'
                f"<tbody>{rows}</tbody></table></div></section>"
            )

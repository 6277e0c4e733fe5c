"""``evaluate``: the command line of the harness."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from bot.evaluate.systems import SYSTEMS
from vectorstore.errors import BadSet

if TYPE_CHECKING:
    from bot.evaluate.result import Result

Sets = Annotated[list[Path] | None, typer.Argument(help="Set folders; or result files of earlier runs.")]
Out = Annotated[Path | None, typer.Option(help="Write the result here, as JSON; of several, one file each.")]
Html = Annotated[Path | None, typer.Option(help="Write a report here: one file, to be opened in a browser.")]
Limit = Annotated[int | None, typer.Option(min=1, help="Ask only this many questions, evenly spread over the set.")]
Model = Annotated[str | None, typer.Option(help='A chat model, "provider:name"; quotes without one.')]
Retrievers = Annotated[str, typer.Option("--retriever", help=f"{', '.join(SYSTEMS)}; or several with commas.")]
AsOfField = Annotated[str | None, typer.Option(help="Where a question says when it is asked: meta.question_date.")]
ArticleField = Annotated[str | None, typer.Option(help="Where a question names its only article: meta.article_id.")]
Data = Annotated[Path, typer.Option(help="Where filled libraries are kept and used again.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Fill and ask anew.")]
Bare = Annotated[bool, typer.Option("--bare", help="Leave all texts out of the result file: a baseline for --gate.")]
Judge = Annotated[str | None, typer.Option(help='A chat model that judges the answers, "provider:name"; kept apart.')]
Compare = Annotated[tuple[Path, Path] | None, typer.Option(help="Two result files: what changed, and is it real?")]
Gate = Annotated[Path | None, typer.Option(help="A result file: fail if a measure is significantly worse than in it.")]
Table = Annotated[bool, typer.Option("--table", help="Print Markdown tables of the results.")]


def evaluate(
    sets: Sets = None,
    out: Out = None,
    html: Html = None,
    limit: Limit = None,
    model: Model = None,
    retriever: Retrievers = SYSTEMS[0],
    as_of_field: AsOfField = None,
    article_field: ArticleField = None,
    data: Data = Path("data/evaluate"),
    fresh: Fresh = False,
    bare: Bare = False,
    judge: Judge = None,
    compare: Compare = None,
    gate: Gate = None,
    table: Table = False,
) -> None:
    """Measure how good every part is on sets of questions; docs/evaluation.md says how to make and read one."""
    from bot.evaluate.carry_out import Order, carry_out_all, named_apart

    if compare:
        _compare(*compare)
        return
    order = partial(Order, model=model, judge=judge, limit=limit, data=data, fresh=fresh, out=out, texts=not bare)
    orders = [
        order(folder=folder, system=system, as_of_field=as_of_field, article_field=article_field)
        for folder in sets or []
        for system in (SYSTEMS[:1] if folder.is_file() else systems(retriever))
    ]
    if not orders:
        raise BadSet("name a set folder, such as bot/evaluate/bundled")
    try:
        results = carry_out_all(named_apart(orders))
    except KeyboardInterrupt:
        typer.echo("stopped: the same command goes on from here", err=True)
        raise typer.Exit(130) from None
    _present(results, html, table)
    if gate:
        _gate(gate, results)


def systems(named: str) -> list[str]:
    """The systems in a list with commas. Raises ``BadSet`` for one that is not there."""
    names = [name.strip() for name in named.split(",")]
    unknown = [name for name in names if name not in SYSTEMS]
    if unknown:
        raise BadSet(f"no retriever {unknown[0]!r}: there are {', '.join(SYSTEMS)}")
    return names


def _present(results: Sequence[Result], html: Path | None, table: bool) -> None:
    from rich.console import Console

    from bot.evaluate.report import report
    from bot.evaluate.show import show
    from bot.evaluate.table import markdown

    if table:
        typer.echo(markdown(results))
    else:
        show(results, Console())
    if html:
        html.write_text(report(results), encoding="utf-8")


def _compare(old: Path, new: Path) -> None:
    from bot.evaluate.compare import compare
    from bot.evaluate.result import read

    found = compare(read(old), read(new))
    for change in sorted(found, key=lambda change: (change.measure.part == "cost", change.p)):
        typer.echo(change)
    for outcome in ("better", "worse"):
        names = [change.measure.name for change in found if change.outcome == outcome]
        typer.echo(f"really {outcome}: {', '.join(names) or 'nothing'}")


def _gate(path: Path, results: Sequence[Result]) -> None:
    from bot.evaluate.compare import lost
    from bot.evaluate.result import read

    baseline = read(path)
    losses = [loss for result in results for loss in lost(baseline, result)]
    for loss in losses:
        typer.echo(f"lost: {loss}", err=True)
    if losses:
        raise typer.Exit(1)
    typer.echo(f"nothing is significantly worse than on {baseline.date[:10]} ({baseline.commit})")

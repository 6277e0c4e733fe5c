"""The plots of a report, as self-contained SVG images. Drawn with matplotlib, without its global state."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from bot.evaluate.result import Figure, Result

if TYPE_CHECKING:
    from matplotlib.axes import Axes

COLOURS = ("#1f5f8b", "#d1495b", "#e0a030", "#5f8f5f", "#7a5195", "#8d96a3")
"""One a system, in order; told apart by colour-blind readers too."""
INK, FAINT = "#24292f", "#d8dee4"
STYLE: dict[Any, Any] = {
    "font.family": "sans-serif",
    "font.sans-serif": ["DejaVu Sans"],
    "font.size": 9,
    "text.color": INK,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.grid": True,
    "axes.axisbelow": True,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "xtick.color": INK,
    "ytick.color": INK,
    "legend.frameon": False,
    "svg.hashsalt": "articlebot",
}
FOLLOWED = {
    "hit@1": "article first",
    "hit@5": "article in 5",
    "quote_hit@5": "passage in 5",
    "answer_right": "answer right",
}
FEWEST = 3
"""A kind with fewer questions is not worth a line in a plot."""
STAGES = {"first_sentence": "(to 1st sentence)"}
"""What to call stages that are not what their names say."""
WIDTH, HEIGHT = 5.4, 3.2  # inches


@dataclass(frozen=True, slots=True, kw_only=True)
class Plot:
    """An image, and what it shows in words."""

    source: str  # a data: address
    title: str
    note: str


@contextmanager
def drawn(height: float = HEIGHT) -> Iterator[tuple[Axes, list[str]]]:
    """Axes to draw on, and a list that holds the address of the image once the ``with`` is left."""
    from matplotlib import rc_context
    from matplotlib.figure import Figure as Canvas

    image: list[str] = []
    with rc_context(STYLE):
        canvas = Canvas(figsize=(WIDTH, height), layout="constrained")
        yield canvas.subplots(), image
        buffer = BytesIO()
        canvas.savefig(buffer, format="svg", transparent=True, metadata={"Date": None})
    image.append("data:image/svg+xml;base64," + base64.b64encode(buffer.getvalue()).decode())


def hits_by_k(results: Sequence[Result]) -> Plot | None:
    """How far down the list the right article is."""
    curves = {result.label: result.curves["hits_by_k"] for result in results if "hits_by_k" in result.curves}
    if not curves:
        return None
    with drawn() as (axes, image):
        for (label, points), colour in zip(curves.items(), COLOURS * len(curves), strict=False):
            axes.plot(*_columns(points), marker="o", markersize=4, color=colour, label=label)
        axes.set(xlabel="articles looked at", ylabel="questions", ylim=(0, 1.02), xticks=range(1, 11))
        _percent(axes, "y")
        axes.legend(loc="lower right")
    return Plot(
        source=image[0],
        title="Is the right article found?",
        note="Share of questions with a relevant article among the first k.",
    )


def risk_coverage(results: Sequence[Result]) -> Plot | None:
    """What is paid for answering more."""
    curves = {result.label: result.curves["risk_coverage"] for result in results if "risk_coverage" in result.curves}
    if not curves:
        return None
    with drawn() as (axes, image):
        for (label, points), colour in zip(curves.items(), COLOURS * len(curves), strict=False):
            coverage, risk = _columns(points)
            axes.plot(coverage, risk, color=colour, label=label)
            axes.plot(coverage[-1:], risk[-1:], marker="o", markersize=5, color=colour)
        axes.set(xlabel="questions answered, most confident first", ylabel="answers that are wrong")
        axes.set(xlim=(0, 1.02), ylim=(0, 1.02))
        _percent(axes, "x")
        _percent(axes, "y")
        axes.legend(loc="upper left")
    return Plot(
        source=image[0],
        title="When it answers more, how often is it wrong?",
        note="A dot marks where the bot itself stops answering. An answer to an unanswerable question is wrong.",
    )


def reliability(results: Sequence[Result]) -> Plot | None:
    """Whether confidence means what it says."""
    curves = {result.label: result.curves["reliability"] for result in results if "reliability" in result.curves}
    if not curves:
        return None
    with drawn() as (axes, image):
        axes.plot([0, 1], [0, 1], color=INK, linewidth=0.8, linestyle="--")
        for (label, points), colour in zip(curves.items(), COLOURS * len(curves), strict=False):
            axes.plot(*_columns(points), marker="o", markersize=4, color=colour, label=label)
        axes.set(xlabel="confidence that the articles answer", ylabel="questions they answer")
        axes.set(xlim=(0, 1.02), ylim=(0, 1.02))
        _percent(axes, "x")
        _percent(axes, "y")
        axes.legend(loc="lower right")
    return Plot(
        source=image[0],
        title="Does its confidence mean what it says?",
        note="The questions in each tenth of confidence. On the dashed line it is right about itself.",
    )


def latency(results: Sequence[Result]) -> Plot | None:
    """Where the time goes."""
    result = results[0]
    stages = [name.partition(":")[2] for name in result.measures if name.startswith("latency_p50_ms:")]
    rows = {"whole answer": "", **{STAGES.get(stage, stage): f":{stage}" for stage in stages}}
    bars = {
        percent: [_value(result.measures.get(f"latency_p{percent}_ms{suffix}")) for suffix in rows.values()]
        for percent in (50, 95)
    }
    if not any(bars[50]):
        return None
    with drawn(0.9 + 0.42 * len(rows)) as (axes, image):
        for offset, (percent, values) in zip((-0.19, 0.19), bars.items(), strict=True):
            places = [place + offset for place in range(len(rows))]
            shown = axes.barh(places, values, height=0.36, color=COLOURS[0], alpha=1.0 if percent == 50 else 0.35)
            shown.set_label("half of the questions take less" if percent == 50 else "95 % take less")
            axes.bar_label(shown, [f"{value:,.0f}" if value >= 10 else f"{value:.1f}" for value in values], padding=3)
        axes.set(xlabel="milliseconds", yticks=range(len(rows)), yticklabels=rows)
        axes.invert_yaxis()
        axes.grid(visible=False, axis="y")
        axes.margins(x=0.12)
        axes.legend(ncols=2, loc="lower center", bbox_to_anchor=(0.5, 1.0))
    return Plot(source=image[0], title="Where does the time go?", note=f"{result.label}; measured on {result.machine}.")


def ways(result: Result) -> Plot | None:
    """Whether follow-ups are understood."""
    by_way = result.slices.get("way", {})
    shown = {
        "hit@1": "article first",
        "hit@5": "article in 5",
        "quote_hit@5": "passage in 5",
        "answer_right": "answer right",
    }
    shown = {name: said for name, said in shown.items() if any(name in figures for figures in by_way.values())}
    if not (by_way and shown):
        return None
    with drawn() as (axes, image):
        ordered = [way for way in ("as typed", "ours", "human rewrite") if way in by_way]
        for offset, way in enumerate(ordered):
            figures = [by_way[way].get(name, Figure(value=0.0)) for name in shown]
            places = [place + 0.26 * (offset - 1) for place in range(len(shown))]
            values = [figure.value for figure in figures]
            axes.bar(places, values, 0.24, color=COLOURS[(offset + 2) % 3 if offset != 1 else 0], label=way)
            axes.errorbar(places, values, _errors(figures), fmt="none", ecolor=INK, elinewidth=1, capsize=2)
        axes.set(ylabel="questions", ylim=(0, 1.05), xticks=range(len(shown)), xticklabels=shown.values())
        _percent(axes, "y")
        axes.grid(visible=False, axis="x")
        axes.legend(ncols=3, loc="lower center", bbox_to_anchor=(0.5, 1.0))
    return Plot(
        source=image[0],
        title="Are follow-ups understood?",
        note="The same follow-ups searched as typed, with the conversation, and as a person rewrote them.",
    )


def slices(result: Result, field: str, names: Mapping[str, str]) -> Plot | None:
    """How kinds of question differ; ``names`` are the measures and what to call them."""
    by_value = {
        value: figures
        for value, figures in result.slices[field].items()
        if any(figures[name].n >= FEWEST for name in names if name in figures)
    }
    if len(by_value) < 2:
        return None
    with drawn(0.9 + 0.17 * len(names) * len(by_value)) as (axes, image):
        for number, (name, said) in enumerate(names.items()):
            offset = 0.3 * (number - (len(names) - 1) / 2)
            told = [(place, figures[name]) for place, figures in enumerate(by_value.values()) if name in figures]
            places, figures = [place + offset for place, _ in told], [figure for _, figure in told]
            values = [figure.value for figure in figures]
            axes.errorbar(
                values, places, xerr=_errors(figures), fmt="o", color=COLOURS[number], markersize=5, label=said
            )
        labels = [
            f"{value} ({max(figures[name].n for name in names if name in figures)})"
            for value, figures in by_value.items()
        ]
        axes.set(yticks=range(len(by_value)), yticklabels=labels, xlim=(-0.02, 1.02))
        axes.set_ylim(-0.6, len(by_value) - 0.4)
        axes.invert_yaxis()
        _percent(axes, "x")
        axes.legend(ncols=len(names), loc="lower center", bbox_to_anchor=(0.5, 1.0))
    return Plot(
        source=image[0],
        title=f"By {field.replace('_', ' ')}",
        note=f"{result.label}, with 95 % intervals; the number of questions is in brackets.",
    )


def _columns(points: Sequence[tuple[float, float]]) -> tuple[list[float], list[float]]:
    return [x for x, _ in points], [y for _, y in points]


def _value(figure: Figure | None) -> float:
    return figure.value if figure else 0.0


def _errors(figures: Sequence[Figure]) -> list[list[float]]:
    """Lengths below and above, as matplotlib wants them."""
    bounds = [(one.value, one.value if one.low is None else one.low, one.high or one.value) for one in figures]
    return [[max(value - low, 0) for value, low, _ in bounds], [max(high - value, 0) for value, _, high in bounds]]


def _percent(axes: Axes, axis: str) -> None:
    from matplotlib.ticker import PercentFormatter

    formatter: Any = PercentFormatter(1.0)
    (axes.xaxis if axis == "x" else axes.yaxis).set_major_formatter(formatter)

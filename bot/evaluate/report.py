"""Results as one HTML file that needs nothing else: headline figures, plots, all figures, and the failures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from bot.evaluate import plots
from bot.evaluate.compare import Change, compare
from bot.evaluate.measures import measure_named
from bot.evaluate.measures.measure import Part
from bot.evaluate.plots import Plot
from bot.evaluate.result import ClaimResult, Figure, QuestionResult, Result
from bot.evaluate.show import digits, unit_of, written
from vectorstore.errors import BadSet

TEMPLATES = Path(__file__).parent / "templates"
MOST_FAILURES = 300
MOST_SLICES = 4
MOST_KINDS = 24

HEADLINES = {
    "hit@5": "of questions have the right article among the first five found",
    "answer_right": "of answerable questions are answered right",
    "selective_risk": "of the answers given are wrong",
    "refusal_recall": "of unanswerable questions are declined",
    "over_refusal": "of answerable questions are declined",
    "verbatim": "of quotes are the article's own words, letter by letter",
    "support_bacc": "of sentences are told rightly to be supported or not, both kinds counting the same",
    "supported_precision": "of sentences that pass the check are supported",
    "latency_p50_ms": "or less is what half of the answers take",
}
SLICED = {"hit@5": "right article in 5", "answer_right": "answered right"}
FIRST_FIELDS = ("tier", "question_type", "type", "answerability", "turn", "domain", "sources_needed")
OWN_PLOT = ("way", "answerable", "history")

FAILURES = {
    "not found": "the right article is not among the first five",
    "found, not said": "the right article was found, but the answer does not say what was expected",
    "refused": "the right article was found, but the bot declined",
    "answered the unanswerable": "the articles do not hold the answer, but the bot gave one",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A headline figure."""

    value: str
    interval: str
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A measure of all systems: what each measured, and how it compares with the first."""

    name: str
    part: str
    definition: str
    cells: tuple[tuple[str, str], ...]  # the figure; "better", "worse" or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Failed:
    """What one system got wrong, and how often in which way."""

    label: str
    questions: tuple[QuestionResult, ...]
    claims: tuple[ClaimResult, ...]
    kinds: tuple[tuple[str, int], ...]
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All about one set."""

    name: str
    first: Result
    labels: tuple[str, ...]
    counts: str
    cards: tuple[Card, ...]
    plots: tuple[Plot, ...]
    rows: Mapping[str, tuple[Row, ...]]  # by part
    judges: tuple[tuple[str, str, str], ...]
    failed: tuple[Failed, ...]


def report(results: Sequence[Result]) -> str:
    """The report as HTML."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    names = dict.fromkeys(result.set for result in results)
    sections = [section([result for result in results if result.set == name]) for name in names]
    return environment.get_template("report.html").render(sections=sections, failures=FAILURES)


def section(results: Sequence[Result]) -> Section:
    """What is shown of one set; the first result is the one in the headlines."""
    first = results[0]
    return Section(
        name=first.set,
        first=first,
        labels=tuple(result.label for result in results),
        counts=", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in first.counts.items() if count),
        cards=tuple(_cards(first)),
        plots=tuple(_plots(results)),
        rows=_by_part(_rows(results)),
        judges=tuple(
            (result.label, result.judge.model, f"{aspect} {written(figure, 'share')}")
            for result in results
            if result.judge
            for aspect, figure in result.judge.measures.items()
        ),
        failed=tuple(map(_failed, results)),
    )


def _cards(result: Result) -> Iterator[Card]:
    for name, says in HEADLINES.items():
        if name in result.measures:
            yield _card(result.measures[name], name, says)


def _card(figure: Figure, name: str, says: str) -> Card:
    scale, unit = (100, "%") if unit_of(name) == "share" else (1, "ms")
    value, low, high = (
        "" if bound is None else digits(round(scale * bound)) for bound in (figure.value, figure.low, figure.high)
    )
    interval = f"{low} to {high} {unit}, " if low and high else ""
    return Card(value=f"{value} {unit}", interval=f"{interval}n = {figure.n:,}", says=says)


def _plots(results: Sequence[Result]) -> list[Plot]:
    first = results[0]
    fields = [field for field in first.slices if field not in OWN_PLOT and len(first.slices[field]) <= MOST_KINDS]
    fields.sort(key=lambda field: FIRST_FIELDS.index(field) if field in FIRST_FIELDS else len(FIRST_FIELDS))
    made = [
        plots.hits_by_k(results),
        plots.risk_coverage(results),
        plots.reliability(results),
        plots.ways(first),
        plots.latency(results),
        *[plots.slices(first, field, SLICED) for field in fields[:MOST_SLICES]],
    ]
    return [plot for plot in made if plot]


def _rows(results: Sequence[Result]) -> list[Row]:
    changes = [_changes(results[0], other) for other in results[1:]]
    rows = []
    for name in dict.fromkeys(name for result in results for name in result.measures):
        measure = measure_named(name)
        figures = [result.measures.get(name) for result in results]
        outcomes = ["", *(_outcome(of_other.get(name)) for of_other in changes)]
        cells = [written(figure, unit_of(name)) if figure else "" for figure in figures]
        rows.append(
            Row(
                name=name,
                part=measure.part if measure else "cost",
                definition=measure.definition.replace("``", "") if measure else "",
                cells=tuple(zip(cells, outcomes, strict=True)),
            )
        )
    return rows


def _by_part(rows: Sequence[Row]) -> dict[str, tuple[Row, ...]]:
    sorted_out = {part: tuple(row for row in rows if row.part == part) for part in get_args(Part)}
    return {part: of_part for part, of_part in sorted_out.items() if of_part}


def _changes(first: Result, other: Result) -> dict[str, Change]:
    try:
        return {change.measure.name: change for change in compare(first, other)}
    except BadSet:
        return {}


def _outcome(change: Change | None) -> str:
    return change.outcome if change and change.outcome in ("better", "worse") else ""


def _failed(result: Result) -> Failed:
    questions = [row for row in result.questions if row.failure]
    claims = [row for row in result.claims if (row.label == "supported") != (row.support == "supported")]
    kinds: Counter[str] = Counter(row.failure for row in questions)
    return Failed(
        label=result.label,
        questions=tuple(questions[:MOST_FAILURES]),
        claims=tuple(claims[:MOST_FAILURES]),
        kinds=tuple((kind, kinds[kind]) for kind in FAILURES if kinds[kind]),
        left_out=max(len(questions) - MOST_FAILURES, 0) + max(len(claims) - MOST_FAILURES, 0),
    )

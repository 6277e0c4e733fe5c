"""Results as Markdown tables: what ``docs/evaluation.md`` holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

from bot.evaluate.measures import MEASURES
from bot.evaluate.measures.measure import Part
from bot.evaluate.result import Figure, Result
from bot.evaluate.show import unit_of, written

SHOWN = (
    *("hit@1", "hit@5", "hit@10", "recall_all@10", "ndcg@10", "mrr@10", "quote_hit@5"),
    *("answer_contains", "answer_in_1", "answer_in_3", "answer_right", "f1", "answer_recall"),
    *("citation_precision", "citation_recall", "quote_precision", "quote_recall", "verbatim"),
    *(
        "refusal_precision",
        "refusal_recall",
        "nothing_found",
        "over_refusal",
        "refusal_auroc",
        "selective_risk",
        "aurc",
    ),
    *("support_bacc", "support_auroc", "supported_precision", "supported_recall", "unsupported_recall"),
    *("model_verified", "model_quoted", "model_dropped", "model_declined", "model_shown"),
    *("rewrite_f1", "typed_f1"),
    *("latency_p50_ms", "latency_p95_ms", "ingest_chunks_per_s", "ingest_characters_per_s"),
    *("peak_memory_mb", "index_mb"),
)
SLICES = ("tier", "way", "answerable")
"""The slices that get a table of their own, where a set has them."""
SLICED = ("hit@1", "hit@5", "hit@10", "quote_hit@5", "answer_contains", "answer_right", "refusal_recall", "rewrite_f1")


def markdown(results: Sequence[Result]) -> str:
    """A section for each set: one column a system, and one row a measure; then its slices."""
    names = dict.fromkeys(result.set for result in results)
    return "\n\n".join(_section([result for result in results if result.set == name]) for name in names)


def measures_table() -> str:
    """Every measure with its definition, as ``docs/evaluation.md`` holds them."""
    lines = [_line(["measure", "part", "better", "what it is"]), _line(["---"] * 4)]
    lines += [
        _line([f"`{measure.name}`", measure.part, measure.better, " ".join(measure.definition.split())])
        for measure in sorted(MEASURES.values(), key=lambda measure: get_args(Part).index(measure.part))
    ]
    return "\n".join(lines)


def _section(results: Sequence[Result]) -> str:
    first = results[0]
    counts = ", ".join(f"{count:,} {name.replace('_', ' ')}" for name, count in first.counts.items() if count)
    parts = [
        f"### {first.set}",
        f"{counts}. {first.date[:10]}, commit {first.commit}, {first.machine}.",
        _table("measure", SHOWN, {result.label: result.measures for result in results}),
    ]
    for field in SLICES:
        columns = {
            f"{result.label}, {value} ({max(figure.n for figure in figures.values())})": figures
            for result in results
            for value, figures in result.slices.get(field, {}).items()
            if figures
        }
        if columns:
            parts += [f"By {field}:", _transposed(field, SLICED, columns)]
    return "\n\n".join(parts)


def _table(corner: str, rows: Iterable[str], columns: Mapping[str, Mapping[str, Figure]]) -> str:
    lines = [_line([corner, *columns]), _line(["---"] * (1 + len(columns)))]
    for row in rows:
        if any(row in figures for figures in columns.values()):
            lines.append(_line([row, *(_cell(figures, row) for figures in columns.values())]))
    return "\n".join(lines)


def _transposed(corner: str, names: Iterable[str], columns: Mapping[str, Mapping[str, Figure]]) -> str:
    shown = [name for name in names if any(name in figures for figures in columns.values())]
    lines = [_line([corner, *shown]), _line(["---"] * (1 + len(shown)))]
    lines += [_line([label, *(_cell(figures, name) for name in shown)]) for label, figures in columns.items()]
    return "\n".join(lines)


def _cell(figures: Mapping[str, Figure], name: str) -> str:
    return written(figures[name], unit_of(name)) if name in figures else ""


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |"

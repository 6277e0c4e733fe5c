"""Rows of a run made into figures with intervals, by kind of question too, and into curves."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

import numpy as np

from bot.evaluate.gold import EvaluationSet, Question
from bot.evaluate.measures import MEASURES
from bot.evaluate.measures.measure import Measure
from bot.evaluate.measures.refusals import reliability, risk_coverage
from bot.evaluate.measures.retrieval import first_relevant, relevant
from bot.evaluate.result import Figure
from bot.evaluate.rows import Answered
from bot.evaluate.statistics import interval

MOST_VALUES = 30
"""A meta field with more different values than this is a text or an id, not a kind of question."""
NO_KINDS = ("same_text_in", "all_of", "conversation", "conversation_id", "article_id", "note")
"""Meta fields that say something about one question, and are no kind of question."""
SLICE_RESAMPLES = 1_000
DEEPEST = 10

R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured(Generic[R]):
    """A row with what it contributes to each measure that applies to it."""

    row: R
    values: Mapping[str, tuple[float, ...]]


def measured(rows: Iterable[R], measures: Sequence[Measure]) -> list[Measured[R]]:
    """The rows with their contributions, worked out once."""
    return [Measured(row=row, values=_contributions(row, measures)) for row in rows]


def figures(rows: Sequence[Measured[Any]], measures: Iterable[Measure], *, resamples: int = 2_000) -> dict[str, Figure]:
    """Every measure that applies to a row, with its interval; not those that cannot be told."""
    made = ((measure.name, _figure(measure, rows, resamples)) for measure in measures)
    return {name: figure for name, figure in made if figure is not None}


def slices(rows: Sequence[Measured[Answered]]) -> dict[str, dict[str, dict[str, Figure]]]:
    """The figures by each meta field with few values, and by whether there is a history or an answer."""
    sliced: defaultdict[str, defaultdict[str, list[Measured[Answered]]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for field, values in _kinds(row.row.question).items():
            for value in values:
                sliced[field][value].append(row)
    return {
        field: {value: _quality(by_value[value]) for value in sorted(by_value, key=_natural)}
        for field, by_value in sorted(sliced.items())
        if 1 < len(by_value) <= MOST_VALUES and len(by_value) < len(rows)
    }


def by_way(rows: Sequence[Measured[Answered]], others: Sequence[Measured[Answered]]) -> dict[str, dict[str, Figure]]:
    """The figures of follow-ups asked in three ways, over the same follow-ups each."""
    ids = {row.row.asked.id for row in others}
    by: defaultdict[str, list[Measured[Answered]]] = defaultdict(list)
    for row in [*rows, *others]:
        if row.row.asked.id in ids:
            by[row.row.asked.way].append(row)
    return {way: _quality(of) for way, of in by.items()}


def curves(rows: Sequence[Answered]) -> dict[str, list[tuple[float, float]]]:
    """Hits by k, risk by coverage, and what is answerable by confidence."""
    told = [row for row in rows if relevant(row)]
    ranks = [first_relevant(row) for row in told]
    hits = [(float(k), sum(rank <= k for rank in ranks) / len(told)) for k in range(1, DEEPEST + 1) if told]
    found = {"hits_by_k": hits, "risk_coverage": risk_coverage(rows), "reliability": reliability(rows)}
    return {name: points for name, points in found.items() if points}


def counts(evaluation_set: EvaluationSet, library: Mapping[str, int]) -> dict[str, int]:
    """How much there is of everything."""
    questions = evaluation_set.questions
    return {
        "articles": len(evaluation_set.articles),
        "undated_articles": sum(article.published is None for article in evaluation_set.articles),
        **library,
        "questions": len(questions),
        "answerable": sum(question.answerable is True for question in questions),
        "unanswerable": sum(question.answerable is False for question in questions),
        "with_history": sum(bool(question.history) for question in questions),
        "claims": len(evaluation_set.claims),
        "rewrites": len(evaluation_set.rewrites),
    }


def _natural(value: str) -> tuple[bool, float, str]:
    """Numbers by size, before words."""
    number = value.isdecimal()
    return not number, float(value) if number else 0.0, value


def _figure(measure: Measure, rows: Sequence[Measured[Any]], resamples: int) -> Figure | None:
    given = [row.values[measure.name] for row in rows if measure.name in row.values]
    if not given:
        return None
    values = np.array(given, dtype=np.float64)
    value = float(measure.pool(values))
    if np.isnan(value):
        return None
    low, high = interval(values, measure.pool, resamples=resamples) or (None, None)
    return Figure(value=value, low=low, high=high, n=len(values))


def _quality(rows: Sequence[Measured[Answered]]) -> dict[str, Figure]:
    measures = [measure for measure in MEASURES.values() if measure.part != "cost"]
    return figures(rows, measures, resamples=SLICE_RESAMPLES)


def _contributions(row: object, measures: Iterable[Measure]) -> dict[str, tuple[float, ...]]:
    given = ((measure.name, measure.contribution(row)) for measure in measures)
    return {name: values for name, values in given if values is not None}


def _kinds(question: Question) -> dict[str, list[str]]:
    given: dict[str, Any] = {
        **{field: value for field, value in question.meta.items() if field not in NO_KINDS},
        "answerable": question.answerable,
        "history": bool(question.history),
        "sources_needed": len({one.article_id for one in question.evidence}) or None,
    }
    listed = {field: value if isinstance(value, list) else [value] for field, value in given.items()}
    return {
        field: [str(value) for value in values if isinstance(value, str | int | bool)]
        for field, values in listed.items()
    }

"""Rows of a run made into its result: figures with intervals, slices, curves, and a record of each question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from bot.evaluate.gold import EvaluationSet, Question
from bot.evaluate.measures import MEASURES, cost
from bot.evaluate.measures.answers import expected, right
from bot.evaluate.measures.measure import Measure
from bot.evaluate.measures.refusals import risk_coverage
from bot.evaluate.measures.retrieval import ranking, relevant
from bot.evaluate.result import ClaimResult, Failure, Figure, Passage, QuestionResult, RewriteResult, Values
from bot.evaluate.rows import Answered, Followed, Judged
from bot.evaluate.statistics import interval

MOST_VALUES = 30
"""A meta field with more different values than this is a text or an id, not a kind of question."""
SLICE_RESAMPLES = 1_000
SHOWN_FOUND, SHOWN_CHARACTERS = 10, 300
DEEPEST = 10


def figure(measure: Measure, rows: Sequence[object], *, resamples: int = 2_000) -> Figure | None:
    """The measure over the rows with its interval; None when it does not apply, or cannot be told."""
    values = measure.values(rows)
    value = float(measure.pool(values)) if len(values) else float("nan")
    if value != value:  # nan
        return None
    bounds = interval(values, measure.pool, resamples=resamples)
    return Figure(value=value, low=bounds and bounds[0], high=bounds and bounds[1], n=len(values))


def figures(rows: Sequence[object], measures: Iterable[Measure], *, resamples: int = 2_000) -> dict[str, Figure]:
    """Every measure that applies."""
    made = ((measure.name, figure(measure, rows, resamples=resamples)) for measure in measures)
    return {name: value for name, value in made if value is not None}


def all_figures(rows: Sequence[object]) -> dict[str, Figure]:
    """Every measure, and the latency of every stage."""
    return figures(rows, [*MEASURES.values(), *cost.stages(rows)])


def slices(rows: Sequence[Answered]) -> dict[str, dict[str, dict[str, Figure]]]:
    """The figures by each meta field with few values, and by whether there is a history or an answer."""
    sliced: defaultdict[str, defaultdict[str, list[Answered]]] = defaultdict(lambda: defaultdict(list))
    for row in rows:
        for field, values in _kinds(row.question).items():
            for value in values:
                sliced[field][value].append(row)
    measures = [measure for measure in MEASURES.values() if measure.part != "cost"]
    return {
        field: {value: figures(of, measures, resamples=SLICE_RESAMPLES) for value, of in sorted(by_value.items())}
        for field, by_value in sorted(sliced.items())
        if 1 < len(by_value) <= MOST_VALUES and len(by_value) < len(rows)
    }


def by_way(rows: Sequence[Answered], others: Sequence[Answered]) -> dict[str, dict[str, Figure]]:
    """The figures of follow-ups asked in three ways, over the same follow-ups each."""
    ids = {row.asked.id for row in others}
    by: defaultdict[str, list[Answered]] = defaultdict(list)
    for row in [*rows, *others]:
        if row.asked.id in ids:
            by[row.asked.way].append(row)
    measures = [measure for measure in MEASURES.values() if measure.part != "cost"]
    return {way: figures(of, measures, resamples=SLICE_RESAMPLES) for way, of in by.items()}


def curves(rows: Sequence[Answered]) -> dict[str, list[tuple[float, float]]]:
    """Hits by k, and risk by coverage."""
    told = [row for row in rows if relevant(row)]
    ranks = [_first_relevant(row) for row in told]
    hits = [(float(k), sum(rank <= k for rank in ranks) / len(told)) for k in range(1, DEEPEST + 1) if told]
    return {name: points for name, points in (("hits_by_k", hits), ("risk_coverage", risk_coverage(rows))) if points}


def question_result(row: Answered, measures: Sequence[Measure]) -> QuestionResult:
    """The record of a question."""
    question, asked = row.question, row.asked
    return QuestionResult(
        id=question.id,
        way=asked.way,
        question=question.question,
        searched=asked.searched,
        found=tuple(_passage(one.article_id, one.title, one.text) for one in asked.found[:SHOWN_FOUND]),
        answered=asked.text,
        cited=tuple(_passage(one.article_id, "", one.quote) for one in asked.citations),
        refusal=asked.refusal,
        confidence=asked.confidence,
        answerable=question.answerable,
        expected=question.answers,
        evidence=tuple(_passage(one.article_id, "", one.quote) for one in question.evidence),
        meta=question.meta,
        failure=failure(row),
        values=contributions(row, measures),
    )


def claim_result(row: Judged) -> ClaimResult:
    """The record of a claim."""
    return ClaimResult(
        id=row.claim.id,
        claim=row.claim.claim,
        label=row.claim.label,
        support=row.checked.support.value,
        score=row.checked.score,
        values=contributions(row, MEASURES.values()),
    )


def rewrite_result(row: Followed) -> RewriteResult:
    """The record of a follow-up."""
    return RewriteResult(
        id=row.rewrite.id,
        question=row.rewrite.question,
        searched=row.rewritten.searched,
        expected=row.rewrite.rewrite,
        values=contributions(row, MEASURES.values()),
    )


def contributions(row: object, measures: Iterable[Measure]) -> Values:
    """What a row contributes to each measure that applies to it."""
    given = ((measure.name, measure.contribution(row)) for measure in measures)
    return {name: values[0] if len(values) == 1 else values for name, values in given if values is not None}


def failure(row: Answered) -> Failure:
    """What went wrong with a question, by the first stage that failed; empty when nothing can be told to have."""
    if row.question.answerable is False:
        return "" if row.asked.refusal else "answered the unanswerable"
    if not expected(row) or right(row):
        return ""
    if relevant(row) and _first_relevant(row) > 5:
        return "not found"
    return "refused" if row.asked.refusal else "found, not said"


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


def _kinds(question: Question) -> dict[str, list[str]]:
    given: dict[str, Any] = {
        **question.meta,
        "answerable": question.answerable,
        "history": bool(question.history),
        "sources_needed": len({one.article_id for one in question.evidence}) or None,
    }
    listed = {field: value if isinstance(value, list) else [value] for field, value in given.items()}
    return {
        field: [str(value) for value in values if isinstance(value, str | int | bool)]
        for field, values in listed.items()
    }


def _first_relevant(row: Answered) -> int:
    gold, found = set(relevant(row)), ranking(row)
    return next((rank for rank, id in enumerate(found, start=1) if id in gold), len(found) + DEEPEST + 1)


def _passage(article_id: str, title: str, text: str) -> Passage:
    cut = text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
    return Passage(article_id=article_id, title=title, text=cut)

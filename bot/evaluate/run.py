"""Runs one system on one set: fill, ask, check, rewrite; then the rows become the result."""

from __future__ import annotations

import hashlib
import json
import resource
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from bot.evaluate import figures, provenance, records
from bot.evaluate.asking import Scoping, asked, checked, rewritten, ways
from bot.evaluate.gold import EvaluationSet
from bot.evaluate.measures import MEASURES, cost
from bot.evaluate.result import Figure, Result
from bot.evaluate.resume import Row, RowsFile, Task
from bot.evaluate.rows import Answered, Asked, Checked, Followed, Ingested, Judged, Rewritten
from bot.evaluate.store import Progress, Store, store_for
from bot.evaluate.systems import System

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """Which system is measured, how it is opened, and where its questions say what they are narrowed to."""

    name: str  # "hybrid", "dense", "words" or "tutorial"
    kind: str  # systems of one kind share a filled library
    opener: Callable[[Path], System]
    data: Path = Path("data/evaluate")
    as_of_field: str | None = None
    article_field: str | None = None
    fresh: bool = False  # fill and ask anew, whatever is there


@dataclass(frozen=True, slots=True, kw_only=True)
class Rows:
    """All rows of a run, joined with the set."""

    questions: list[Answered]
    followups: list[Answered]
    claims: list[Judged]
    rewrites: list[Followed]
    ingested: list[Ingested]


def evaluate(evaluation_set: EvaluationSet, plan: Plan, progress: Progress) -> Result:
    """Run, or go on with a run that was interrupted, and measure.

    Raises:
        BadSet: a question names no date or article where the plan says it should.
    """
    store = store_for(evaluation_set, plan.kind, plan.data)
    if plan.fresh:
        store.clear()
    with closing(store.open(plan.opener)) as system:
        ingested = store.fill(system, evaluation_set, progress) if evaluation_set.articles else []
        rows_file = RowsFile(path=store.runs / f"{plan.name}.jsonl", key=_key(evaluation_set, plan, system))
        for row in _missing(system, evaluation_set, plan, rows_file, progress):
            rows_file.append(row)
        rows = _joined(evaluation_set, rows_file.rows, ingested)
        result = _result(evaluation_set, plan, system, _footprint(store), rows)
    rows_file.remove()
    return result


def _missing(
    system: System, evaluation_set: EvaluationSet, plan: Plan, rows_file: RowsFile, progress: Progress
) -> Iterator[Row]:
    """The rows that are not in the file yet, one by one."""
    tasks = _tasks(system, evaluation_set, plan)
    for doing, of_kind in tasks.items():
        left = {task: run for task, run in of_kind.items() if task not in rows_file.done}
        tick = progress.begin(doing, len(of_kind), len(of_kind) - len(left))
        for run in left.values():
            yield run()
            tick(1)


def _tasks(system: System, evaluation_set: EvaluationSet, plan: Plan) -> dict[str, dict[Task, Callable[[], Row]]]:
    """What there is to do, by what it is called; each task is named like the row that comes of it."""
    scoping = Scoping(as_of_field=plan.as_of_field, article_field=plan.article_field)
    ask = partial(asked, system, scoping=scoping, counting=bool(system.settings.get("model")))
    tasks: dict[str, dict[Task, Callable[[], Row]]] = {
        "questions": {
            ("asked", question.id, way): partial(ask, question, way)
            for question in evaluation_set.questions
            for way in ways(question)
        },
        "claims": {
            ("checked", claim.id): partial(checked, claim)
            for claim in (evaluation_set.claims if system.checks_claims else ())
        },
        "rewrites": {("rewritten", row.id): partial(rewritten, system, row) for row in evaluation_set.rewrites},
    }
    return {doing: of_kind for doing, of_kind in tasks.items() if of_kind}


def _joined(evaluation_set: EvaluationSet, rows: list[Row], ingested: list[Ingested]) -> Rows:
    questions = {question.id: question for question in evaluation_set.questions}
    claims = {claim.id: claim for claim in evaluation_set.claims}
    rewrites = {row.id: row for row in evaluation_set.rewrites}
    answered = [
        Answered(question=questions[row.id], asked=row)
        for row in rows
        if isinstance(row, Asked) and row.id in questions
    ]
    return Rows(
        questions=[row for row in answered if row.asked.way == "ours"],
        followups=[row for row in answered if row.asked.way != "ours"],
        claims=[
            Judged(claim=claims[row.id], checked=row) for row in rows if isinstance(row, Checked) and row.id in claims
        ],
        rewrites=[
            Followed(rewrite=rewrites[row.id], rewritten=row)
            for row in rows
            if isinstance(row, Rewritten) and row.id in rewrites
        ],
        ingested=ingested,
    )


def _result(
    evaluation_set: EvaluationSet, plan: Plan, system: System, footprint: Mapping[str, Figure], rows: Rows
) -> Result:
    measures = [*MEASURES.values(), *cost.stages(rows.questions)]
    questions = figures.measured(rows.questions, measures)
    followups = figures.measured(rows.followups, measures)
    claims = figures.measured(rows.claims, measures)
    rewrites = figures.measured(rows.rewrites, measures)
    ingested = figures.measured(rows.ingested, measures)
    sliced = figures.slices(questions)
    if followups:
        sliced["way"] = figures.by_way(questions, followups)
    chunks = sum(step.chunks for step in rows.ingested)
    measured = figures.figures([*questions, *claims, *rewrites, *ingested], measures)
    return Result(
        set=evaluation_set.name,
        system=plan.name,
        date=datetime.now(UTC).isoformat(timespec="seconds"),
        commit=provenance.commit(),
        machine=provenance.machine(),
        settings=system.settings,
        counts=figures.counts(evaluation_set, {"chunks": chunks}),
        measures={**measured, **footprint},
        slices=sliced,
        curves=figures.curves(rows.questions),
        questions=tuple(map(records.question_result, questions)),
        followups=tuple(map(records.question_result, followups)),
        claims=tuple(map(records.claim_result, claims)),
        rewrites=tuple(map(records.rewrite_result, rewrites)),
    )


def _footprint(store: Store) -> dict[str, Figure]:
    """What is measured once: the most memory this process ever held, and the size of the index on disk."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    return {
        "peak_memory_mb": Figure(value=peak / MEGABYTE),
        "index_mb": Figure(value=store.size() / MEGABYTE),
    }


def _key(evaluation_set: EvaluationSet, plan: Plan, system: System) -> str:
    """All that rows depend on: articles, code, settings and scope."""
    told = [
        evaluation_set.digest,
        evaluation_set.asked,
        provenance.code_digest(),
        system.settings,
        plan.name,
        plan.as_of_field,
        plan.article_field,
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()

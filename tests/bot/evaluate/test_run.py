from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from bot.evaluate.data import load
from bot.evaluate.gold import EvaluationSet
from bot.evaluate.run import Plan, evaluate
from tests.bot.evaluate.sets import CLAIMS, REWRITES, write_set
from tests.fakes import FakeProgress, FakeSystem


class Interrupted(Exception):
    """Somebody pressed a key."""


class Opened:
    """Opens fake systems, and remembers them."""

    def __init__(self) -> None:
        self.systems: list[FakeSystem] = []

    def __call__(self, folder: Path) -> FakeSystem:
        system = FakeSystem(folder)
        if self.systems:
            system.articles = self.systems[-1].articles
        self.systems.append(system)
        return system

    @property
    def ingested(self) -> list[int]:
        return [system.ingests for system in self.systems]

    @property
    def questions(self) -> list[str]:
        return [question for system in self.systems for question, _ in system.asked]


@pytest.fixture
def small(tmp_path: Path) -> EvaluationSet:
    return load(write_set(tmp_path / "small", claims=CLAIMS, rewrites=REWRITES))


@pytest.fixture
def opened() -> Opened:
    return Opened()


@pytest.fixture
def plan(tmp_path: Path, opened: Opened) -> Plan:
    return Plan(name="fake", kind="fake", opener=opened, data=tmp_path / "data")


def stop_at(step: int) -> Callable[[int], None]:
    def at(steps: int) -> None:
        if steps == step:
            raise Interrupted

    return at


def test_a_run_measures_everything_that_the_set_holds(small: EvaluationSet, plan: Plan, opened: Opened) -> None:
    progress = FakeProgress()

    result = evaluate(small, plan, progress)

    assert progress.begun == [("articles", 3, 0), ("questions", 6, 0), ("claims", 2, 0), ("rewrites", 1, 0)]
    assert (result.set, result.system) == ("small", "fake")
    assert result.counts == {
        "articles": 3,
        "undated_articles": 1,
        "chunks": 3,
        "questions": 4,
        "answerable": 3,
        "unanswerable": 1,
        "with_history": 1,
        "claims": 2,
        "rewrites": 1,
    }
    assert result.measures["hit@1"].value == 1.0
    assert result.measures["hit@1"].n == 3
    assert result.measures["refusal_recall"].value == 1.0
    assert result.measures["verbatim"].value == 1.0
    assert result.measures["rewrite_f1"].n == 2
    assert {"support_bacc", "peak_memory_mb", "index_mb", "latency_p50_ms:retrieve"} <= result.measures.keys()
    assert opened.systems[0].closed


def test_slices_have_their_counts(small: EvaluationSet, plan: Plan) -> None:
    result = evaluate(small, plan, FakeProgress())

    assert {value: figures["hit@1"].n for value, figures in result.slices["type"].items() if "hit@1" in figures} == {
        "number": 2,
        "date": 1,
    }
    assert {way: figures["hit@1"].value for way, figures in result.slices["way"].items()} == {
        "ours": 1.0,
        "as typed": 0.0,
        "human rewrite": 1.0,
    }
    assert result.curves["hits_by_k"][0] == (1.0, 1.0)


def test_the_record_of_a_question_says_what_went_wrong(small: EvaluationSet, plan: Plan) -> None:
    result = evaluate(small, plan, FakeProgress())

    assert {row.id: row.failure for row in result.questions} == {"q1": "", "q2": "", "q3": "", "q4": ""}
    typed = next(row for row in result.followups if row.way == "as typed")
    assert (typed.searched, typed.failure, typed.expected) == ("And by how large a margin?", "not found", ("215",))


@pytest.mark.parametrize("step", range(4, 13))
def test_a_run_goes_on_where_it_was_interrupted(
    small: EvaluationSet, plan: Plan, opened: Opened, tmp_path: Path, step: int
) -> None:
    with pytest.raises(Interrupted):
        evaluate(small, plan, FakeProgress(stop_at(step)))
    interrupted = evaluate(small, plan, FakeProgress())
    questions = opened.questions
    whole = evaluate(small, Plan(name="fake", kind="fake", opener=Opened(), data=tmp_path / "other"), FakeProgress())

    assert len(questions) == len(set(questions)) + 1  # the follow-up is asked twice in the same words
    quality = [name for name in whole.measures if not name.endswith("_ms")]
    assert {name: interrupted.measures[name] for name in quality if name in interrupted.measures} | {
        name: whole.measures[name] for name in ("peak_memory_mb", "index_mb")
    } == {name: whole.measures[name] for name in quality}


def test_articles_are_ingested_once(small: EvaluationSet, plan: Plan, opened: Opened) -> None:
    first = evaluate(small, plan, FakeProgress())
    second = evaluate(small, plan, FakeProgress())

    assert opened.ingested == [1, 0]
    assert second.measures["ingest_chunks_per_s"] == first.measures["ingest_chunks_per_s"]


def test_a_finished_run_is_measured_anew(small: EvaluationSet, plan: Plan, opened: Opened) -> None:
    evaluate(small, plan, FakeProgress())
    evaluate(small, plan, FakeProgress())

    assert len(opened.systems[1].asked) == len(opened.systems[0].asked) == 6


def test_rows_of_a_larger_run_do_not_count_in_a_smaller_one(small: EvaluationSet, plan: Plan) -> None:
    with pytest.raises(Interrupted):
        evaluate(small, plan, FakeProgress(stop_at(9)))

    assert evaluate(small.first(1), plan, FakeProgress()).measures["hit@1"].n == 1


def test_a_set_of_claims_needs_no_articles(tmp_path: Path, plan: Plan) -> None:
    claims = load(write_set(tmp_path / "claims", articles=[], questions=[], claims=CLAIMS))

    result = evaluate(claims, plan, FakeProgress())

    assert "hit@1" not in result.measures
    assert result.measures["support_bacc"].n == 2

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

from bot.evaluate.data import load
from bot.evaluate.report import report
from bot.evaluate.result import ClaimResult, Figure, Judgement, Passage, QuestionResult
from bot.evaluate.run import Plan, evaluate
from tests.bot.evaluate.sets import CLAIMS, write_set
from tests.factories import result
from tests.fakes import FakeProgress, FakeSystem

FAILED = QuestionResult(
    id="q0",
    way="ours",
    values={"hit@1": 0.0},
    question="Who <script>alert(1)</script> won?",
    searched="who won",
    found=(Passage(article_id="a", title="Mayor <b>elected</b>", text="It rained."),),
    answered="It rained.",
    expected=("Ruth Calloway",),
    evidence=(Passage(article_id="b", text="Ruth Calloway won."),),
    failure="not found",
)


def test_a_report_of_a_run_needs_nothing_from_elsewhere(tmp_path: Path) -> None:
    small = load(write_set(tmp_path / "small", claims=CLAIMS))
    run = evaluate(small, Plan(name="fake", kind="fake", opener=FakeSystem, data=tmp_path), FakeProgress())

    html = report([run])

    assert html.count('<img src="data:image/svg+xml;base64,') >= 4
    assert set(re.findall(r'(?:src|href)="(?!data:|#)([^"]*)"', html)) == set()
    assert "url(" not in html
    assert "of questions have the right article among the first five found" in html


def test_a_report_shows_what_confidence_is_worth() -> None:
    curves = {"risk_coverage": [(0.5, 0.0), (1.0, 0.2)], "reliability": [(0.2, 0.1), (0.9, 1.0)]}

    page = report([result(curves=curves)])

    assert "When it answers more, how often is it wrong?" in page
    assert "Does its confidence mean what it says?" in page


def test_a_failure_shows_what_was_searched_found_answered_and_expected() -> None:
    html = report([replace(result(), questions=(FAILED,))])

    for said in ("who won", "It rained.", "Ruth Calloway won.", "not found (1)"):
        assert said in html


def test_what_articles_and_questions_say_is_never_markup() -> None:
    html = report([replace(result(), questions=(FAILED,))])

    assert "<script>alert" not in html
    assert "<b>elected</b>" not in html
    assert "Mayor &lt;b&gt;elected" in html


def test_claims_that_people_see_otherwise_are_listed() -> None:
    claims = (
        ClaimResult(id="k1", values={}, claim="It snowed.", label="unsupported", support="supported", score=0.9),
        ClaimResult(id="k2", values={}, claim="It rained.", label="supported", support="supported", score=0.9),
    )

    html = report([result(claims=claims)])

    assert "supported instead of unsupported" in html
    assert "It rained." not in html


def test_systems_stand_side_by_side_and_real_differences_are_marked() -> None:
    good = result([{"hit@1": 1.0}] * 20)
    bad = result([{"hit@1": 0.0}] * 20, system="tutorial", measures={"hit@1": Figure(value=0.0)})

    html = report([good, bad])

    assert re.search(r'class="number ">1\.000 \[0\.500, 1\.000\]</td><td class="number worse">0\.000</td>', html)


def test_a_judge_stands_apart() -> None:
    judge = Judgement(model="openai:some", measures={"faithful": Figure(value=0.5)}, questions={})

    assert "judged by openai:some: faithful 0.500" in report([result(judge=judge)])

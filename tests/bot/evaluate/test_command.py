from __future__ import annotations

from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner, Result

from bot.evaluate.command import evaluate, systems
from bot.evaluate.result import read, write
from tests.factories import result
from vectorstore.errors import BadSet

app = typer.Typer()
app.command()(evaluate)


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(app, [str(word) for word in words])


@pytest.fixture
def good(tmp_path: Path) -> Path:
    write(result([{"hit@1": 1.0}] * 20), tmp_path / "good.json")
    return tmp_path / "good.json"


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    write(result([{"hit@1": 0.0}] * 20), tmp_path / "bad.json")
    return tmp_path / "bad.json"


def test_two_results_are_compared_in_plain_words(good: Path, bad: Path) -> None:
    done = run("--compare", good, bad)

    assert done.exit_code == 0
    assert "hit@1: 1.000 -> 0.000, difference -1.000 [-1.000, -1.000], n 20, p 0.000: worse" in done.output
    assert done.output.endswith("really better: nothing\nreally worse: hit@1\n")


def test_a_gate_fails_on_a_loss_and_says_which(good: Path, bad: Path) -> None:
    done = run(bad, "--gate", good)

    assert done.exit_code == 1
    assert "lost: hit@1: 1.000 -> 0.000" in done.output


def test_a_gate_lets_the_same_pass(good: Path) -> None:
    done = run(good, "--gate", good)

    assert done.exit_code == 0
    assert "nothing is significantly worse than on 2026-11-24 (0123456789ab)" in done.output


def test_results_of_earlier_runs_make_tables_and_reports(good: Path, bad: Path, tmp_path: Path) -> None:
    done = run(good, bad, "--table", "--html", tmp_path / "report.html")

    assert done.output.startswith("### small\n")
    assert (tmp_path / "report.html").read_text().startswith("<!doctype html>")


def test_a_result_can_be_stripped_for_a_gate(good: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare.json"
    write(read(good), bare, texts=False)

    assert run(good, "--gate", bare).exit_code == 0


def test_several_systems_are_named_with_commas() -> None:
    assert systems("hybrid, tutorial") == ["hybrid", "tutorial"]
    with pytest.raises(BadSet, match="no retriever 'magic': there are hybrid, dense, words, tutorial"):
        systems("magic")


def test_nothing_to_evaluate_says_what_to_name() -> None:
    done = run()

    assert isinstance(done.exception, BadSet)
    assert "bot/evaluate/bundled" in str(done.exception)

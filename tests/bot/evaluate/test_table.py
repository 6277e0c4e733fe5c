from __future__ import annotations

from pathlib import Path

from bot.evaluate.result import Figure
from bot.evaluate.table import markdown, measures_table
from tests.factories import result

HIT = Figure(value=0.5, low=0.25, high=0.75, n=40)


def test_a_set_has_a_column_for_each_system_and_a_table_for_each_slice() -> None:
    hybrid = result(measures={"hit@1": HIT, "latency_p50_ms": Figure(value=1234.5)})
    tiers = {"tier": {"gold": {"hit@1": HIT}, "silver": {"hit@1": Figure(value=1.0)}}}
    dense = result(system="dense", measures={"hit@1": Figure(value=1.0)}, slices=tiers)

    assert markdown([hybrid, dense]) == (
        "### small\n\n"
        "3 articles, 1 questions. 2026-11-24, commit 0123456789ab, a machine.\n\n"
        "| measure | hybrid | dense |\n"
        "| --- | --- | --- |\n"
        "| hit@1 | 0.500 [0.250, 0.750] | 1.000 |\n"
        "| latency_p50_ms | 1,234 |  |\n\n"
        "By tier:\n\n"
        "| tier | hit@1 |\n"
        "| --- | --- |\n"
        "| dense, gold (40) | 0.500 [0.250, 0.750] |\n"
        "| dense, silver (1) | 1.000 |"
    )


def test_each_set_has_a_section() -> None:
    text = markdown([result(), result(name="other")])

    assert [line for line in text.splitlines() if line.startswith("#")] == ["### small", "### other"]


def test_the_documentation_holds_every_measure_as_the_code_defines_it() -> None:
    documented = (Path(__file__).parents[3] / "docs" / "evaluation.md").read_text(encoding="utf-8")

    assert measures_table() in documented

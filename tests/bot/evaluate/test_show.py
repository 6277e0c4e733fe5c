from __future__ import annotations

from dataclasses import replace
from io import StringIO

import pytest
from rich.console import Console

from bot.evaluate.result import Figure
from bot.evaluate.show import show, unit_of, written
from tests.factories import result


@pytest.mark.parametrize(
    ("figure", "unit", "text"),
    [
        (Figure(value=0.5, low=0.25, high=0.75), "share", "0.500 [0.250, 0.750]"),
        (Figure(value=1.0), "share", "1.000"),
        (Figure(value=1234.5, low=9.876, high=20_000.0), "ms", "1,234 [9.88, 20,000]"),
    ],
)
def test_a_figure_is_written_with_its_interval(figure: Figure, unit: str, text: str) -> None:
    assert written(figure, unit) == text


def test_units_are_those_of_the_measures() -> None:
    assert [unit_of(name) for name in ("hit@1", "latency_p95_ms:write", "peak_memory_mb")] == ["share", "ms", "MB"]


def test_systems_stand_side_by_side() -> None:
    out = StringIO()

    show([result(), result(system="dense")], Console(file=out, width=100))

    assert "small: 3 articles, 1 questions" in out.getvalue()
    assert out.getvalue().count("1.000 [0.500, 1.000]") == 2


@pytest.mark.parametrize(("calls", "shown"), [({}, False), ({"model_calls": Figure(value=1.0)}, True)])
def test_with_a_chat_model_it_is_shown_how_long_the_first_sentence_takes(calls: dict[str, Figure], shown: bool) -> None:
    stages = {f"latency_p50_ms:{stage}": Figure(value=250.0) for stage in ("first_sentence", "retrieve")}
    out = StringIO()

    show([replace(result(), measures=stages | calls)], Console(file=out, width=100))

    assert ("first_sentence" in out.getvalue()) is shown
    assert "retrieve" not in out.getvalue()

from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluate.carry_out import Order, carry_out, named_apart
from tests.bot.evaluate.sets import CLAIMS, write_set


def test_results_of_several_runs_get_names_of_their_own() -> None:
    orders = [
        Order(folder=Path("sets/small"), system=system, out=Path("out/all.json")) for system in ("hybrid", "tutorial")
    ]

    assert [order.out for order in named_apart(orders)] == [
        Path("out/all-small-hybrid.json"),
        Path("out/all-small-tutorial.json"),
    ]
    assert named_apart(orders[:1])[0].out == Path("out/all.json")


@pytest.mark.model
@pytest.mark.parametrize("system", ["hybrid", "tutorial"])
def test_our_bot_and_the_tutorial_are_measured_alike(tmp_path: Path, system: str) -> None:
    folder = write_set(tmp_path / "small", claims=CLAIMS)

    result = carry_out(Order(folder=folder, system=system, data=tmp_path / "data", out=tmp_path / "out.json"))

    assert (tmp_path / "out.json").exists()
    assert result.measures["hit@5"].value == 1.0
    assert result.measures["verbatim"].value == 1.0
    assert result.measures["ingest_characters_per_s"].value > 0
    assert ("support_bacc" in result.measures) == (system == "hybrid")

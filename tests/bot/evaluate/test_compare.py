from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluate.compare import Change, compare, lost
from bot.evaluate.measures import MEASURES
from bot.evaluate.result import ClaimResult, Figure, Result, read, write
from tests.factories import result
from vectorstore.errors import BadSet


def hits(*values: float) -> Result:
    return result([{"hit@1": value, "answer_contains": 1.0, "latency_p50_ms": 5.0} for value in values])


def change(old: Result, new: Result, name: str) -> Change:
    return next(change for change in compare(old, new) if change.measure.name == name)


def test_a_real_gain_is_told_from_chance() -> None:
    old, new = hits(*[0.0] * 20), hits(*[1.0] * 12, *[0.0] * 8)

    gained = change(old, new, "hit@1")

    assert (gained.old, gained.new, gained.n, gained.outcome) == (0.0, 0.6, 20, "better")
    assert 0.3 < gained.low < gained.high < 0.9
    assert change(old, hits(1.0, 1.0, *[0.0] * 18), "hit@1").outcome == "no real difference"
    assert change(old, new, "answer_contains").outcome == "no real difference"


def test_p_values_are_corrected_within_quality_and_within_cost() -> None:
    old, new = hits(*[0.0] * 6), hits(*[1.0] * 6)

    assert change(old, new, "hit@1").p == pytest.approx(2 * 2 / 2**6)
    assert change(old, new, "latency_p50_ms").p == 1.0


def test_less_is_better_where_it_is() -> None:
    wrong = result([{"over_refusal": 1.0}] * 12)
    right = result([{"over_refusal": 0.0}] * 12)

    assert change(wrong, right, "over_refusal").outcome == "better"
    assert change(right, wrong, "over_refusal").outcome == "worse"


def test_what_is_neither_good_nor_bad_is_said_to_have_changed_and_stops_no_gate() -> None:
    measures = {"coverage": Figure(value=0.5)}
    never = result([{"coverage": 1.0}] * 12, measures=measures)
    always = result([{"coverage": 0.0}] * 12, measures=measures)

    assert change(never, always, "coverage").outcome == "changed"
    assert lost(never, always) == []


def test_only_rows_of_both_count() -> None:
    assert change(hits(0.0, 1.0, 1.0), hits(0.0, 1.0), "hit@1").n == 2


def test_measures_with_columns_are_pooled_from_the_rows() -> None:
    said_no = [ClaimResult(id=f"k{n}", values={"support_bacc": (0.0, float(n % 2))}) for n in range(20)]
    said_all = [ClaimResult(id=f"k{n}", values={"support_bacc": (float(n % 2), float(n % 2))}) for n in range(20)]

    found = change(result(claims=tuple(said_no)), result(claims=tuple(said_all)), "support_bacc")

    assert (found.old, found.new, found.outcome) == (0.5, 1.0, "better")


def test_a_change_reads_as_a_line() -> None:
    line = Change(measure=MEASURES["hit@1"], old=0.5, new=0.75, low=0.1, high=0.4, n=40, p=0.012)

    assert str(line) == "hit@1: 0.500 -> 0.750, difference 0.250 [0.100, 0.400], n 40, p 0.012: better"


def test_results_of_different_sets_cannot_be_compared() -> None:
    other = Result(
        set="other", system="", date="", commit="", machine="", settings={}, counts={}, measures={}, questions=()
    )

    with pytest.raises(BadSet, match="the results of small and other have no question in common"):
        compare(result(), other)


def test_a_gate_stops_real_losses_only() -> None:
    good, slightly, much = hits(*[1.0] * 20), hits(0.0, *[1.0] * 19), hits(*[0.0] * 20)

    assert lost(good, good) == []
    assert lost(good, slightly) == []
    assert [loss.split(":")[0] for loss in lost(good, much)] == ["hit@1"]


def test_a_gate_lets_a_loss_pass_that_is_sure_and_tiny() -> None:
    good, rounded = result([{"hit@1": 1.0, "f1": 0.5}] * 40), result([{"hit@1": 1.0, "f1": 0.499}] * 40)

    assert change(good, rounded, "f1").outcome == "worse"
    assert lost(good, rounded) == []


def test_a_gate_does_not_look_at_time() -> None:
    fast = result([{"hit@1": 1.0, "latency_p50_ms": 1.0}] * 20)
    slow = result([{"hit@1": 1.0, "latency_p50_ms": 900.0}] * 20)

    assert lost(fast, slow) == []


def test_a_gate_stops_what_is_not_measured_any_more_and_quotes_that_are_none() -> None:
    before = result([{"hit@1": 1.0, "f1": 0.5}], measures={"f1": Figure(value=0.5), "hit@1": Figure(value=1.0)})
    after = result([{"hit@1": 1.0}], measures={"hit@1": Figure(value=1.0), "verbatim": Figure(value=0.99)})

    assert lost(before, after) == ["f1: was measured, and is not any more", "verbatim: 0.99, and must be 1"]


def test_a_result_does_not_differ_from_its_own_file(tmp_path: Path) -> None:
    now = result([{"citation_recall": 1 / 3}, {"citation_recall": 2 / 3}] * 30)
    write(now, tmp_path / "baseline.json", texts=False)

    assert [change.outcome for change in compare(read(tmp_path / "baseline.json"), now)] == ["no real difference"]

from __future__ import annotations

import math

import pytest

from bot.evaluate.measures import MEASURES, measure_named
from bot.evaluate.measures.cost import stages
from bot.evaluate.rows import Ingested, Usage
from tests.factories import answered, asked


def test_percentiles_of_whole_answers() -> None:
    rows = [answered(asked(milliseconds=float(value))) for value in range(101)]

    assert MEASURES["latency_p50_ms"](rows) == 50.0
    assert MEASURES["latency_p95_ms"](rows) == 95.0


def test_stages_are_measured_by_the_names_the_bot_gives_them() -> None:
    rows = [answered(asked(timings={"retrieve": 4.0, "write": 9.0, "total": 13.0})), answered(asked())]

    assert [measure.name for measure in stages(rows)][::3] == ["latency_p50_ms:retrieve", "latency_p50_ms:write"]
    assert stages(rows)[0](rows) == 4.0


def test_a_stage_is_found_by_name() -> None:
    found = measure_named("latency_p95_ms:retrieve")

    assert found
    assert found([answered(asked(timings={"retrieve": 4.0}))]) == 4.0
    assert measure_named("peak_memory_mb") is None


def test_calls_are_counted_only_where_there_is_a_model() -> None:
    rows = [answered(asked(usage=Usage(calls=2, tokens_in=100))), answered(asked(usage=Usage())), answered()]

    assert MEASURES["model_calls"](rows) == 1.0
    assert MEASURES["tokens_in"](rows) == 50.0
    assert math.isnan(MEASURES["model_calls"]([answered()]))


def test_ingest_rates_are_sums_over_sums() -> None:
    steps = [
        Ingested(articles=1, chunks=10, characters=1_000, seconds=1.0),
        Ingested(articles=3, chunks=20, characters=5_000, seconds=3.0),
    ]

    assert MEASURES["ingest_chunks_per_s"](steps) == pytest.approx(30 / 4)
    assert MEASURES["ingest_characters_per_s"](steps) == 1_500.0

from __future__ import annotations

import pytest

from bot.evaluate.measures import MEASURES
from bot.evaluate.measures.measure import Measure


@pytest.mark.parametrize("measure", MEASURES.values(), ids=str)
def test_every_measure_says_what_it_is(measure: Measure) -> None:
    assert len(measure.definition) > 30
    assert measure.definition[0].isupper()
    assert measure.definition.rstrip(")").endswith(".")


def test_the_names_that_result_files_promise_are_there() -> None:
    promised = """hit@1 hit@5 hit@10 recall_all@10 ndcg@10 mrr@10 quote_hit@5 answer_contains answer_in_1 answer_in_3 f1
    citation_precision citation_recall verbatim refusal_precision refusal_recall refusal_auroc support_bacc
    support_auroc supported_precision rewrite_f1 latency_p50_ms latency_p95_ms ingest_chunks_per_s"""

    assert set(promised.split()) <= MEASURES.keys()

from __future__ import annotations

import pytest
from langchain_core.messages import AIMessageChunk, HumanMessage

from bot.meter import Meter, Prices, tokens
from bot.written import Usage

SENT = [HumanMessage("What of the bridge?")]


@pytest.mark.parametrize(("text", "count"), [("", 0), ("bridge", 2), ("the old bridge stays open", 7), ("利率上升", 4)])
def test_tokens_are_estimated_by_script(text: str, count: int) -> None:
    assert tokens(text) == count


def test_what_the_model_counts_is_believed() -> None:
    meter = Meter(prompt="answer@1", sent=SENT, prices=Prices(sent=1.0, written=2.0))

    meter.add(AIMessageChunk(content="Open."))
    meter.add(
        AIMessageChunk(
            content="", usage_metadata={"input_tokens": 500_000, "output_tokens": 250_000, "total_tokens": 750_000}
        )
    )

    assert meter.usage == Usage(prompt="answer@1", tokens_in=500_000, tokens_out=250_000, cost=1.0)


def test_what_it_does_not_count_is_estimated() -> None:
    meter = Meter(prompt="", sent=SENT)

    meter.add(AIMessageChunk(content="It stays open."))

    assert meter.usage == Usage(tokens_in=9, tokens_out=4, estimated=True)


def test_a_request_that_is_turned_away_takes_nothing() -> None:
    assert Meter(prompt="", sent=SENT).usage == Usage(estimated=True)

"""Every measure, by name: ``MEASURES["hit@5"](rows)`` is its figure, and ``.definition`` says what that is."""

from __future__ import annotations

from bot.evaluate.measures import answers, citations, conversation, cost, refusals, retrieval, verification, writing
from bot.evaluate.measures.measure import Measure

_ORDER = (retrieval, answers, citations, writing, verification, refusals, conversation, cost)

MEASURES: dict[str, Measure] = {
    named.name: named
    for named in (
        *(value for part in _ORDER for value in vars(part).values() if isinstance(value, Measure)),
        *(cost.latency(percent) for percent in cost.PERCENTILES),
    )
}


def measure_named(name: str) -> Measure | None:
    """The measure of that name, latencies of stages included; None for a figure that is no measure over rows."""
    if name in MEASURES:
        return MEASURES[name]
    head, _, stage = name.partition(":")
    percent = next((percent for percent in cost.PERCENTILES if head == f"latency_p{percent}_ms"), None)
    return cost.latency(percent, stage) if percent and stage else None

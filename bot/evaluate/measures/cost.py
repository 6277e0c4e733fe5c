"""What it takes: time, chat model calls, and what filling the library took."""

from __future__ import annotations

from collections.abc import Iterable

from bot.evaluate.measures.measure import Measure, measure
from bot.evaluate.measures.pools import percentile, ratio
from bot.evaluate.rows import Answered, Ingested

PERCENTILES = (50, 95, 99)


def latency(percent: int, stage: str = "") -> Measure:
    """The time of whole answers, or of one stage of them, that ``percent`` of questions stay below."""
    what = f"the stage {stage!r} of an answer" if stage else "a whole answer, measured from outside"
    return Measure(
        name=f"latency_p{percent}_ms" + (f":{stage}" if stage else ""),
        part="cost",
        row=Answered,
        definition=f"Milliseconds that {percent} % of questions stay below for {what}.",
        of=lambda row: row.asked.timings.get(stage) if stage else row.asked.milliseconds,
        pool=percentile(percent),
        better="lower",
        unit="ms",
    )


def stages(rows: Iterable[object]) -> list[Measure]:
    """The latency measures of every stage that some answer was timed by, in order of first appearance."""
    names = dict.fromkeys(
        name for row in rows if isinstance(row, Answered) for name in row.asked.timings if name != "total"
    )
    return [latency(percent, name) for name in names for percent in PERCENTILES]


@measure("model_calls", "cost", Answered, better="lower", unit="count")
def model_calls(row: Answered) -> float | None:
    """Calls of a chat model a question; only when one is used."""
    return row.asked.usage.calls if row.asked.usage else None


@measure("tokens_in", "cost", Answered, better="lower", unit="count")
def tokens_in(row: Answered) -> float | None:
    """Tokens sent to a chat model a question, as it counts them, or as estimated where it does not."""
    return row.asked.usage.tokens_in if row.asked.usage else None


@measure("tokens_out", "cost", Answered, better="lower", unit="count")
def tokens_out(row: Answered) -> float | None:
    """Tokens written by a chat model a question, as it counts them, or as estimated where it does not."""
    return row.asked.usage.tokens_out if row.asked.usage else None


@measure("ingest_chunks_per_s", "cost", Ingested, ratio, unit="per second")
def ingest_chunks_per_s(row: Ingested) -> tuple[float, float]:
    """Chunks stored a second while the library was filled."""
    return row.chunks, row.seconds


@measure("ingest_articles_per_s", "cost", Ingested, ratio, unit="per second")
def ingest_articles_per_s(row: Ingested) -> tuple[float, float]:
    """Articles stored a second while the library was filled."""
    return row.articles, row.seconds


@measure("ingest_characters_per_s", "cost", Ingested, ratio, unit="per second")
def ingest_characters_per_s(row: Ingested) -> tuple[float, float]:
    """Characters of article text stored a second: comparable between systems that split differently."""
    return row.characters, row.seconds

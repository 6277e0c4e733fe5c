"""What becomes of what a chat model writes? They apply to questions that a chat model was asked."""

from __future__ import annotations

from bot.evaluate.measures.measure import measure
from bot.evaluate.measures.pools import ratio
from bot.evaluate.rows import Answered
from bot.written import Written


def _sentences(written: Written | None) -> int:
    return written.sentences if written else 0


@measure("model_verified", "writing", Answered, ratio)
def model_verified(row: Answered) -> tuple[int, int] | None:
    """Share of all sentences that the model wrote which the articles prove."""
    written = row.asked.written
    return (written.supported, _sentences(written)) if written and _sentences(written) else None


@measure("model_dropped", "writing", Answered, ratio, better="lower")
def model_dropped(row: Answered) -> tuple[int, int] | None:
    """Share of all sentences that the model wrote which are not shown, because no article bears them out."""
    written = row.asked.written
    return (written.unsupported, _sentences(written)) if written and _sentences(written) else None


@measure("model_quoted", "writing", Answered, ratio, better="neither")
def model_quoted(row: Answered) -> tuple[int, int] | None:
    """Share of all sentences that the model wrote which are not proven, and replaced by what they rest on."""
    written = row.asked.written
    return (written.quoted, _sentences(written)) if written and _sentences(written) else None


@measure("model_declined", "writing", Answered, better="neither")
def model_declined(row: Answered) -> float | None:
    """Share of questions that the model said the articles do not answer; it may be overruled by quotes."""
    return float(row.asked.written.declined) if row.asked.written else None


@measure("model_shown", "writing", Answered)
def model_shown(row: Answered) -> float | None:
    """Share of questions that the model was asked of which a sentence of its own is shown."""
    return float(row.asked.written.kept > 0) if row.asked.written else None

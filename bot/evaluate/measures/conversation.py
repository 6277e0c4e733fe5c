"""Is a follow-up understood? What is searched for, compared with what a person made of it.

Everything else is measured on follow-ups too, asked in three ways: see the slices named "way".
"""

from __future__ import annotations

from bot.evaluate.measures.measure import measure
from bot.evaluate.measures.texts import token_f1, token_recall
from bot.evaluate.rows import Answered, Followed


@measure("rewrite_f1", "conversation", object)
def rewrite_f1(row: object) -> float | None:
    """Token F1 of what was searched with a person's standalone question (after CANARD; Elgohary et al., EMNLP 2019)."""
    texts = _texts(row)
    return token_f1(texts[0], texts[2]) if texts else None


@measure("rewrite_recall", "conversation", object)
def rewrite_recall(row: object) -> float | None:
    """Share of the tokens of a person's standalone question that were searched for."""
    texts = _texts(row)
    return token_recall(texts[0], texts[2]) if texts else None


@measure("typed_f1", "conversation", object, better="neither")
def typed_f1(row: object) -> float | None:
    """Token F1 of the follow-up as typed with a person's standalone question: what doing nothing scores."""
    texts = _texts(row)
    return token_f1(texts[1], texts[2]) if texts else None


def _texts(row: object) -> tuple[str, str, str] | None:
    """What was searched, typed, and written by a person, for a follow-up that has all three."""
    if isinstance(row, Followed):
        return row.rewritten.searched, row.rewrite.question, row.rewrite.rewrite
    if isinstance(row, Answered) and row.question.history and row.question.rewrite:
        return row.asked.searched, row.question.question, row.question.rewrite
    return None

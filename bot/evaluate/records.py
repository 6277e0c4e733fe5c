"""The record of each row in the result file: what was asked, found and said, and what went wrong."""

from __future__ import annotations

from collections.abc import Mapping

from bot.evaluate.figures import Measured
from bot.evaluate.measures.answers import expected, right
from bot.evaluate.measures.retrieval import first_relevant, relevant
from bot.evaluate.result import ClaimResult, Failure, Passage, QuestionResult, RewriteResult, Values
from bot.evaluate.rows import Answered, Followed, Judged

SHOWN_FOUND, SHOWN_CHARACTERS = 10, 300
DEEP_ENOUGH = 5
"""An article further down than this was not found: nobody reads on."""


def question_result(measured: Measured[Answered]) -> QuestionResult:
    """The record of a question."""
    question, asked = measured.row.question, measured.row.asked
    return QuestionResult(
        id=question.id,
        way=asked.way,
        question=question.question,
        searched=asked.searched,
        found=tuple(_passage(one.article_id, one.title, one.text) for one in asked.found[:SHOWN_FOUND]),
        answered=asked.text,
        cited=tuple(Passage(article_id=one.article_id, text=one.quote) for one in asked.citations),
        refusal=asked.refusal,
        confidence=asked.confidence,
        answerable=question.answerable,
        expected=question.answers,
        evidence=tuple(_passage(one.article_id, "", one.quote) for one in question.evidence),
        history=tuple(f"{said.role}: {said.text}" for said in question.history),
        meta=question.meta,
        failure=failure(measured.row),
        values=_plain(measured.values),
    )


def claim_result(measured: Measured[Judged]) -> ClaimResult:
    """The record of a claim."""
    row = measured.row
    return ClaimResult(
        id=row.claim.id,
        claim=row.claim.claim,
        label=row.claim.label,
        support=row.checked.support.value,
        score=row.checked.score,
        quotes=row.checked.quotes,
        values=_plain(measured.values),
    )


def rewrite_result(measured: Measured[Followed]) -> RewriteResult:
    """The record of a follow-up."""
    row = measured.row
    return RewriteResult(
        id=row.rewrite.id,
        question=row.rewrite.question,
        searched=row.rewritten.searched,
        expected=row.rewrite.rewrite,
        values=_plain(measured.values),
    )


def failure(row: Answered) -> Failure:
    """What went wrong with a question, by the first stage that failed; empty when nothing can be told to have."""
    if row.question.answerable is False:
        return "" if row.asked.refusal else "answered the unanswerable"
    if not expected(row) or right(row):
        return ""
    if relevant(row) and first_relevant(row) > DEEP_ENOUGH:
        return "not found"
    return "refused" if row.asked.refusal else "found, not said"


def _plain(values: Mapping[str, tuple[float, ...]]) -> Values:
    return {name: value[0] if len(value) == 1 else value for name, value in values.items()}


def _passage(article_id: str, title: str, text: str) -> Passage:
    cut = text if len(text) <= SHOWN_CHARACTERS else text[: SHOWN_CHARACTERS - 1] + "…"
    return Passage(article_id=article_id, title=title, text=cut)

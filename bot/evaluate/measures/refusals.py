"""Does the bot decline when, and only when, the articles do not say?

They apply to questions of which somebody judged whether the articles answer them.
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from bot.evaluate.measures.answers import expected, right
from bot.evaluate.measures.measure import measure
from bot.evaluate.measures.pools import auroc, ratio, risk_area
from bot.evaluate.rows import Answered

TENTHS = 10


@measure("refusal_precision", "refusals", Answered, ratio)
def refusal_precision(row: Answered) -> tuple[float, float] | None:
    """Share of the refused questions that are unanswerable."""
    if row.question.answerable is None:
        return None
    return float(_refused(row) and not row.question.answerable), float(_refused(row))


@measure("refusal_recall", "refusals", Answered)
def refusal_recall(row: Answered) -> float | None:
    """Share of the unanswerable questions that are refused."""
    return float(_refused(row)) if row.question.answerable is False else None


@measure("nothing_found", "refusals", Answered, better="neither")
def nothing_found(row: Answered) -> float | None:
    """Share of the unanswerable questions for which no passage at all is found: to refuse those is no merit.

    So it is where every article came out after the day on which the question is asked.
    """
    return float(not row.asked.found) if row.question.answerable is False else None


@measure("over_refusal", "refusals", Answered, better="lower")
def over_refusal(row: Answered) -> float | None:
    """Share of the answerable questions that are refused."""
    return float(_refused(row)) if row.question.answerable else None


@measure("refusal_auroc", "refusals", Answered, auroc)
def refusal_auroc(row: Answered) -> tuple[float, float] | None:
    """The chance that an answerable question has more confidence than an unanswerable one.

    Area under the ROC curve (Hanley and McNeil, Radiology 1982). Independent of where the bot draws its line.
    """
    if row.question.answerable is None:
        return None
    return row.asked.confidence, float(row.question.answerable)


@measure("coverage", "refusals", Answered, better="neither")
def coverage(row: Answered) -> float | None:
    """Share of all questions that are answered at all, whether they should be or not."""
    return float(not _refused(row)) if _tellable(row) else None


@measure("selective_risk", "refusals", Answered, ratio, better="lower")
def selective_risk(row: Answered) -> tuple[float, float] | None:
    """Share of the answers given that are wrong (El-Yaniv and Wiener, JMLR 2010); wrong as in answer_right.

    Every answer to an unanswerable question is wrong.
    """
    if not _tellable(row):
        return None
    return float(not (_refused(row) or right(row))), float(not _refused(row))


@measure("aurc", "refusals", Answered, risk_area, better="lower")
def aurc(row: Answered) -> tuple[float, float] | None:
    """Area under the risk-coverage curve (Geifman and El-Yaniv, NIPS 2017), over all questions.

    Questions in order of confidence, refused ones last and counted as wrong, so that refusing all is no way out.
    """
    return point(row) if _tellable(row) else None


def point(row: Answered) -> tuple[float, float]:
    """Confidence, below 0 for a refusal, and whether the answer is wrong."""
    confidence = row.asked.confidence - 2 * _refused(row)
    return confidence, float(not right(row))


def risk_coverage(rows: Sequence[object]) -> list[tuple[float, float]]:
    """Points (coverage, risk) of the curve as far as answers were given, most confident first.

    Coverage is a share of all questions, risk the share of wrong answers among those answered so far.
    """
    told = [row for row in rows if isinstance(row, Answered) and _tellable(row)]
    points = sorted((point(row) for row in told if not _refused(row)), key=lambda point: -point[0])
    wrong: NDArray[np.float64] = np.cumsum([wrong for _, wrong in points])
    return [(n / len(told), float(total) / n) for n, total in enumerate(wrong, start=1)]


def reliability(rows: Sequence[object]) -> list[tuple[float, float]]:
    """Points (confidence, share that is answerable): the means of the questions in each tenth of confidence."""
    told = [row for row in rows if isinstance(row, Answered) and row.question.answerable is not None]
    tenths = [
        [row for row in told if min(int(row.asked.confidence * TENTHS), TENTHS - 1) == tenth] for tenth in range(TENTHS)
    ]
    return [
        (fmean(row.asked.confidence for row in rows), fmean(bool(row.question.answerable) for row in rows))
        for rows in tenths
        if rows
    ]


def _refused(row: Answered) -> bool:
    return bool(row.asked.refusal)


def _tellable(row: Answered) -> bool:
    return row.question.answerable is False or bool(expected(row))

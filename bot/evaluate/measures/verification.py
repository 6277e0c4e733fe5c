"""Does checking a sentence against a text agree with people?

The question is whether a sentence may be shown as fact, so partial support counts as none unless it is named.
"""

from __future__ import annotations

from bot.evaluate.measures.measure import measure
from bot.evaluate.measures.pools import auroc, balanced, percentile, ratio
from bot.evaluate.measures.texts import any_overlap, overlap
from bot.evaluate.rows import Judged
from bot.types import Support


@measure("support_bacc", "verification", Judged, balanced)
def support_bacc(row: Judged) -> tuple[float, float]:
    """Balanced accuracy of supported against the rest: the mean recall of the two (Brodersen et al., ICPR 2010)."""
    return float(_said(row)), float(_true(row))


@measure("support_auroc", "verification", Judged, auroc)
def support_auroc(row: Judged) -> tuple[float, float]:
    """The chance that a supported claim scores above one that is not (Hanley and McNeil, Radiology 1982)."""
    return row.checked.score, float(_true(row))


@measure("supported_precision", "verification", Judged, ratio)
def supported_precision(row: Judged) -> tuple[float, float]:
    """Share of the claims called supported that people call supported: how far a shown sentence can be trusted."""
    return float(_said(row) and _true(row)), float(_said(row))


@measure("supported_recall", "verification", Judged)
def supported_recall(row: Judged) -> float | None:
    """Share of the claims that people call supported that are called supported."""
    return float(_said(row)) if _true(row) else None


@measure("unsupported_precision", "verification", Judged, ratio)
def unsupported_precision(row: Judged) -> tuple[float, float]:
    """Share of the claims not called supported that people do not call supported either."""
    return float(not _said(row) and not _true(row)), float(not _said(row))


@measure("unsupported_recall", "verification", Judged)
def unsupported_recall(row: Judged) -> float | None:
    """Share of the claims that people do not call supported that are not called supported."""
    return None if _true(row) else float(not _said(row))


@measure("partial_recall", "verification", Judged)
def partial_recall(row: Judged) -> float | None:
    """Share of the claims that people call partly supported that are called just that."""
    return float(row.checked.support is Support.PARTLY) if row.claim.label == "partial" else None


@measure("evidence_recall", "verification", Judged)
def evidence_recall(row: Judged) -> float | None:
    """Share of the sentences people point to that are quoted, for their best alternative; not for unsupported."""
    alternatives = [sentences for sentences in row.claim.evidence_sentences if sentences]
    if row.claim.label == "unsupported" or not alternatives:
        return None
    return max(
        sum(any_overlap(sentence, row.checked.quotes) for sentence in sentences) / len(sentences)
        for sentences in alternatives
    )


@measure("evidence_precision", "verification", Judged)
def evidence_precision(row: Judged) -> float | None:
    """Share of the quotes that are sentences people point to in any alternative; not for unsupported."""
    sentences = {sentence for alternative in row.claim.evidence_sentences for sentence in alternative}
    shown = row.checked.quotes
    if row.claim.label == "unsupported" or not (sentences and shown):
        return None
    return sum(any(overlap(quote, sentence) for sentence in sentences) for quote in shown) / len(shown)


@measure("verify_p50_ms", "cost", Judged, percentile(50), better="lower", unit="ms")
def verify_p50_ms(row: Judged) -> float:
    """Median time to check one claim against its text."""
    return row.checked.milliseconds


def _said(row: Judged) -> bool:
    return row.checked.support is Support.SUPPORTED


def _true(row: Judged) -> bool:
    return row.claim.label == "supported"

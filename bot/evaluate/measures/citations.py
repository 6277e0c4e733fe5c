"""Do the citations point to the evidence, and are they the articles' own words?

Precision is a lower bound: an article that nobody marked may support the answer as well.
Precision applies to answers, recall to questions: a refusal cites nothing, so its recall is 0.
"""

from __future__ import annotations

from bot.evaluate.measures.measure import measure
from bot.evaluate.measures.pools import ratio
from bot.evaluate.measures.retrieval import quotes, relevant, same_article
from bot.evaluate.measures.texts import any_overlap, holds
from bot.evaluate.rows import Answered
from bot.types import Support


@measure("citation_precision", "citations", Answered)
def citation_precision(row: Answered) -> float | None:
    """Share of the cited articles that are relevant, mean over answers (after ALCE; Gao et al., EMNLP 2023)."""
    gold, cited = set(relevant(row)), _cited(row)
    return len(gold & cited) / len(cited) if gold and cited else None


@measure("citation_recall", "citations", Answered)
def citation_recall(row: Answered) -> float | None:
    """Share of the relevant articles that are cited, mean over questions."""
    gold = set(relevant(row))
    return len(gold & _cited(row)) / len(gold) if gold else None


@measure("quote_precision", "citations", Answered)
def quote_precision(row: Answered) -> float | None:
    """Share of the quotes shown that overlap, by half of either, with a marked quote; mean over answers."""
    marked, shown = quotes(row), row.asked.citations
    if not (marked and shown):
        return None
    return sum(any_overlap(citation.quote, marked) for citation in shown) / len(shown)


@measure("quote_recall", "citations", Answered)
def quote_recall(row: Answered) -> float | None:
    """Share of the marked quotes of which half or more is shown in one piece; mean over questions."""
    marked = quotes(row)
    if not marked:
        return None
    shown = [citation.quote for citation in row.asked.citations]
    return sum(any(holds(quote, gold) for quote in shown) for gold in marked) / len(marked)


@measure("cited", "citations", Answered, ratio)
def cited(row: Answered) -> tuple[int, int] | None:
    """Share of all sentences shown that carry a citation."""
    sentences = row.asked.sentences
    return (sum(sentence.citations > 0 for sentence in sentences), len(sentences)) if sentences else None


@measure("supported", "citations", Answered, ratio)
def supported(row: Answered) -> tuple[int, int] | None:
    """Share of all sentences shown that the bot's own check calls supported."""
    sentences = [sentence for sentence in row.asked.sentences if sentence.support is not None]
    if not sentences:
        return None
    return sum(sentence.support is Support.SUPPORTED for sentence in sentences), len(sentences)


@measure("verbatim", "citations", Answered, ratio)
def verbatim(row: Answered) -> tuple[int, int] | None:
    """Share of all quotes that are exactly what the article says at their offsets. Anything below 1 is a bug."""
    citations = row.asked.citations
    return (sum(citation.verbatim for citation in citations), len(citations)) if citations else None


def _cited(row: Answered) -> set[str]:
    return {same_article(row, citation.article_id) for citation in row.asked.citations}

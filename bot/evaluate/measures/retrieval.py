"""Are the right articles and passages found? By article: hits are collapsed to distinct articles in order.

They apply to questions whose evidence names an article. Each relevant article counts 1.
"""

from __future__ import annotations

import math

from bot.evaluate.measures.measure import Measure, measure
from bot.evaluate.measures.texts import holds
from bot.evaluate.rows import Answered

CHUNKS = 5
"""How many chunks, best first, are looked through for a quote."""


def by_article(name: str, standard: str, definition: str) -> Measure:
    """The measure that ``ir_measures`` calls ``standard``, over the ranking of articles."""

    def of(row: Answered) -> float | None:
        import ir_measures
        from ir_measures import Qrel, ScoredDoc

        gold = relevant(row)
        if not gold:
            return None
        wanted = ir_measures.parse_measure(standard)
        run = [ScoredDoc("q", id, -rank) for rank, id in enumerate(ranking(row))]
        run = run or [ScoredDoc("q", "", 0)]  # it wants at least one document
        return float(ir_measures.calc_aggregate([wanted], [Qrel("q", id, 1) for id in gold], run)[wanted])

    return Measure(name=name, part="retrieval", row=Answered, definition=definition, of=of)


def relevant(row: Answered) -> list[str]:
    """The ids of the articles that hold the answer, each once."""
    return list(dict.fromkeys(evidence.article_id for evidence in row.question.evidence))


def ranking(row: Answered) -> list[str]:
    """The ids of the articles found, best first, each once; a copy counts as the article it copies."""
    return list(dict.fromkeys(same_article(row, found.article_id) for found in row.asked.found))


def first_relevant(row: Answered) -> float:
    """The rank of the first relevant article, from 1; infinite when none was found."""
    gold = set(relevant(row))
    return next((rank for rank, id in enumerate(ranking(row), start=1) if id in gold), math.inf)


def same_article(row: Answered, id: str) -> str:
    """The relevant article that an article is a copy of, or the article itself."""
    originals = (evidence.article_id for evidence in row.question.evidence if id in evidence.copies)
    return next(originals, id)


def quotes(row: Answered) -> list[str]:
    """The marked words that hold the answer."""
    return [evidence.quote for evidence in row.question.evidence if evidence.quote]


_HIT = "Share of questions with a relevant article among the first {k} (Success@{k} of ir-measures)."
hit_1 = by_article("hit@1", "Success@1", _HIT.format(k=1))
hit_3 = by_article("hit@3", "Success@3", _HIT.format(k=3))
hit_5 = by_article("hit@5", "Success@5", _HIT.format(k=5))
hit_10 = by_article("hit@10", "Success@10", _HIT.format(k=10))

_RECALL = "Share of the relevant articles that are among the first {k}, mean over questions (R@{k} of ir-measures)."
recall_5 = by_article("recall@5", "R@5", _RECALL.format(k=5))
recall_10 = by_article("recall@10", "R@10", _RECALL.format(k=10))

ndcg_10 = by_article(
    "ndcg@10",
    "nDCG@10",
    "Normalised discounted cumulative gain of the first 10 articles (Järvelin and Kekäläinen, TOIS 2002; ir-measures).",
)
mrr_10 = by_article(
    "mrr@10",
    "RR@10",
    "Mean of 1 / rank of the first relevant article, 0 beyond the tenth (Voorhees, TREC-8 1999; RR@10 of ir-measures).",
)


@measure("recall_all@10", "retrieval", Answered)
def recall_all_10(row: Answered) -> float | None:
    """Share of questions with every relevant article among the first 10: what several-source questions need."""
    gold = relevant(row)
    return float(set(gold) <= set(ranking(row)[:10])) if gold else None


@measure("quote_hit@5", "retrieval", Answered)
def quote_hit_5(row: Answered) -> float | None:
    """Share of questions for which one of the first five chunks holds a marked quote.

    A chunk holds it when at least half of the quote's words stand in the chunk in one piece.
    Applies to questions with marked quotes.
    """
    marked = quotes(row)
    if not marked:
        return None
    return float(any(holds(found.text, quote) for found in row.asked.found[:CHUNKS] for quote in marked))

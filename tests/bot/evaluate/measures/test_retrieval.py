from __future__ import annotations

import math

import pytest

from bot.evaluate.gold import Evidence
from bot.evaluate.measures import MEASURES
from bot.evaluate.measures.retrieval import first_relevant
from tests.factories import answered, asked, question

RELEVANT = (Evidence(article_id="a"), Evidence(article_id="b"))


def row(*found: str, evidence: tuple[Evidence, ...] = RELEVANT) -> object:
    return answered(asked(found=found), question(evidence=evidence))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("hit@1", 0.0),
        ("hit@5", 1.0),
        ("recall@5", 0.5),
        ("recall@10", 1.0),
        ("recall_all@10", 1.0),
        ("mrr@10", 1 / 2),
        ("ndcg@10", (1 / math.log2(3) + 1 / math.log2(7)) / (1 + 1 / math.log2(3))),
    ],
)
def test_measures_by_hand(name: str, value: float) -> None:
    ranked = row("x", "a", "x", "y", "a", "z", "v", "b")  # as articles: x a y z v b

    assert MEASURES[name]([ranked]) == pytest.approx(value)


def test_several_chunks_of_an_article_count_once() -> None:
    ranked = row(*["x"] * 9, "a", "b")

    assert MEASURES["hit@3"]([ranked]) == 1.0
    assert MEASURES["mrr@10"]([ranked]) == 0.5


def test_nothing_found_scores_nothing() -> None:
    assert MEASURES["hit@10"]([row()]) == 0.0
    assert MEASURES["ndcg@10"]([row()]) == 0.0


def test_a_copy_counts_as_the_article_that_it_copies() -> None:
    copied = row("copy", "b", evidence=(Evidence(article_id="a", copies=("copy",)), Evidence(article_id="b")))

    assert MEASURES["hit@1"]([copied]) == 1.0
    assert MEASURES["recall_all@10"]([copied]) == 1.0


def test_questions_without_evidence_are_left_out() -> None:
    assert math.isnan(MEASURES["hit@1"]([row("a", evidence=())]))
    assert MEASURES["hit@1"]([row("a", evidence=()), row("a")]) == 1.0


def test_a_quote_is_looked_for_in_the_first_five_chunks() -> None:
    quote = "nine people died"
    asks = question(evidence=(Evidence(article_id="a", quote=quote),))
    fifth = asked(found=("a",) * 6, texts=("", "", "", "", "There nine people died.", ""))
    sixth = asked(found=("a",) * 6, texts=("", "", "", "", "", "There nine people died."))

    assert MEASURES["quote_hit@5"]([answered(fifth, asks)]) == 1.0
    assert MEASURES["quote_hit@5"]([answered(sixth, asks)]) == 0.0


def test_the_first_relevant_rank_is_infinite_when_there_is_none() -> None:
    assert first_relevant(answered(asked(found=("x",)))) == math.inf

from __future__ import annotations

from dataclasses import dataclass

import pytest

from tests.factories import hit, query
from vectorstore.fuse import Fused, reciprocal_rank_fusion
from vectorstore.types import Hit, Query


@dataclass
class Fixed:
    """A retriever that finds the same, and remembers how much it was asked for."""

    hits: list[Hit]
    asked: int = 0

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        self.asked = k
        return self.hits[:k]


def found(*ids: str) -> list[Hit]:
    return [hit(article_id=id) for id in ids]


def ids(hits: list[Hit]) -> list[str]:
    return [one.article.id for one in hits]


def test_a_chunk_scores_the_sum_of_its_reciprocal_ranks() -> None:
    fused = reciprocal_rank_fusion([found("a", "b"), found("b", "c")], c=60)

    assert ids(fused) == ["b", "a", "c"]
    assert [one.score for one in fused] == pytest.approx([1 / 62 + 1 / 61, 1 / 61, 1 / 62])


def test_ties_keep_the_order_of_first_sight() -> None:
    assert ids(reciprocal_rank_fusion([found("a"), found("b")])) == ["a", "b"]


def test_a_heavier_ranking_counts_for_more() -> None:
    assert ids(reciprocal_rank_fusion([found("a"), found("b")], weights=(1, 2))) == ["b", "a"]


def test_each_retriever_is_asked_for_its_depth_and_the_best_are_kept() -> None:
    one, other = Fixed(found("a", "b", "c")), Fixed(found("c"))
    fused = Fused(retrievers=(one, other), weights=(1, 1), depth=5)

    assert ids(fused.retrieve(query(), 2)) == ["c", "a"]
    assert (one.asked, other.asked) == (5, 5)

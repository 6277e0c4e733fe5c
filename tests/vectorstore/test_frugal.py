from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from vectorstore.embed import SentenceTransformerEmbedder
from vectorstore.errors import ModelMissing
from vectorstore.frugal import LITTLE, FrugalEmbedder
from vectorstore.types import Vectors


class Counting(SentenceTransformerEmbedder):
    """Remembers how many texts it was given, and embeds none of them."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[int] = []

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked.append(len(texts))
        return np.zeros((len(texts), 384), dtype=np.float32)


@pytest.mark.model
def test_a_little_text_is_embedded_without_the_one_for_many() -> None:
    many = Counting()

    vectors = FrugalEmbedder(many).embed(["Who met in Moscow?", "They met on Monday."])

    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(2), abs=1e-5)
    assert many.asked == []


def test_a_lot_of_text_is_left_to_the_one_for_many() -> None:
    many = Counting()

    FrugalEmbedder(many).embed(["They met. " * 100] * (LITTLE // 200))

    assert many.asked == [LITTLE // 200]


def test_vectors_made_in_either_way_are_of_one_index() -> None:
    assert FrugalEmbedder().fingerprint == SentenceTransformerEmbedder().fingerprint


def test_a_model_that_is_not_here_is_named() -> None:
    with pytest.raises(ModelMissing, match="no-such-model"):
        _ = FrugalEmbedder(SentenceTransformerEmbedder("no-such-model")).fingerprint

from __future__ import annotations

import numpy as np
import pytest

from vectorstore.encoder import TOGETHER, Encoder, gelu, groups
from vectorstore.weights import packaged

TEXTS = [
    "Who did the foreign minister meet in Moscow?",
    "",
    "word",
    "The council voted to keep the old bridge open, and the mayor had argued against it. " * 16,
    "word " * 3000,
    "Où est la bibliothèque? Größe, naïveté, Æsir — “quoted”…",
    "Россия готова к переговорам с Турцией",
    "日本の首相は月曜日に辞任した",
    "التقى الوزير نظيره في موسكو",
    "🚀🔥 to the moon 👩‍👩‍👧‍👦",
    "3,5 % of 1.300 © ™ \u00a0 \u200b tabs\tand\nlines",
]

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder(packaged())


def test_rows_are_those_of_sentence_transformers(encoder: Encoder) -> None:
    from sentence_transformers import SentenceTransformer

    expected = SentenceTransformer(str(packaged()), device="cpu").encode(TEXTS, normalize_embeddings=True)

    assert (encoder.embed(TEXTS) * expected).sum(axis=1).min() > 0.99999


def test_a_row_is_the_same_whatever_stands_beside_it(encoder: Encoder) -> None:
    alone = np.concatenate([encoder.embed([text]) for text in TEXTS])

    assert np.abs(encoder.embed(TEXTS) - alone).max() < 1e-5


def test_no_text_has_no_row(encoder: Encoder) -> None:
    assert encoder.embed([]).shape == (0, 384)


def test_texts_are_grouped_in_order_and_a_long_one_stands_alone() -> None:
    lengths = [TOGETHER - 20, 20, 1, 2 * TOGETHER, 5]

    assert list(groups(lengths)) == [[0, 1], [2], [3], [4]]


def test_the_rational_gelu_is_the_exact_one() -> None:
    from scipy.special import erf

    values = np.linspace(-12, 12, 100_001, dtype=np.float32)
    exact = values.astype(np.float64) * (1 + erf(values / np.sqrt(2.0))) / 2

    assert np.abs(gelu(values) - exact).max() < 2e-6

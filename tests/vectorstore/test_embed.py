from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from vectorstore.embed import PREPARED, SentenceTransformerEmbedder
from vectorstore.errors import ModelDamaged, ModelMissing

TEXTS = [
    "A cat sleeps on the sofa.",
    "The parliament voted on the budget for hours, and then for hours more. " * 10,
    "A kitten naps on the couch.",
    "",
    "Les chats dorment beaucoup — comme toujours…",
    "word " * 3000,
]


@pytest.fixture(scope="module")
def embedder() -> SentenceTransformerEmbedder:
    return SentenceTransformerEmbedder()


@pytest.mark.model
def test_a_text_has_a_row_of_unit_length_in_order(embedder: SentenceTransformerEmbedder) -> None:
    vectors = embedder.embed(TEXTS)

    assert vectors.shape == (len(TEXTS), 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(np.ones(len(TEXTS)), abs=1e-5)
    assert vectors[0] @ vectors[2] > 0.6 > 0.3 > vectors[0] @ vectors[1]


@pytest.mark.model
def test_a_row_is_the_same_whatever_stands_beside_it(embedder: SentenceTransformerEmbedder) -> None:
    together = embedder.embed(TEXTS * 10)
    alone = np.concatenate([embedder.embed([text]) for text in TEXTS])

    similarity = (together * np.tile(alone, (10, 1))).sum(axis=1)

    assert similarity.min() > 0.999


@pytest.mark.model
def test_no_text_has_no_row(embedder: SentenceTransformerEmbedder) -> None:
    assert embedder.embed([]).shape == (0, 384)


@pytest.mark.model
def test_rows_are_close_to_those_of_full_precision(embedder: SentenceTransformerEmbedder) -> None:
    from sentence_transformers import SentenceTransformer

    from vectorstore.weights import packaged

    model = SentenceTransformer(str(packaged()), device="cpu")
    expected = model.encode(TEXTS, normalize_embeddings=True)

    assert (embedder.embed(TEXTS) * expected).sum(axis=1).min() > 0.999


@pytest.mark.model
def test_many_threads_can_embed_at_once(embedder: SentenceTransformerEmbedder) -> None:
    fresh = SentenceTransformerEmbedder()
    expected = embedder.embed(TEXTS)
    similarities: list[float] = []

    def work() -> None:
        for _ in range(3):
            similarities.append(float((fresh.embed(TEXTS) * expected).sum(axis=1).min()))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(similarities) == 12
    assert min(similarities) > 0.999


@pytest.mark.model
def test_few_prepared_operations_are_kept(embedder: SentenceTransformerEmbedder) -> None:
    embedder.load()

    assert os.environ["ONEDNN_PRIMITIVE_CACHE_CAPACITY"] == PREPARED


@pytest.mark.model
def test_it_loads_without_a_network_and_without_being_told_so() -> None:
    program = """
import socket
def cut(*args, **kwargs):
    raise SystemExit(f"reached for the network: {args}")
socket.socket.connect = socket.getaddrinfo = cut
from vectorstore.embed import PREPARED, SentenceTransformerEmbedder
print(SentenceTransformerEmbedder().embed(["x"]).shape)
"""
    told = {"HF_HUB_OFFLINE", "TRANSFORMERS_OFFLINE"}
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(__file__).parents[2],
        env={name: value for name, value in os.environ.items() if name not in told},
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.stdout, done.stderr, done.returncode) == ("(1, 384)\n", "", 0)


def test_a_model_that_is_not_here_is_named_before_anything_is_loaded() -> None:
    with pytest.raises(ModelMissing, match="no-such-model"):
        _ = SentenceTransformerEmbedder("no-such-model").fingerprint


@pytest.mark.model
def test_a_folder_that_holds_no_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelDamaged, match="holds no model that can be loaded"):
        SentenceTransformerEmbedder(str(tmp_path)).load()

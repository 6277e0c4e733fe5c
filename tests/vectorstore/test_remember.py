from __future__ import annotations

import numpy as np

from tests.fakes import FakeEmbedder
from vectorstore.remember import Remembering


def test_a_text_is_embedded_once(embedder: FakeEmbedder) -> None:
    remembering = Remembering(embedder)

    vectors = [remembering.embed(["bridge", "mayor"]) for _ in range(3)]

    assert embedder.asked == [["bridge"], ["mayor"]]
    assert all(np.array_equal(one, FakeEmbedder().embed(["bridge", "mayor"])) for one in vectors)


def test_only_the_last_texts_are_remembered(embedder: FakeEmbedder) -> None:
    remembering = Remembering(embedder, most=2)

    for text in ("a", "b", "c", "a"):
        remembering.embed([text])

    assert embedder.asked == [["a"], ["b"], ["c"], ["a"]]


def test_no_text_has_no_vector_and_the_fingerprint_is_the_embedder_s(embedder: FakeEmbedder) -> None:
    remembering = Remembering(embedder)

    assert remembering.embed([]).shape == (0, embedder.dim)
    assert remembering.fingerprint == embedder.fingerprint

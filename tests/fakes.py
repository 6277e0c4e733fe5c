"""Small stand-ins that keep the real protocols, and remember what they were asked."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

import numpy as np

from vectorstore.types import Vectors
from vectorstore.words import terms


class FakeEmbedder:
    """Texts that share words have near vectors: each stem is counted in one of ``dim`` places."""

    def __init__(self, dim: int = 64, fingerprint: str = "fake") -> None:
        self.dim = dim
        self.asked: list[list[str]] = []
        self._fingerprint = fingerprint

    @property
    def fingerprint(self) -> str:
        return f"{self._fingerprint}/{self.dim}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked.append(list(texts))
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            vector[0] = 0.01
            for term in terms(text):
                vector[zlib.crc32(term.encode()) % self.dim] += 1
            vector /= np.linalg.norm(vector)
        return vectors

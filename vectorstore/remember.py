"""An embedder that remembers the last texts: one question is searched for in several ways, and embedded once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import numpy as np

from vectorstore.types import Embedder, Vectors


class Remembering:
    """Another embedder, which is asked for a text only if it was not among the last ``most``. For single texts."""

    def __init__(self, embedder: Embedder, most: int = 16) -> None:
        self._embedder = embedder
        self._vector = lru_cache(maxsize=most)(lambda text: embedder.embed([text])[0])

    @property
    def fingerprint(self) -> str:
        """The other embedder's."""
        return self._embedder.fingerprint

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row a text, in order; ``(0, dim)`` for no text."""
        return np.stack([self._vector(text) for text in texts]) if texts else self._embedder.embed(texts)

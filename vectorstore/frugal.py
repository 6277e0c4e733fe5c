"""The default model run in two ways: a little text in numpy, a lot with sentence-transformers."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

from vectorstore import weights
from vectorstore.embed import SentenceTransformerEmbedder, size
from vectorstore.types import Vectors

if TYPE_CHECKING:
    from vectorstore.encoder import Encoder

LITTLE = 6_000
"""Tokens, about: more than a question and all that is read for it, less than a batch of an ingest."""


class FrugalEmbedder:
    """Whoever only asks never loads torch, which takes seconds and half a gigabyte. Loads when first used.

    For a lot of text torch is worth its while: it is about half again as fast.
    """

    def __init__(self, many: SentenceTransformerEmbedder | None = None) -> None:
        """``many`` runs the default model; it is what embeds a lot of text."""
        self.many = many or SentenceTransformerEmbedder()
        self._loading = threading.Lock()
        self._few: Encoder | None = None

    @property
    def fingerprint(self) -> str:
        """That of the model: vectors made in either way may be compared. Raises ``ModelMissing``."""
        return self.many.fingerprint

    def load(self) -> Encoder:
        """What embeds a little, loaded once.

        Raises:
            ModelMissing: it is not on this machine.
            ModelDamaged: its weights are not the ones we know.
        """
        with self._loading:
            if self._few is None:
                from vectorstore.encoder import Encoder

                folder = weights.packaged()
                weights.verify(folder)
                self._few = Encoder(folder)
            return self._few

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length a text, in order. A text beyond the model's window counts up to there."""
        if sum(size(text, weights.WINDOW) for text in texts) <= LITTLE:
            return self.load().embed(texts)
        return self.many.embed(texts)

"""A cross-encoder of the reader's own choice: question and passage read together, slower and often surer."""

from __future__ import annotations

import threading
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from vectorstore import weights
from vectorstore.errors import ModelDamaged
from vectorstore.types import Hit

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder


class CrossEncoderReranker:
    """Scores hits with a sentence-transformers cross-encoder, named by folder or name; nothing is downloaded.

    Loaded with the first use. Raises ``ModelMissing`` when it is made and the model is not on this machine, and
    ``ModelDamaged`` when it is used and cannot be loaded.
    """

    def __init__(self, name: str) -> None:
        self.name = name
        self.folder = weights.folder_of(name, hub_home=weights.CROSS_ENCODERS)
        self._model: CrossEncoder | None = None
        self._loading = threading.Lock()

    def rerank(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """The same hits with the model's scores, best first. The title is read with the passage."""
        if not hits:
            return []
        pairs = [(text, f"{hit.article.title}. {hit.chunk.text}".removeprefix(". ")) for hit in hits]
        scores = self._load().predict(pairs, show_progress_bar=False)
        scored = [replace(hit, score=float(score)) for hit, score in zip(hits, scores, strict=True)]
        return sorted(scored, key=lambda hit: hit.score, reverse=True)

    def _load(self) -> CrossEncoder:
        with self._loading:
            if self._model is None:
                from sentence_transformers import CrossEncoder

                try:
                    self._model = CrossEncoder(str(self.folder), device="cpu", local_files_only=True, num_labels=1)
                except (OSError, ValueError, KeyError) as error:
                    raise ModelDamaged(f"{self.folder} holds no cross-encoder that can be loaded: {error}") from error
            return self._model

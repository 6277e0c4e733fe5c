"""The embedding model: sentence-transformers on this machine's processor."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

from vectorstore import weights
from vectorstore.errors import ModelDamaged
from vectorstore.types import Vectors
from vectorstore.weights import DEFAULT_MODEL

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

logger = logging.getLogger(__name__)

BATCH = 32  # texts that go through the model together


class SentenceTransformerEmbedder:
    """Vectors from a sentence-transformers model, given by name or folder. Loads when first used.

    Any number of threads may embed at the same time, and a short text does not wait for a long list.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._loading = threading.Lock()
        self._tokenizing = threading.Lock()
        self._loaded: SentenceTransformer | None = None

    @cached_property
    def fingerprint(self) -> str:
        """The model's name and a digest of its files. Does not load it. Raises ``ModelMissing``."""
        return weights.fingerprint(self.model)

    def load(self) -> SentenceTransformer:
        """The model, loaded once.

        Raises:
            ModelMissing: it is not on this machine.
            ModelDamaged: it cannot be loaded, or its weights are not the ones we know.
        """
        with self._loading:
            if self._loaded is None:
                self._loaded = _load(self.model)
            return self._loaded

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length a text, in order. A text beyond the model's window counts up to there."""
        import torch

        model = self.load()
        vectors = np.zeros((len(texts), model.get_embedding_dimension() or 0), dtype=np.float32)
        with torch.inference_mode():
            for places in _batches(texts):
                with self._tokenizing:
                    features = model.preprocess([texts[place] for place in places])
                found = model(features)["sentence_embedding"].float()
                vectors[places] = torch.nn.functional.normalize(found).numpy()
        return vectors


def _batches(texts: Sequence[str]) -> Iterator[list[int]]:
    """Places of texts of about the same length, so that little is padded; longest first."""
    order = sorted(range(len(texts)), key=lambda place: len(texts[place]), reverse=True)
    for start in range(0, len(order), BATCH):
        yield order[start : start + BATCH]


def _load(name: str) -> SentenceTransformer:
    folder = weights.folder_of(name)
    if weights.is_default(name):
        weights.verify(folder)
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils.logging import disable_progress_bar

    disable_progress_bar()  # type: ignore[no-untyped-call]
    try:
        model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError) as error:
        raise ModelDamaged(f"{folder} holds no model that can be loaded: {error}") from error
    able = torch.cpu.get_capabilities()
    if able.get("avx512_bf16") or able.get("amx_bf16"):
        model = model.to(torch.bfloat16)
    logger.info("loaded %s from %s in %s", name, folder, model.dtype)
    return model.eval()

"""The embedding model: sentence-transformers on this machine's processor."""

from __future__ import annotations

import logging
import math
import os
import re
import threading
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
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

TOGETHER = 1_300  # words and marks, padding counted, that go through the model together: about 8 chunks
MOST_WORKERS = 4
PREPARED = "16"
"""Operations that oneDNN keeps prepared; left alone, 1,024. It prepares one for each shape of a batch, and few shapes
come again: a thousand short articles took 200 MB more, and were embedded no faster. See ``docs/library.md``."""
ENDS = 2  # tokens that a model puts around a text
_WORD = re.compile(r"\w+|[^\w\s]")


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
        """One row of unit length a text, in order. A text beyond the model's window counts up to there.

        Small batches side by side: on two cores that was twice as fast as one batch on both, because the
        threads of one operation wait for each other at each of its steps.
        """
        import torch

        model = self.load()
        vectors = np.zeros((len(texts), model.get_embedding_dimension() or 0), dtype=np.float32)
        workers = min(torch.get_num_threads(), MOST_WORKERS)
        batches = _batches([size(text, model.max_seq_length) for text in texts], workers)

        def fill(batch: list[int]) -> None:
            vectors[batch] = self._embed([texts[place] for place in batch])

        if len(batches) < 2:
            for batch in batches:
                fill(batch)
        else:
            with ThreadPoolExecutor(workers) as pool:
                list(pool.map(fill, batches))
        return vectors

    def _embed(self, texts: list[str]) -> Vectors:
        import torch

        model = self.load()
        with torch.inference_mode():
            with self._tokenizing:
                features = model.preprocess(texts)
            found = model(features)["sentence_embedding"].float()
            vectors: Vectors = torch.nn.functional.normalize(found).numpy()
        return vectors


def size(text: str, window: int | None) -> int:
    """About how many tokens the model reads of a text."""
    words = len(_WORD.findall(text)) + ENDS
    return min(words, window) if window else words


def _batches(sizes: Sequence[int], workers: int) -> list[list[int]]:
    """Places of texts of about the same size, so that little is padded; largest first, some for every worker."""
    most = math.ceil(len(sizes) / workers)
    batches: list[list[int]] = []
    for place in sorted(range(len(sizes)), key=lambda place: sizes[place], reverse=True):
        batch = batches[-1] if batches else []
        if not batch or len(batch) == most or sizes[batch[0]] * (len(batch) + 1) > TOGETHER:
            batches.append([place])
        else:
            batch.append(place)
    return batches


def _load(name: str) -> SentenceTransformer:
    folder = weights.folder_of(name)
    if weights.is_default(name):
        weights.verify(folder)
    os.environ.setdefault("ONEDNN_PRIMITIVE_CACHE_CAPACITY", PREPARED)  # which it looks up once, when it is first used
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

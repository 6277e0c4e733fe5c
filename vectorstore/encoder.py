"""The default embedding model in numpy: a question is embedded without torch, which takes seconds to load.

BERT (Devlin and others, 2019) with mean pooling, in float32. The texts of a group stand one after the other without
padding: all of them go through a layer's weights at once, and each attends to itself alone. Groups go side by side,
each on one processor: when a product is shared out among processors that others use too, all of it waits for the last.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from safetensors import safe_open
from scipy.special import ndtr
from threadpoolctl import threadpool_limits
from tokenizers import Tokenizer

from vectorstore.types import Vectors
from vectorstore.weights import WEIGHTS, WINDOW

LAYERS, HEADS, WIDTH = 6, 12, 384
TOGETHER = 128  # tokens in a group, about: what a layer makes of them stays in the processor's cache
WORKERS = min(os.cpu_count() or 1, 4)
EPSILON = 1e-12

Floats = NDArray[np.float32]
Take = Callable[[str], Floats]
"""A tensor by its name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linear:
    """``rows @ weight + bias``."""

    weight: Floats
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        """The product, one row a row."""
        made: Floats = rows @ self.weight
        made += self.bias
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Norm:
    """Each row to mean 0 and variance 1, then scaled and shifted."""

    weight: Floats
    bias: Floats

    def __call__(self, rows: Floats) -> Floats:
        """The rows, normalised."""
        made: Floats = rows - rows.mean(axis=1, keepdims=True)
        made /= np.sqrt(np.square(made).mean(axis=1, keepdims=True) + np.float32(EPSILON))
        made *= self.weight
        made += self.bias
        return made


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """One layer; ``attended`` makes queries, keys and values in one product, queries scaled already."""

    attended: Linear
    mixed: Linear
    mixed_norm: Norm
    widened: Linear
    narrowed: Linear
    norm: Norm

    def __call__(self, rows: Floats, ends: Sequence[int]) -> Floats:
        """The next states of a group of texts that end at the rows ``ends``."""
        seen = self.attended(rows)
        context = np.empty_like(rows)
        for start, end in zip((0, *ends), ends, strict=False):
            context[start:end] = attention(seen[start:end])
        rows = self.mixed_norm(rows + self.mixed(context))
        return self.norm(rows + self.narrowed(gelu(self.widened(rows))))


class Encoder:
    """The model in a folder, loaded. Any number of threads may embed at the same time, and share the workers.

    From then on numpy's products use one processor each, in the whole process.
    """

    def __init__(self, folder: Path) -> None:
        threadpool_limits(1, user_api="blas")
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="embedding")
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.no_padding()
        self._tokenizer.enable_truncation(WINDOW)
        self._words = _mapped(folder / WEIGHTS, "embeddings.word_embeddings.weight")
        with safe_open(folder / WEIGHTS, framework="np") as file:
            take = file.get_tensor
            self._places = (
                take("embeddings.position_embeddings.weight") + take("embeddings.token_type_embeddings.weight")[0]
            )
            self._norm = _norm(take, "embeddings.LayerNorm")
            self._layers = [_layer(take, f"encoder.layer.{number}") for number in range(LAYERS)]

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row of unit length a text, in order. A text beyond ``WINDOW`` tokens counts up to there."""
        tokens = [encoding.ids for encoding in self._tokenizer.encode_batch(list(texts))]
        together = [[tokens[place] for place in group] for group in groups([len(ids) for ids in tokens])]
        vectors = list(self._pool.map(self._embed, together))
        return np.concatenate(vectors) if vectors else np.zeros((0, WIDTH), dtype=np.float32)

    def _embed(self, tokens: Sequence[Sequence[int]]) -> Vectors:
        ends = np.cumsum([len(ids) for ids in tokens]).tolist()
        rows = self._words[np.concatenate(tokens)]
        rows += np.concatenate([self._places[: len(ids)] for ids in tokens])
        rows = self._norm(rows)
        for layer in self._layers:
            rows = layer(rows, ends)
        means = np.add.reduceat(rows, [0, *ends[:-1]])  # the sum will do: the length is made 1
        unit: Vectors = means / np.linalg.norm(means, axis=1, keepdims=True)
        return unit


def groups(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Places of texts, in order, that are about ``TOGETHER`` tokens together, or one longer text."""
    group: list[int] = []
    size = 0
    for place, length in enumerate(lengths):
        if group and size + length > TOGETHER:
            yield group
            group, size = [], 0
        group.append(place)
        size += length
    if group:
        yield group


def attention(seen: Floats) -> Floats:
    """What each token of one text takes from all of it; ``seen`` is queries, keys and values, side by side."""
    split = seen.reshape(len(seen), 3, HEADS, WIDTH // HEADS)
    queries, keys, values = split.transpose(1, 2, 0, 3)
    shares: Floats = queries @ keys.transpose(0, 2, 1)
    shares -= shares.max(axis=2, keepdims=True)
    np.exp(shares, out=shares)
    shares /= shares.sum(axis=2, keepdims=True)
    context: Floats = (shares @ values).transpose(1, 0, 2).reshape(len(seen), WIDTH)
    return context


def gelu(values: Floats) -> Floats:
    """``x`` times the share of a normal distribution that is below ``x`` (Hendrycks and Gimpel, 2016)."""
    made: Floats = values * ndtr(values)
    return made


def _layer(take: Take, name: str) -> Layer:
    projected = [_linear(take, f"{name}.attention.self.{part}") for part in ("query", "key", "value")]
    scale = np.repeat(np.array([1 / math.sqrt(WIDTH // HEADS), 1, 1], dtype=np.float32), WIDTH)
    return Layer(
        attended=Linear(
            weight=np.concatenate([linear.weight for linear in projected], axis=1) * scale,
            bias=np.concatenate([linear.bias for linear in projected]) * scale,
        ),
        mixed=_linear(take, f"{name}.attention.output.dense"),
        mixed_norm=_norm(take, f"{name}.attention.output.LayerNorm"),
        widened=_linear(take, f"{name}.intermediate.dense"),
        narrowed=_linear(take, f"{name}.output.dense"),
        norm=_norm(take, f"{name}.output.LayerNorm"),
    )


def _linear(take: Take, name: str) -> Linear:
    return Linear(weight=np.ascontiguousarray(take(f"{name}.weight").T), bias=take(f"{name}.bias"))


def _norm(take: Take, name: str) -> Norm:
    return Norm(weight=take(f"{name}.weight"), bias=take(f"{name}.bias"))


def _mapped(path: Path, name: str) -> Floats:
    """A tensor of a safetensors file, left on disk: half of the weights are the words', and few are ever looked up.

    The file begins with the length of its header, 8 bytes, and a header in JSON that says where each tensor begins.
    """
    with path.open("rb") as file:
        length = int.from_bytes(file.read(8), "little")
        said = json.loads(file.read(length))[name]
    start = 8 + length + said["data_offsets"][0]
    return np.memmap(path, dtype="<f4", mode="r", offset=start, shape=tuple(said["shape"])).view(np.ndarray)

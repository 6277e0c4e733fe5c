"""Weights out of an exported file, so that training can go on from what ships when no checkpoint is left."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import onnx
import torch
from numpy.typing import NDArray
from onnx import numpy_helper
from torch import Tensor

from training.model import OUTPUTS

Arrays = dict[str, NDArray[np.generic]]


def shipped_weights(path: Path) -> dict[str, Tensor]:
    """The weights in a file of ``training.export``, by the reader's own names, in float32.

    What was rounded to int8 stays rounded: training on from here is not training on from the checkpoint.

    Raises: ValueError when a matrix has no bias by whose name it could be known: the file is not one of ours.
    """
    graph = onnx.load(path).graph
    arrays: Arrays = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    users = {name: node for node in graph.node for name in node.input if name not in arrays}
    found = {name: array for name, array in arrays.items() if name.startswith(("encoder.", "span.", "verdicts."))}
    weights = {name: array for name, array in found.items() if name.endswith((".weight", ".bias"))}
    weights |= {name: _whole(arrays, name) for name in _tables(found)}
    for node in graph.node:
        if node.op_type in ("MatMul", "MatMulInteger") and node.input[1] in arrays:
            weights[f"{_layer(node, users, arrays)}.weight"] = _whole(arrays, _plain(node.input[1])).T
    return {name: torch.tensor(np.ascontiguousarray(array, dtype=np.float32)) for name, array in weights.items()}


def _tables(names: Arrays) -> Iterator[str]:
    """The embeddings, which are looked up, not multiplied, and so keep their names."""
    return (_plain(name) for name in names if name.startswith("encoder.embeddings.") and name.endswith("_quantized"))


def _plain(name: str) -> str:
    return name.removesuffix("_quantized")


def _whole(arrays: Arrays, name: str) -> NDArray[np.floating]:
    if name in arrays:
        return np.asarray(arrays[name], dtype=np.float32)
    scale, zero = arrays[f"{name}_scale"], arrays[f"{name}_zero_point"]
    return (arrays[f"{name}_quantized"].astype(np.float32) - zero.astype(np.float32)) * scale.astype(np.float32)


def _layer(node: onnx.NodeProto, users: dict[str, onnx.NodeProto], arrays: Arrays) -> str:
    """The layer a matrix belongs to: the one whose bias is added to the product next."""
    output = node.output[0]
    while output not in OUTPUTS and (user := users.get(output)) is not None:
        bias = next((str(name) for name in user.input if name in arrays and name.endswith(".bias")), None)
        if bias:
            return bias.removesuffix(".bias")
        output = user.output[0]
    raise ValueError(f"{node.name} has no bias: this is not a file of training.export")

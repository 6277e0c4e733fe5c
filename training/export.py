"""Weights to one int8 ONNX file: ``python -m training.export --weights FILE --out FOLDER``."""

import argparse
import hashlib
import json
import shutil
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import onnx
import onnxruntime
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training import checkpoint
from training.encode import HEADER_TOKENS, QUESTION_TOKENS, Batch
from training.examples import ENTAILMENT
from training.model import OUTPUTS, Reader, empty_reader
from training.read import ANSWER_TOKENS, Floats, Predict
from training.settings import Settings, load
from training.train import ENCODER

INPUTS = ("input_ids", "attention_mask", "token_type_ids")


def to_onnx(reader: Reader, path: Path) -> None:
    """Write the reader in float32, rows and tokens of any number."""
    ids = torch.randint(1000, 2000, (2, 24))
    mask, types = torch.ones_like(ids), torch.zeros_like(ids)  # one tensor for both would become one input
    shape = {0: torch.export.Dim("rows", min=1), 1: torch.export.Dim("tokens", min=2, max=512)}
    torch.onnx.export(
        reader.eval(),
        (ids, mask, types),
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamo=True,
        external_data=False,
        dynamic_shapes=dict.fromkeys(INPUTS, shape),
        verbose=False,
    )


def to_int8(source: Path, target: Path) -> None:
    """Quantise the encoder's weights to int8, per output channel; the heads, a few kilobytes, stay as they are."""
    quantize_dynamic(
        source,
        target,
        weight_type=QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=heads(onnx.load(source)),
        extra_options={"DefaultTensorType": onnx.TensorProto.FLOAT},  # fused nodes do not tell their type
    )


def heads(model: onnx.ModelProto) -> list[str]:
    """Names of the matrix products whose weights are a head's: few columns, where the encoder has hundreds."""
    narrow = {tensor.name for tensor in model.graph.initializer if min(tensor.dims, default=0) <= len(OUTPUTS)}
    return [
        node.name for node in model.graph.node if node.op_type in ("MatMul", "Gemm") and narrow.intersection(node.input)
    ]


def onnx_predict(path: Path, threads: int = 2) -> Predict:
    """A predictor that runs an exported file, as the project itself does."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    session = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def predict(batch: Batch) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        start, end, answerable, relevant, entailment = session.run(
            list(OUTPUTS), {name: getattr(batch, name).numpy() for name in INPUTS}
        )
        return start, end, answerable, relevant, entailment

    return predict


def description(model: Path, tokenizer: Path, settings: Settings, made: date, step: int) -> dict[str, Any]:
    """What ``reader.json`` says of the files beside it."""
    return {
        "model": model.name,
        "sha256": sha256(model),
        "tokenizer": tokenizer.name,
        "tokenizer_sha256": sha256(tokenizer),
        "made": made.isoformat(),
        "step": step,
        "max_length": settings.max_length,
        "question_tokens": QUESTION_TOKENS,
        "header_tokens": HEADER_TOKENS,
        "answer_tokens": ANSWER_TOKENS,
        "inputs": list(INPUTS),
        "outputs": list(OUTPUTS),
        "entailment": list(ENTAILMENT),
    }


def sha256(path: Path) -> str:
    """The hash by which the file is known."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def export(weights: Path, out: Path, made: date) -> None:
    """Write ``reader.onnx``, ``tokenizer.json`` and ``reader.json`` into ``out``."""
    out.mkdir(parents=True, exist_ok=True)
    reader = empty_reader(ENCODER)
    reader.load_state_dict(checkpoint.weights(weights))
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        to_onnx(reader, whole)
        to_int8(whole, out / "reader.onnx")
    shutil.copyfile(ENCODER / "tokenizer.json", out / "tokenizer.json")
    settings = load(weights.parent / "settings.json")
    said = description(out / "reader.onnx", out / "tokenizer.json", settings, made, checkpoint.step(weights))
    (out / "reader.json").write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", type=Path, required=True, help="a checkpoint of training.train")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    export(given.weights, given.out, date.today())


if __name__ == "__main__":
    main()

"""Measure weights or an exported file on SQuAD 2.0 dev: ``python -m training.measure --data FOLDER --model FILE``."""

import argparse
import json
import sys
import time
from pathlib import Path

from training import checkpoint
from training.development import Development, measures, torch_predict
from training.encode import load_tokenizer
from training.entailment import Claims
from training.export import onnx_predict
from training.model import empty_reader
from training.read import Predict
from training.train import ENCODER


def predictor(model: Path, threads: int) -> Predict:
    """A predictor for an ``.onnx`` file, or for the ``.pt`` weights of a run, in float32."""
    if model.suffix == ".onnx":
        return onnx_predict(model, threads)
    reader = empty_reader(ENCODER)
    reader.load_state_dict(checkpoint.weights(model))
    return torch_predict(reader.eval(), half=False)


def main() -> None:
    """The command line: one JSON object, percent for EM and F1, milliseconds a passage."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--model", type=Path, required=True, help=".onnx, or .pt of a run")
    parser.add_argument("--rows", type=int, default=2000, help="of 11,865, in a fixed random order")
    parser.add_argument("--threads", type=int, default=2)
    given = parser.parse_args()
    tokenizer = load_tokenizer(ENCODER / "tokenizer.json")
    development = Development(given.data, tokenizer, rows=given.rows)
    predict = predictor(given.model, given.threads)
    began = time.perf_counter()
    answered = development.answer(predict)
    each = 1000 * (time.perf_counter() - began) / len(answered)
    found = {**measures(answered), "rows": len(answered), "ms_per_passage": round(each, 1)}
    claims = Claims(given.data, tokenizer).measure(predict)
    sys.stdout.write(json.dumps({"model": given.model.name, **found, **claims}) + "\n")


if __name__ == "__main__":
    main()

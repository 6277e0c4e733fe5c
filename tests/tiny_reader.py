"""A reader to open: the real files in the real formats, with a model that only counts."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import onnx
from onnx import TensorProto, helper
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

IDS, LOGITS = TensorProto.INT64, TensorProto.FLOAT


def tokenizer() -> Tokenizer:
    """Words by their first letter: a is 1, b is 2, anything else 27."""
    letters = {letter: number for number, letter in enumerate("abcdefghijklmnopqrstuvwxyz", start=1)}
    made = Tokenizer(models.WordLevel(letters | {"?": 27}, unk_token="?"))
    made.normalizer = normalizers.Lowercase()
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    return made


def write_reader(folder: Path) -> Path:
    """The folder, with ``reader.onnx``, ``tokenizer.json`` and ``reader.json`` in it."""
    folder.mkdir(parents=True)
    onnx.save(model(), folder / "reader.onnx")
    tokenizer().save(str(folder / "tokenizer.json"))
    said = {
        "model": "reader.onnx",
        "sha256": sha256(folder / "reader.onnx"),
        "tokenizer": "tokenizer.json",
        "tokenizer_sha256": sha256(folder / "tokenizer.json"),
        "max_length": 32,
        "question_tokens": 8,
        "header_tokens": 6,
        "answer_tokens": 5,
        "entailment": ["contradicts", "says nothing", "supports"],
    }
    (folder / "reader.json").write_text(json.dumps(said), encoding="utf-8")
    return folder


def sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def model() -> onnx.ModelProto:
    """Start and end are the ids; both verdicts their sum; of a statement nothing is said."""
    nodes = [
        helper.make_node("Cast", ["input_ids"], ["start"], to=LOGITS),
        helper.make_node("Cast", ["input_ids"], ["end"], to=LOGITS),
        helper.make_node("ReduceSum", ["start", "along"], ["answerable"], keepdims=0),
        helper.make_node("ReduceSum", ["start", "along"], ["relevant"], keepdims=0),
        helper.make_node("ReduceSum", ["start", "along"], ["totals"], keepdims=1),
        helper.make_node("Mul", ["totals", "shares"], ["entailment"]),
        helper.make_node("Identity", ["attention_mask"], ["mask"]),
        helper.make_node("Identity", ["token_type_ids"], ["types"]),
    ]
    constants = [
        helper.make_tensor("along", IDS, [1], [1]),
        helper.make_tensor("shares", LOGITS, [1, 3], [0.0, 1.0, 0.0]),
    ]
    names = ("input_ids", "attention_mask", "token_type_ids")
    taken = [helper.make_tensor_value_info(name, IDS, ["rows", "tokens"]) for name in names]
    shapes = {"start": ["rows", "tokens"], "end": ["rows", "tokens"], "answerable": ["rows"], "relevant": ["rows"]}
    given = [helper.make_tensor_value_info(name, LOGITS, shape) for name, shape in shapes.items()]
    given.append(helper.make_tensor_value_info("entailment", LOGITS, ["rows", 3]))
    graph = helper.make_graph(nodes, "tiny", taken, given, constants)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)

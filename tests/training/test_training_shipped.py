"""Weights come back out of an exported file, but for what int8 rounded away."""

from pathlib import Path

import numpy as np
import onnx
import pytest
import torch
from onnx import TensorProto, helper, numpy_helper

from training.encode import collate, encode, load_tokenizer
from training.examples import Example
from training.export import onnx_predict
from training.model import empty_reader
from training.shipped import shipped_weights
from training.train import ENCODER
from vectorstore.rerank import FOLDER

QUESTION = Example(
    question="Who resigned in Orsk?",
    header="Minister resigns. 5 March 2024.",
    passage="After the flood, the water minister, Anna Berg, resigned in Orsk. The dam will be rebuilt by May.",
)


@pytest.mark.model
def test_a_reader_with_the_shipped_weights_reads_as_the_shipped_file_does() -> None:
    path = FOLDER / "reader.onnx"
    reader = empty_reader(ENCODER).eval()
    batch = collate(encode(load_tokenizer(ENCODER / "tokenizer.json"), [QUESTION], 256, None))

    reader.load_state_dict(shipped_weights(path))
    with torch.no_grad():
        start, end, *_ = reader(batch.input_ids, batch.attention_mask, batch.token_type_ids)

    for found, expected in zip((start, end), onnx_predict(path)(batch), strict=False):
        assert np.corrcoef(found.numpy()[0], expected[0])[0, 1] > 0.99
        assert found.argmax() == expected.argmax()


def test_a_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    weight = numpy_helper.from_array(torch.ones(4, 4).numpy(), "w")
    node = helper.make_node("MatMul", ["x", "w"], ["y"], name="product")
    shapes = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 4]) for name in ("x", "y")]
    graph = helper.make_graph([node], "other", shapes[:1], shapes[1:], [weight])
    onnx.save(helper.make_model(graph), tmp_path / "other.onnx")

    with pytest.raises(ValueError, match="product has no bias: this is not a file of training"):
        shipped_weights(tmp_path / "other.onnx")

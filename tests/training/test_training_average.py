"""The mean of weights that went apart."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from training import checkpoint
from training.average import average, write
from training.settings import Settings, load, save
from training.shipped import shipped_weights
from vectorstore.rerank import FOLDER


def test_the_mean_is_taken_of_each_weight_and_of_nothing_else() -> None:
    one = {"layer": torch.tensor([1.0, 3.0]), "positions": torch.tensor([0, 1])}
    other = {"layer": torch.tensor([3.0, 4.0]), "positions": torch.tensor([0, 1])}

    found = average([one, other])

    assert found["layer"].tolist() == [2.0, 3.5]
    assert found["positions"].tolist() == [0, 1]
    assert found["positions"].dtype == torch.int64


def test_what_is_written_is_exported_like_the_weights_of_a_run(tmp_path: Path) -> None:
    files = [tmp_path / name / "weights-000500.pt" for name in ("one", "other")]
    for file, value in zip(files, (1.0, 2.0), strict=True):
        file.parent.mkdir()
        save(Settings(seed=int(value)), file.parent / "settings.json")
        checkpoint.write_weights(file, {"layer": torch.tensor([value])})

    written = write(files, tmp_path / "mean")

    assert checkpoint.weights(written)["layer"].tolist() == [1.5]
    assert checkpoint.step(written) == 500
    assert load(tmp_path / "mean" / "settings.json").seed == 2


@pytest.mark.model
def test_an_exported_file_may_be_among_them(tmp_path: Path) -> None:
    exported = FOLDER / "reader.onnx"
    doubled = {name: 2 * weight for name, weight in shipped_weights(exported).items()}
    save(Settings(), tmp_path / "settings.json")
    checkpoint.write_weights(tmp_path / "weights-000500.pt", doubled)

    written = write([exported, tmp_path / "weights-000500.pt"], tmp_path / "mean")

    assert checkpoint.step(written) == 500
    for name, weight in checkpoint.weights(written).items():
        assert torch.allclose(weight, 0.75 * doubled[name]), name

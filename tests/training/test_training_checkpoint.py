from pathlib import Path

import torch

from training import checkpoint


def test_the_steps_of_a_checkpoint_are_in_it_and_those_of_bare_weights_in_their_name(tmp_path: Path) -> None:
    torch.save({"reader": {}, "step": 700}, tmp_path / "checkpoint.pt")
    torch.save({}, tmp_path / "weights-000500.pt")

    assert checkpoint.step(tmp_path / "checkpoint.pt") == 700
    assert checkpoint.step(tmp_path / "weights-000500.pt") == 500

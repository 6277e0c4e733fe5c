"""Weights of several runs in one: ``python -m training.average --weights FILE FILE ... --out FOLDER``.

Runs that went apart from one checkpoint and each let the learning rate fall on data of their own err differently, and
the mean of their weights errs less than any of them (Wortsman et al., "Model soups", 2022). So does the mean of what
training began with and what it came to, on data unlike those of training ("Robust fine-tuning", 2022): a file may be an
exported one.
"""

import argparse
import shutil
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor

from training import checkpoint
from training.shipped import shipped_weights

EXPORTED = ".onnx"


def average(states: Sequence[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of weights of the same names and shapes; what is no weight, such as positions, as in the first."""
    return {name: _mean([state[name] for state in states]) for name in states[0]}


def write(files: Sequence[Path], out: Path) -> Path:
    """Write the mean of the weights in some files, and the settings of the last one's run, into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(files[-1].parent / "settings.json", out / "settings.json")
    step = max(checkpoint.step(file) for file in files if file.suffix != EXPORTED)
    target = out / f"weights-{step:06d}.pt"
    checkpoint.write_weights(target, average([_weights(file) for file in files]))
    return target


def _weights(file: Path) -> dict[str, Tensor]:
    return shipped_weights(file) if file.suffix == EXPORTED else checkpoint.weights(file)


def _mean(tensors: Sequence[Tensor]) -> Tensor:
    if not tensors[0].is_floating_point():
        return tensors[0]
    return torch.stack(list(tensors)).mean(dim=0)


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--weights",
        type=Path,
        nargs="+",
        required=True,
        help="checkpoints of training.train, and exported files before them",
    )
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    write(given.weights, given.out)


if __name__ == "__main__":
    main()

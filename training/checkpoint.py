"""A training run on disk: all that is needed to go on as if it had never been stopped."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor
from torch.optim import AdamW

from training.model import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """Where a run stands: steps done, and the step at which the learning rate begins (or began) to fall."""

    step: int
    decay_start: int


def save(path: Path, progress: Progress, reader: Reader, optimizer: AdamW) -> None:
    """Write weights, optimizer, random state and progress; the file is replaced whole or not at all."""
    state = {
        "step": progress.step,
        "decay_start": progress.decay_start,
        "reader": reader.state_dict(),
        "optimizer": optimizer.state_dict(),
        "random": torch.get_rng_state(),
    }
    _write(path, state)


def restore(path: Path, reader: Reader, optimizer: AdamW) -> Progress:
    """Put a run back to where ``save`` left it."""
    state = torch.load(path, weights_only=True)
    reader.load_state_dict(state["reader"])
    optimizer.load_state_dict(state["optimizer"])
    torch.set_rng_state(state["random"])
    return Progress(step=state["step"], decay_start=state["decay_start"])


def save_weights(path: Path, reader: Reader) -> None:
    """Write the weights alone."""
    write_weights(path, reader.state_dict())


def write_weights(path: Path, weights: dict[str, Tensor]) -> None:
    """Write weights as ``weights`` reads them."""
    _write(path, weights)


def weights(path: Path) -> dict[str, Tensor]:
    """The weights in a file of ``save`` or ``save_weights``."""
    state: dict[str, Any] = torch.load(path, weights_only=True)
    found: dict[str, Tensor] = state.get("reader", state)
    return found


def step(path: Path) -> int:
    """The steps that a file of ``save`` or ``save_weights`` has behind it; of the latter, by its name."""
    state: dict[str, Any] = torch.load(path, weights_only=True)
    return int(state["step"] if "step" in state else path.stem.rpartition("-")[2])


def _write(path: Path, state: Any) -> None:
    unfinished = path.with_suffix(".unfinished")
    torch.save(state, unfinished)
    unfinished.replace(path)

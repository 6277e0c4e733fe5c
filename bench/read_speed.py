"""What one passage costs the trained reader, in processor time, as onnxruntime would run it and as it is run here.

    python -m bench.read_speed [--tokens 220] [--times 40]

Processor time of one thread, so that other work on the machine hardly counts. The ways take turns.
"""

from __future__ import annotations

from statistics import median
from time import thread_time

import numpy as np
import onnxruntime
import typer

from vectorstore.rerank import FOLDER, INPUTS, OUTPUTS, SLOWER_FUSED

WAYS = {"as onnxruntime would": [], "as it is run here": [SLOWER_FUSED]}


def main(tokens: int = 220, times: int = 40) -> None:
    """Print the median of each way, in milliseconds."""
    sessions = {name: session(disabled) for name, disabled in WAYS.items()}
    given = passage(tokens)
    taken: dict[str, list[float]] = {name: [] for name in WAYS}
    for _ in range(times):
        for name, one in sessions.items():
            start = thread_time()
            one.run(OUTPUTS, given)
            taken[name].append(1000 * (thread_time() - start))
    for name, milliseconds in taken.items():
        print(f"{name}: {median(milliseconds):.1f} ms")


def session(disabled: list[str]) -> onnxruntime.InferenceSession:
    """The shipped reader on one thread, without some of the optimisations."""
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    providers = ["CPUExecutionProvider"]
    return onnxruntime.InferenceSession(FOLDER / "reader.onnx", options, providers, disabled_optimizers=disabled)


def passage(tokens: int) -> dict[str, np.ndarray]:
    """A question of 20 tokens and a passage of the rest, of random words."""
    ids = np.random.default_rng(0).integers(1000, 20000, (1, tokens))
    types = np.zeros_like(ids)
    types[:, 20:] = 1
    return dict(zip(INPUTS, (ids, np.ones_like(ids), types), strict=True))


if __name__ == "__main__":
    typer.run(main)

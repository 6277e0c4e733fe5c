"""Draw a run: ``python -m training.plot --run FOLDER --out FILE.svg``."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from matplotlib.figure import Figure

SMOOTHED = 10  # log lines in a running mean


def read_log(path: Path) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """Training lines and development lines of ``progress.jsonl``, each step once, in order."""
    lines = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    training = {line["step"]: line for line in lines if "total" in line}
    development = {line["step"]: line for line in lines if "development" in line}
    return [training[step] for step in sorted(training)], [development[step] for step in sorted(development)]


def running_mean(values: Sequence[float], width: int = SMOOTHED) -> list[float]:
    """The mean of each value and up to ``width - 1`` before it."""
    return [sum(values[max(0, end - width) : end]) / min(width, end) for end in range(1, len(values) + 1)]


def draw(run: Path, out: Path) -> None:
    """Losses on the left, development measures on the right, over steps."""
    training, development = read_log(run / "progress.jsonl")
    figure = Figure(figsize=(9, 3.2), layout="constrained")
    losses, scores = figure.subplots(1, 2)
    for name in ("span", "answerable", "relevant", "entailment"):
        steps = [line["step"] for line in training]
        losses.plot(steps, running_mean([line[name] for line in training]), label=name)
    losses.set(xlabel="step", ylabel="training loss", yscale="log")
    for name in ("em", "f1", "answerable_f1"):
        steps = [line["step"] for line in development]
        scores.plot(steps, [line["development"][name] for line in development], marker=".", label=name)
    scores.set(xlabel="step", ylabel="SQuAD 2.0 dev, 320 rows, %")
    for axes in (losses, scores):
        axes.legend(frameon=False)
        axes.grid(alpha=0.3)
    figure.savefig(out, metadata={"Date": None})


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--run", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    draw(given.run, given.out)


if __name__ == "__main__":
    main()

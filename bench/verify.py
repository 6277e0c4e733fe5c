"""Fit the weights of the check of sentences, and measure it.

    python -m bench.verify fit NLI.jsonl.gz QA.jsonl.gz    writes bot/checking/weights.py
    python -m bench.verify measure CLAIMS.jsonl.gz...      balanced accuracy, AUROC, precision of "supported"

Fitting is a logistic regression in which every family of claims counts the same, and supported ones as much as others,
both among claims in the sources' words and among the rest.
No weight may have the wrong sign, so that more evidence never lowers a score.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Mapping
from pathlib import Path
from time import perf_counter
from typing import Annotated

import numpy as np
import typer
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.metrics import balanced_accuracy_score, roc_auc_score

from bench.observed import Flags, Floats, Observed, alone, observed
from bot import verify_claim
from bot.types import Support
from vectorstore.rerank import DESCRIPTION, JUDGE

Places = NDArray[np.int64]
WEIGHTS = Path(__file__).parent.parent / "bot" / "checking" / "weights.py"
PENALTY = 0.003
FOLDS = 5
EVEN = 0.5  # as likely supported as not, where as many claims are as are not
LIKELY = 0.85
"""Of the supported claims that were not fitted on, so many are at least partly supported."""


app = typer.Typer(add_completion=False, help=__doc__)


@app.command()
def fit(
    nli: Annotated[Path, typer.Argument(help="pairs of a text and a claim")],
    qa: Annotated[Path, typer.Argument(help="questions on texts")],
    kept: Annotated[Path | None, typer.Option(help="an .npy file for what is seen of the rows, to go on from")] = None,
    processes: Annotated[int, typer.Option(min=1, help="that look at rows at the same time")] = 2,
) -> None:
    """Weights from all rows; thresholds from five folds, each scored by weights of the other four."""
    known = observed(nli, qa, kept, processes)
    print("without the judge")
    without = _held_out(alone(known), _folds(known))
    _report(alone(known), without)
    print("with the judge")
    _report(known, _held_out(known, _folds(known)))
    thresholds = {"SUPPORTED": EVEN, "PARTLY": _reached(without[known.truth], known.share[known.truth])}
    _write({"ALONE": alone(known), "JUDGED": known}, thresholds)


def _folds(known: Observed) -> Places:
    return np.arange(len(known.rows)) % FOLDS


def _held_out(known: Observed, fold: Places) -> Floats:
    """A score for each row by weights that were not fitted on its fold."""
    scores = np.zeros(len(fold))
    for held in np.unique(fold):
        for part in (known.theirs, ~known.theirs):
            weights, bias = _fitted(known, part & (fold != held))
            asked = part & (fold == held)
            scores[asked] = _logistic(known.data[asked] @ weights + bias)
    return scores


def _fitted(known: Observed, among: Flags) -> tuple[Floats, float]:
    """Weights and bias from some rows, of which the supported ones count as much as the others.

    So whether a claim has only words of the sources, which decides among the two sets, is no evidence by itself.
    """
    data, truth = known.data[among], known.truth[among]
    share = _halved(known.share[among], truth)
    mean, spread = data.mean(0), data.std(0) + 1e-9
    scaled, sign = (data - mean) / spread, np.where(truth, 1.0, -1.0)

    def loss(guess: Floats) -> tuple[float, Floats]:
        margin = sign * (scaled @ guess[1:] + guess[0])
        slope = -share * sign * _logistic(-margin)
        value = float((share * np.logaddexp(0, -margin)).sum() + PENALTY * (guess[1:] ** 2).sum())
        return value, np.concatenate([[slope.sum()], scaled.T @ slope + 2 * PENALTY * guess[1:]])

    limits = {1: (0, None), -1: (None, 0), 0: (None, None)}
    bounds = [limits[0], *(limits[sign] for sign in known.signs.values())]
    guess = minimize(loss, np.zeros(len(bounds)), jac=True, bounds=bounds, method="L-BFGS-B").x
    weights = guess[1:] / spread
    return weights, float(guess[0] - weights @ mean)


def _halved(share: Floats, truth: Flags) -> Floats:
    """Shares that sum to a half on either side."""
    halved: Floats = share / np.where(truth, share[truth].sum(), share[~truth].sum()) / 2
    return halved


def _reached(scores: Floats, share: Floats) -> float:
    """The score that ``LIKELY`` of the rows reach."""
    order = np.argsort(-scores)
    reached = np.cumsum(share[order]) / share.sum()
    return float(scores[order][int(np.searchsorted(reached, LIKELY))])


def _report(known: Observed, scores: Floats) -> None:
    """What rows, and then families, are told apart by weights that were not fitted on them."""
    _by_group(known, scores)
    _by_family(known, scores, "rows")
    _by_family(known, _held_out(known, np.unique(known.families, return_inverse=True)[1]), "families")


def _by_group(known: Observed, scores: Floats) -> None:
    groups, truth = np.array([row.group for row in known.rows]), known.truth
    for group in sorted(set(groups)):
        among = (groups == group) | ((groups == group.split("/")[0]) & truth)
        if len(set(truth[among])) == 2:
            print(f"{group:24} {among.sum():6} rows  AUROC {roc_auc_score(truth[among], scores[among]):.3f}")


def _by_family(known: Observed, scores: Floats, held: str) -> None:
    """What other rows, or other families, teach about each family; the last line is the mean of all."""
    families = known.families
    names = sorted(set(families))
    area = [roc_auc_score(known.truth[families == name], scores[families == name]) for name in names]
    exact = [balanced_accuracy_score(known.truth[families == name], scores[families == name] >= EVEN) for name in names]
    for name, one, other in zip([*names, "mean"], [*area, np.mean(area)], [*exact, np.mean(exact)], strict=True):
        print(f"other {held:9} {name:10} AUROC {one:.3f}  balanced accuracy {other:.3f}")


def _logistic(values: Floats) -> Floats:
    return 1 / (1 + np.exp(-values))


def _write(known: Mapping[str, Observed], least: Mapping[str, float]) -> None:
    WEIGHTS.write_text(
        '"""What each feature is worth. Written by ``python -m bench.verify fit``; do not edit.\n\n'
        "The first number is for a claim all of whose words are in the sources, the second for any other.\n"
        '"""\n\n'
        "from collections.abc import Mapping\n\n"
        "Weights = Mapping[str, tuple[float, float]]\n\n"
        f'FITTED_FOR = "{json.loads((JUDGE / DESCRIPTION).read_text())["sha256"]}"\n'
        '"""SHA-256 of the judge\'s model; with any other none is asked."""\n'
        + "".join(_table(name, rows) for name, rows in known.items())
        + '"""Where the trained judge is asked, too."""\n\n'
        + "".join(f"{name} = {score:.3f}\n" for name, score in least.items())
        + '"""Scores from which on a sentence is supported, or partly so."""\n',
        encoding="utf-8",
    )


def _table(name: str, known: Observed) -> str:
    (theirs, bias), (others, other_bias) = _fitted(known, known.theirs), _fitted(known, ~known.theirs)
    pairs = zip(("bias", *known.signs), (bias, *theirs), (other_bias, *others), strict=True)
    lines = "".join(f'    "{sign}": ({one:.3f}, {other:.3f}),\n' for sign, one, other in pairs)
    return f"\n{name}: Weights = {{\n{lines}}}\n"


@app.command("measure")
def measure_all(paths: Annotated[list[Path], typer.Argument(help="sets of claims")]) -> None:
    """Supported against the rest, at the thresholds in use."""
    for path in paths:
        measure(path)


def measure(path: Path) -> None:
    """The line of one set."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        claims = [json.loads(line) for line in lines]
    started = perf_counter()
    verdicts = [verify_claim(claim["claim"], claim["source_text"]) for claim in claims]
    each = 1000 * (perf_counter() - started) / len(claims)
    truth = np.array([claim["label"] == "supported" for claim in claims])
    said = np.array([verdict.support is Support.SUPPORTED for verdict in verdicts])
    scores = np.array([verdict.score for verdict in verdicts])
    print(
        f"{path.parent.name:16} {len(claims)} claims  AUROC {roc_auc_score(truth, scores):.3f}  balanced accuracy "
        f"{balanced_accuracy_score(truth, said):.3f}  precision of supported {truth[said].mean():.3f} "
        f"({said.mean():.0%} said so, {truth.mean():.0%} are)  {each:.1f} ms each"
    )


if __name__ == "__main__":
    app()

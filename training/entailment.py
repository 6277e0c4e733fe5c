"""Measuring the entailment head on claims held out of training by passage."""

import random
from collections import Counter
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from training.examples import ENTAILMENT, Example
from training.read import Predict, read
from training.rows import ClaimRow, read_claims
from training.scores import auroc
from training.sources import CLAIM_SOURCES, LABELS, held_out


class Claims:
    """A fixed subset of the held-out claims."""

    def __init__(self, folder: Path, tokenizer: Tokenizer, *, rows: int = 1000) -> None:
        self.rows = [row for row in read_claims(folder, CLAIM_SOURCES) if held_out(row.passage)]
        random.Random("claims").shuffle(self.rows)
        self.rows = self.rows[:rows]
        self._tokenizer = tokenizer

    def measure(self, predict: Predict) -> dict[str, float]:
        """Accuracy over three labels (percent), the share of the commonest, and AUROC of "supports"."""
        examples = [Example(question=row.claim, header="", passage=row.passage) for row in self.rows]
        readings = read(examples, self._tokenizer, predict, max_length=512)
        logits = np.array([reading.entailment for reading in readings])
        gold = np.array([_label(row) for row in self.rows])
        supports = ENTAILMENT.index("supports")
        return {
            "claims": len(gold),
            "claim_accuracy": round(100 * float(np.mean(logits.argmax(axis=1) == gold)), 2),
            "claim_commonest": round(100 * Counter(gold.tolist()).most_common(1)[0][1] / len(gold), 2),
            "supports_auroc": round(auroc(_log_odds(logits, supports).tolist(), (gold == supports).tolist()), 4),
        }


def _label(row: ClaimRow) -> int:
    return ENTAILMENT.index(LABELS[row.label])


def _log_odds(logits: np.ndarray, label: int) -> np.ndarray:
    """Log odds of one label against the others, from softmax logits."""
    others = np.delete(logits, label, axis=1)
    return np.asarray(logits[:, label] - np.logaddexp.reduce(others, axis=1))

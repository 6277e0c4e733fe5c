"""The development set, SQuAD 2.0 dev, held out of training by article: reading it and measuring on it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from tokenizers import Tokenizer

from training.encode import Batch
from training.examples import Example, header
from training.model import Reader
from training.read import Floats, Predict, Reading, read
from training.rows import QuestionRow, read_questions
from training.scores import auroc, exact, f1

LONGEST = 512
"""Tokens: what the encoder has positions for; only one passage in fifty is longer than it was trained on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A development question with what the reader says of its passage."""

    row: QuestionRow
    reading: Reading

    @property
    def said(self) -> str:
        """The best span."""
        return self.row.passage[self.reading.start : self.reading.end]

    @property
    def confidence(self) -> float:
        """Span and answerable logits together: higher, more likely answerable."""
        return 0.5 * self.reading.span + self.reading.answerable


class Development:
    """A fixed subset of the development set, and the measures on it."""

    def __init__(self, folder: Path, tokenizer: Tokenizer, *, rows: int = 320) -> None:
        self.rows = development_rows(folder, rows)
        self._tokenizer = tokenizer

    def answer(self, predict: Predict) -> list[Answered]:
        """The reader's reading of every row."""
        examples = [
            Example(question=row.question, header=header(row.title, None), passage=row.passage) for row in self.rows
        ]
        readings = read(examples, self._tokenizer, predict, max_length=LONGEST)
        return [Answered(row=row, reading=reading) for row, reading in zip(self.rows, readings, strict=True)]

    def measure(self, reader: Reader) -> dict[str, float]:
        """Measures of a reader in training, which is left in training mode."""
        reader.eval()
        answered = self.answer(torch_predict(reader))
        reader.train()
        return measures(answered)


def development_rows(folder: Path, count: int) -> list[QuestionRow]:
    """``count`` rows in a fixed random order; a larger count begins with the rows of a smaller one."""
    rows = read_questions(folder)["squad2_dev"]
    random.Random("development").shuffle(rows)
    return rows[:count]


def measures(answered: Sequence[Answered]) -> dict[str, float]:
    """EM and F1 (percent) with the decision to decline tuned on the other half of the articles, and AUROC."""
    halves = _halves(answered)
    declined: list[tuple[Answered, bool]] = []
    for held, tuned in zip(halves, reversed(halves), strict=True):
        threshold = best_threshold(tuned)
        declined += [(one, one.confidence < threshold) for one in held]
    said = [("" if decline else one.said, one.row.answer_texts) for one, decline in declined]
    return {
        "em": round(100 * float(np.mean([exact(*pair) for pair in said])), 2),
        "f1": round(100 * float(np.mean([f1(*pair) for pair in said])), 2),
        "answerable_f1": round(
            100 * float(np.mean([f1(one.said, one.row.answer_texts) for one in answered if one.row.answers])), 2
        ),
        "auroc": round(auroc([one.confidence for one in answered], [bool(one.row.answers) for one in answered]), 4),
    }


def _halves(answered: Sequence[Answered]) -> tuple[list[Answered], list[Answered]]:
    """The rows of every other article, in the order of titles, and the rest."""
    titles = sorted({one.row.title for one in answered})
    even = set(titles[::2])
    return [one for one in answered if one.row.title in even], [one for one in answered if one.row.title not in even]


def best_threshold(answered: Sequence[Answered]) -> float:
    """The confidence below which declining gives the highest mean F1."""
    ordered = sorted(answered, key=lambda one: one.confidence)
    gains = [float(not one.row.answers) - f1(one.said, one.row.answer_texts) for one in ordered]
    declined = int(np.argmax(np.concatenate([[0.0], np.cumsum(gains)])))
    return ordered[declined].confidence if declined < len(ordered) else np.inf


def torch_predict(reader: Reader, *, half: bool = True) -> Predict:
    """A predictor that runs the reader in torch, in bf16 as in training or in float32."""

    def predict(batch: Batch) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=half):
            outputs = reader(batch.input_ids, batch.attention_mask, batch.token_type_ids)
        start, end, answerable, relevant, entailment = (output.float().numpy() for output in outputs)
        return start, end, answerable, relevant, entailment

    return predict

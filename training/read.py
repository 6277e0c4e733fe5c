"""From logits to an answer: what the running system does with the reader, in its plainest form."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from training.encode import Batch, collate, encode
from training.examples import Example

Floats: TypeAlias = NDArray[np.float32]
Predict: TypeAlias = Callable[[Batch], tuple[Floats, Floats, Floats, Floats, Floats]]  # in the order of model.OUTPUTS

ANSWER_TOKENS = 30
"""The longest span that may be an answer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What the reader says of one passage: its best span, and logits.

    ``span`` is the start plus end logit of the best span less that of [CLS]: above zero, the span head would answer.
    ``start`` and ``end`` are characters of the passage, end exclusive.
    """

    start: int
    end: int
    span: float
    answerable: float
    relevant: float
    entailment: tuple[float, float, float]


def best_span(start: Floats, end: Floats, longest: int = ANSWER_TOKENS) -> tuple[int, int, float]:
    """First and last place of the span of at most ``longest`` with the highest sum of logits, and that sum."""
    sums = start[:, None] + end[None, :]
    allowed = np.triu(np.ones(sums.shape, dtype=bool)) & ~np.triu(np.ones(sums.shape, dtype=bool), longest)
    place = int(np.where(allowed, sums, -np.inf).argmax())
    first, last = divmod(place, len(end))
    return first, last, float(sums[first, last])


def read(
    examples: Sequence[Example], tokenizer: Tokenizer, predict: Predict, *, max_length: int, batch_size: int = 16
) -> list[Reading]:
    """Read every example, long ones by their first ``max_length`` tokens. Order is kept."""
    rows = encode(tokenizer, examples, max_length, None)
    order = sorted(range(len(rows)), key=lambda number: len(rows[number].ids))
    readings: dict[int, Reading] = {}
    for place in range(0, len(order), batch_size):
        numbers = order[place : place + batch_size]
        outputs = predict(collate([rows[number] for number in numbers]))
        for row, number in enumerate(numbers):
            offsets = tokenizer.encode(examples[number].passage, add_special_tokens=False).offsets
            span = slice(rows[number].passage, len(rows[number].ids) - 1)
            readings[number] = _reading([output[row] for output in outputs], span, offsets)
    return [readings[number] for number in range(len(rows))]


def _reading(logits: Sequence[Floats], passage: slice, offsets: Sequence[tuple[int, int]]) -> Reading:
    start, end, answerable, relevant, entailment = logits
    first, last, score = best_span(start[passage], end[passage])
    return Reading(
        start=offsets[first][0],
        end=offsets[last][1],
        span=score - float(start[0] + end[0]),
        answerable=float(answerable),
        relevant=float(relevant),
        entailment=(float(entailment[0]), float(entailment[1]), float(entailment[2])),
    )

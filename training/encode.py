"""Examples to token ids and batches. The same layout is used when the reader runs: see README.md."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Encoding, Tokenizer
from torch import Tensor

from training.examples import Example

CLS, SEP, PAD = 101, 102, 0
QUESTION_TOKENS, HEADER_TOKENS = 64, 40
IGNORED = -100


@dataclass(frozen=True, slots=True, kw_only=True)
class Encoded:
    """``[CLS] question [SEP] header passage [SEP]`` as ids, with the targets as token positions.

    ``start`` and ``end`` (inclusive) are 0, the place of [CLS], for "no answer"; any target may be ``IGNORED``.
    """

    ids: list[int]
    second: int  # position of the first token of type 1: the header, or the passage where there is no header
    passage: int  # position of the first token of the passage
    start: int
    end: int
    answerable: int
    relevant: int
    entailment: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows padded to the longest; all (rows, tokens) int64 but ``spans``, (rows, tokens) bool, and targets, (rows,)."""

    input_ids: Tensor
    attention_mask: Tensor
    token_type_ids: Tensor
    spans: Tensor  # where a span may start or end: [CLS] and the passage
    start: Tensor
    end: Tensor
    answerable: Tensor
    relevant: Tensor
    entailment: Tensor


def load_tokenizer(path: Path) -> Tokenizer:
    """The tokenizer of the encoder with its own truncation and padding turned off."""
    tokenizer: Tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def encode(
    tokenizer: Tokenizer, examples: Sequence[Example], max_length: int, rng: random.Random | None
) -> list[Encoded]:
    """Tokenise; of a passage that is too long keep the beginning, or, with ``rng``, a window that holds the answer."""
    texts = [text for example in examples for text in (example.question, example.header, example.passage)]
    parts = tokenizer.encode_batch(texts, add_special_tokens=False)
    triples = zip(parts[0::3], parts[1::3], parts[2::3], strict=True)
    return [
        _encoded(example, question, header, passage, max_length, rng)
        for example, (question, header, passage) in zip(examples, triples, strict=True)
    ]


def _encoded(
    example: Example,
    question: Encoding,
    header: Encoding,
    passage: Encoding,
    max_length: int,
    rng: random.Random | None,
) -> Encoded:
    asked, head = question.ids[:QUESTION_TOKENS], header.ids[:HEADER_TOKENS]
    room = max_length - len(asked) - len(head) - 3
    answer = token_span(passage.offsets, example.answer) if example.answer else None
    first = window_start(len(passage.ids), room, answer, rng) if rng else 0
    at = len(asked) + len(head) + 2
    if example.entailment is not None:
        start = end = IGNORED
    elif answer is None:
        start = end = 0
    else:
        start, end = (at + min(position - first, room - 1) for position in answer)
    return Encoded(
        ids=[CLS, *asked, SEP, *head, *passage.ids[first : first + room], SEP],
        second=len(asked) + 2,
        passage=at,
        start=start,
        end=end,
        answerable=_target(example.answerable),
        relevant=_target(example.relevant),
        entailment=_target(example.entailment),
    )


def token_span(offsets: Sequence[tuple[int, int]], span: tuple[int, int]) -> tuple[int, int] | None:
    """First and last token that overlap the characters ``span``; ``None`` if no token does."""
    inside = [number for number, (start, end) in enumerate(offsets) if start < span[1] and end > span[0]]
    return (inside[0], inside[-1]) if inside else None


def window_start(tokens: int, room: int, answer: tuple[int, int] | None, rng: random.Random) -> int:
    """Where a window of ``room`` tokens begins: at random, but so that it holds the answer and runs to no void."""
    low, high = 0, max(0, tokens - room)
    if answer:
        low, high = max(0, min(answer[1] - room + 1, high)), min(answer[0], high)
    return rng.randint(min(low, high), high)


def collate(rows: Sequence[Encoded]) -> Batch:
    """Pad to the longest row."""
    width = max(len(row.ids) for row in rows)
    places = torch.arange(width).expand(len(rows), width)
    lengths = _column([len(row.ids) for row in rows])
    second, passage = _column([row.second for row in rows]), _column([row.passage for row in rows])
    return Batch(
        input_ids=torch.tensor([row.ids + [PAD] * (width - len(row.ids)) for row in rows]),
        attention_mask=(places < lengths).long(),
        token_type_ids=((places >= second) & (places < lengths)).long(),
        spans=((places >= passage) & (places < lengths - 1)) | (places == 0),
        start=torch.tensor([row.start for row in rows]),
        end=torch.tensor([row.end for row in rows]),
        answerable=torch.tensor([row.answerable for row in rows]),
        relevant=torch.tensor([row.relevant for row in rows]),
        entailment=torch.tensor([row.entailment for row in rows]),
    )


def parts(batch: Sequence[Encoded], size: int) -> list[Batch]:
    """The batch in padded parts of at most ``size`` rows."""
    return [collate(batch[place : place + size]) for place in range(0, len(batch), size)]


def batches(rows: Sequence[Encoded], size: int, rng: random.Random) -> list[list[Encoded]]:
    """Rows of like length together (padding costs as much as text), the batches in random order."""
    ordered = sorted(rows, key=lambda row: len(row.ids))
    cut = [ordered[place : place + size] for place in range(0, len(ordered), size)]
    rng.shuffle(cut)
    return cut


def _column(values: list[int]) -> Tensor:
    return torch.tensor(values).unsqueeze(1)


def _target(value: bool | int | None) -> int:
    return IGNORED if value is None else int(value)

"""The reader: a MiniLM encoder with four linear heads, and its loss."""

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn.functional import binary_cross_entropy_with_logits, cross_entropy
from transformers import BertConfig, BertModel

from training import attention
from training.encode import IGNORED, Batch
from training.examples import ENTAILMENT
from training.settings import ENCODER_SHA256, Settings

OUTPUTS = ("start", "end", "answerable", "relevant", "entailment")
ENCODER_OPTIONS: dict[str, Any] = {
    "attn_implementation": attention.NAME,
    "attention_probs_dropout_prob": 0.0,
    "hidden_dropout_prob": 0.0,
}
"""No dropout: a run of about one epoch cannot learn its data by heart, and a step is a quarter faster without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Losses:
    """Summed over the rows that have the target, divided by all rows; ``total`` is the weighted sum."""

    total: Tensor
    span: Tensor
    answerable: Tensor
    relevant: Tensor
    entailment: Tensor


class Reader(nn.Module):
    """One pass over (question, header, passage): span start and end, answerable, relevant, entailment."""

    def __init__(self, encoder: BertModel) -> None:
        super().__init__()
        self.encoder = encoder
        width = encoder.config.hidden_size
        self.span = nn.Linear(width, 2)
        self.verdicts = nn.Linear(width, 2 + len(ENTAILMENT))

    def forward(
        self, input_ids: Tensor, attention_mask: Tensor, token_type_ids: Tensor
    ) -> tuple[Tensor, Tensor, Tensor, Tensor, Tensor]:
        """Logits in the order of ``OUTPUTS``: two (rows, tokens), two (rows,), one (rows, 3)."""
        states = self.encoder(input_ids, attention_mask, token_type_ids).last_hidden_state
        spans = self.span(states)
        verdicts = self.verdicts(states[:, 0])
        return spans[..., 0], spans[..., 1], verdicts[:, 0], verdicts[:, 1], verdicts[:, 2:]


def new_reader(folder: Path, seed: int) -> Reader:
    """The reader before training: the encoder in ``folder``, and heads drawn with ``seed``.

    Raises: ValueError when the weights are not the ones the project names.
    """
    weights = folder / "model.safetensors"
    if (found := hashlib.sha256(weights.read_bytes()).hexdigest()) != ENCODER_SHA256:
        raise ValueError(f"{weights} has sha256 {found}, expected {ENCODER_SHA256}")
    attention.register()
    torch.manual_seed(seed)
    return Reader(BertModel.from_pretrained(folder, add_pooling_layer=False, **ENCODER_OPTIONS))


def empty_reader(folder: Path) -> Reader:
    """A reader of the right shape whose weights are to be loaded from a checkpoint."""
    attention.register()
    config = BertConfig.from_pretrained(folder, **ENCODER_OPTIONS)
    return Reader(BertModel(config, add_pooling_layer=False))


def losses(outputs: tuple[Tensor, ...], batch: Batch, settings: Settings) -> Losses:
    """Span loss as in Devlin et al. (2019): start and end each a softmax over [CLS] and the passage."""
    start, end, answerable, relevant, entailment = (output.float() for output in outputs)
    barred = ~batch.spans
    span = (
        _classes(start.masked_fill(barred, -1e4), batch.start) + _classes(end.masked_fill(barred, -1e4), batch.end)
    ) / 2
    parts = {
        "span": span,
        "answerable": _yes_no(answerable, batch.answerable),
        "relevant": _yes_no(relevant, batch.relevant),
        "entailment": _classes(entailment, batch.entailment),
    }
    total = (
        settings.span_weight * parts["span"]
        + settings.answerable_weight * parts["answerable"]
        + settings.relevant_weight * parts["relevant"]
        + settings.entailment_weight * parts["entailment"]
    )
    return Losses(total=total, **parts)


def _classes(logits: Tensor, target: Tensor) -> Tensor:
    """Cross-entropy summed over the rows with a target, over all rows: rows keep one weight in any batch."""
    return cross_entropy(logits, target, ignore_index=IGNORED, reduction="sum") / len(target)


def _yes_no(logits: Tensor, target: Tensor) -> Tensor:
    known = target != IGNORED
    each = binary_cross_entropy_with_logits(logits, target.float().clamp(0, 1), reduction="none")
    return (each * known).sum() / len(target)

"""A run that was stopped is the run that was not."""

from collections.abc import Iterator
from pathlib import Path

import torch
from torch.optim import AdamW
from transformers import BertConfig, BertModel

from training import checkpoint
from training.checkpoint import Progress
from training.encode import Batch, Encoded, collate
from training.machine import Machine
from training.model import ENCODER_OPTIONS, Reader
from training.settings import Settings
from training.train import Run, train

SETTINGS = Settings(warmup_steps=2, stable_steps=4, decay_steps=2, learning_rate=0.01)


def run(out: Path) -> Run:
    out.mkdir(exist_ok=True)
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=120,
        hidden_size=8,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=8,
        **ENCODER_OPTIONS | {"attn_implementation": "eager"},
    )
    reader = Reader(BertModel(config, add_pooling_layer=False))
    return Run(
        out=out,
        settings=SETTINGS,
        reader=reader,
        optimizer=AdamW(reader.parameters()),
        progress=Progress(step=0, decay_start=SETTINGS.stable_steps),
        machine=Machine(1),
    )


def batches(first: int) -> Iterator[list[Batch]]:
    for step in range(first, 100):
        ids = [101, 10 + step, 102, 20 + step, 30, 102]
        targets = {"start": 3, "end": 4, "answerable": step % 2, "relevant": 1, "entailment": -100}
        yield [collate([Encoded(ids=ids, second=3, passage=3, **targets)])]


def unmeasured(_: Reader) -> dict[str, float]:
    raise AssertionError("too short a run to be measured")


def stopping(stopped: Run, *, after: int) -> Iterator[list[Batch]]:
    for step, batch in enumerate(batches(0), start=1):
        stopped.stop = step == after
        yield batch


def test_a_run_stopped_and_gone_on_with_ends_with_the_same_weights(tmp_path: Path) -> None:
    whole, stopped, again = run(tmp_path / "whole"), run(tmp_path / "parts"), run(tmp_path / "parts")
    train(whole, batches(0), unmeasured)
    train(stopped, stopping(stopped, after=3), unmeasured)
    again.progress = checkpoint.restore(again.out / "checkpoint.pt", again.reader, again.optimizer)
    train(again, batches(again.progress.step), unmeasured)

    assert (stopped.progress.step, again.progress.step) == (3, 6)
    alike = again.reader.state_dict()
    assert all(
        torch.allclose(weights, alike[name], atol=2e-3)
        for name, weights in whole.reader.state_dict().items()
        if not name.endswith("key.bias")  # whose gradient is nothing but rounding, and moves it all the same
    )

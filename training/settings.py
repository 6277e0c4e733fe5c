"""Every number that decides what the trained reader is, in one value that is saved with it."""

import json
from dataclasses import asdict, dataclass, field
from pathlib import Path

ENCODER_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"


def default_mixture() -> dict[str, int]:
    """Examples of each source in one block, the unit in which data are drawn and shuffled."""
    return {
        "squad": 216,
        "squad_long": 96,
        "squad_unanswerable": 144,
        "squad_changed": 36,
        "squad_other_article": 60,
        "squad_same_article": 36,
        "natural_questions": 60,
        "natural_questions_other": 24,
        "wikinews": 60,
        "wikinews_other": 18,
        "entailment": 18,
    }


def judge_mixture() -> dict[str, int]:
    """The same for the judge of claims; questions are a reminder of how to read."""
    return {
        "claims": 160,
        "claims_pictures": 48,
        "claims_hidden": 96,
        "claims_joined": 96,
        "answers": 112,
        "sentences": 160,
        "squad": 48,
        "squad_unanswerable": 48,
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What to train on, for how long and how fast.

    The learning rate is warmed up, held, and let down over ``decay_steps`` (warmup, stable, decay):
    the held part may be stopped or prolonged without planning its length in advance.
    """

    seed: int = 5
    batch_size: int = 16
    pass_size: int = 16  # examples that go through the encoder at once; the rest of a batch only adds gradients
    learning_rate: float = 1e-4
    weight_decay: float = 0.01
    warmup_steps: int = 200
    stable_steps: int = 18000  # counted from step 0, so warmup included
    decay_steps: int = 1000
    max_length: int = 256  # tokens, question, header and passage together
    span_weight: float = 1.0
    answerable_weight: float = 0.5
    relevant_weight: float = 0.25
    entailment_weight: float = 0.5
    mixture: dict[str, int] = field(default_factory=default_mixture)

    @property
    def block_size(self) -> int:
        """Examples in a block."""
        return sum(self.mixture.values())

    @property
    def batches_per_block(self) -> int:
        """Batches in a block; the last may be short."""
        return -(-self.block_size // self.batch_size)


def judge_settings() -> Settings:
    """What the judge is trained with, from the reader on."""
    return Settings(mixture=judge_mixture(), entailment_weight=1.0, stable_steps=12000)


def save(settings: Settings, path: Path) -> None:
    """Write the settings as JSON, for the record and for ``load``."""
    path.write_text(json.dumps(asdict(settings), indent=2) + "\n", encoding="utf-8")


def load(path: Path) -> Settings:
    """Read settings written by ``save``.

    Raises: TypeError when the file has a setting that this version does not know.
    """
    return Settings(**json.loads(path.read_text(encoding="utf-8")))

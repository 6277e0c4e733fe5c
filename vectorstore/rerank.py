"""The trained reader at work: a question and passages in, answer spans and verdicts out.

So is the trained judge, a model of the same form: a statement and passages in. ``training/README.md`` says what goes in
and what comes out.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from threading import Lock
from typing import Any, Protocol, Self

import numpy as np
from numpy.typing import NDArray
from tokenizers import Encoding, Tokenizer

from vectorstore.errors import ModelDamaged, ModelMissing
from vectorstore.relevance import by_relevance
from vectorstore.spans import Entailment, Floats, PassageReading, merged, window_starts
from vectorstore.types import Headline, Hit

FOLDER = Path(__file__).parent / "reader"
JUDGE = Path(__file__).parent / "judge"
DESCRIPTION = "reader.json"
MEND = "install ArticleBot anew, or make it as training/README.md says"

CLS, SEP = 101, 102
SLACK = 64  # tokens beyond ``max_length`` that are still read at once: a second window costs as much as the first
INPUTS = ("input_ids", "attention_mask", "token_type_ids")
OUTPUTS = ("start", "end", "answerable", "relevant", "entailment")
SLOWER_FUSED = "SkipLayerNormFusion"
"""What onnxruntime would fuse, and is then a third slower on one processor; ``docs/reading.md``."""

SAID = ("contradicts", "says nothing", "supports")

Ids = NDArray[np.int64]


class Session(Protocol):
    """The part of an onnxruntime session that is used; any number of threads may run it at the same time."""

    def run(self, output_names: Sequence[str], input_feed: Mapping[str, Ids]) -> Sequence[Floats]:
        """The outputs named: start and end ``(rows, tokens)``, two ``(rows,)`` and ``(rows, 3)`` logits."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How many tokens of what the reader is shown, and the longest span that may be an answer."""

    max_length: int = 256
    question_tokens: int = 64
    header_tokens: int = 40
    answer_tokens: int = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A window of a passage as the model is shown it. ``passage`` is the place of the passage's first token."""

    hit: int
    ids: list[int]
    second: int  # place of the first token of type 1
    passage: int
    first: int  # where in the passage the window begins, tokens


class Later:
    """A session that is loaded when it is first run."""

    def __init__(self, model: Path) -> None:
        """Of a model file."""
        self._model = model
        self._lock = Lock()
        self._session: Session | None = None

    def run(self, output_names: Sequence[str], input_feed: Mapping[str, Ids]) -> Sequence[Floats]:
        """As any session runs."""
        with self._lock:
            self._session = self._session or _session(self._model)
        return self._session.run(output_names, input_feed)


class PassageReader:
    """The reader, loaded. Any number of threads may read at the same time."""

    def __init__(self, session: Session, tokenizer: Tokenizer, limits: Limits, threads: int = 1) -> None:
        """What ``open`` makes; use that."""
        self._session = session
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="reading")
        self._tokenizer = tokenizer
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._limits = limits

    @classmethod
    def open(cls, folder: Path = FOLDER, *, threads: int = 2, sha256: str = "", later: bool = False) -> Self:
        """The reader in a folder, run on ``threads`` processors; ``sha256`` is that of the only one that will do.

        ``later``: it is loaded when it is first asked, and takes no memory until then.

        Raises:
            ModelMissing: there is none.
            ModelDamaged: a file of it is not the one that was made.
        """
        said = _description(folder)
        model = _checked(folder / said["model"], said["sha256"])
        tokenizer = _checked(folder / said["tokenizer"], said["tokenizer_sha256"])
        if sha256 not in ("", said["sha256"]):
            raise ModelDamaged(f"{model} is another reader than the one that is wanted: {MEND}")
        limits = Limits(**{name: said[name] for name in Limits.__slots__})
        return cls(Later(model) if later else _session(model), Tokenizer.from_file(str(tokenizer)), limits, threads)

    def read(self, question: str, hits: Sequence[Hit]) -> list[PassageReading]:
        """A reading of each hit, in order. A passage that is too long is read in windows."""
        if not hits:
            return []
        texts = [question, *(text for hit in hits for text in (header(hit.article), hit.chunk.text))]
        asked, *parts = self._tokenizer.encode_batch(texts, add_special_tokens=False)
        passages = parts[1::2]
        rows = [row for at in range(len(hits)) for row in self._rows(at, asked, parts[2 * at], passages[at])]
        found = self._run(rows)
        return [
            self._reading(passage, [seen for seen in found if seen[0].hit == at]) for at, passage in enumerate(passages)
        ]

    def judge(self, statement: str, hits: Sequence[Hit]) -> list[Entailment]:
        """Whether each hit supports a statement, in order."""
        return [reading.entailment for reading in self.read(statement, hits)]

    def rerank(self, text: str, hits: Sequence[Hit]) -> list[Hit]:
        """The hits, their scores weighed by how relevant they are, best first; ties keep their order."""
        return by_relevance(hits, self.read(text, hits))

    def _rows(self, hit: int, asked: Encoding, head: Encoding, passage: Encoding) -> Iterator[Row]:
        question = [CLS, *asked.ids[: self._limits.question_tokens], SEP]
        before = [*question, *head.ids[: self._limits.header_tokens]]
        room = self._limits.max_length - len(before) - 1
        if len(passage.ids) <= room + SLACK:
            room = len(passage.ids)
        for first in window_starts(len(passage.ids), room):
            ids = [*before, *passage.ids[first : first + room], SEP]
            yield Row(hit=hit, ids=ids, second=len(question), passage=len(before), first=first)

    def _run(self, rows: Sequence[Row]) -> list[tuple[Row, list[Floats]]]:
        """Each row with its outputs, longest first.

        Rows side by side, each on one processor: a fifth faster than batches on all of them, nothing is padded, and
        what is read of a passage does not depend on the others. All questions share the threads: onnxruntime keeps the
        memory of as many rows as ever ran at once.
        """
        ordered = sorted(rows, key=lambda row: len(row.ids), reverse=True)
        outputs = self._pool.map(lambda row: self._session.run(OUTPUTS, feed(row)), ordered)
        return [(row, [output[0] for output in found]) for row, found in zip(ordered, outputs, strict=True)]

    def _reading(self, passage: Encoding, found: Sequence[tuple[Row, list[Floats]]]) -> PassageReading:
        starts, ends = (
            merged(
                [(row.first, logits[which][row.passage : len(row.ids) - 1] - logits[which][0]) for row, logits in found]
            )
            for which in (0, 1)
        )
        return PassageReading(
            offsets=np.array(passage.offsets, dtype=np.int64).reshape(-1, 2),
            starts=starts,
            ends=ends,
            longest=self._limits.answer_tokens,
            answerable=max(float(logits[2]) for _, logits in found),
            relevant=max(float(logits[3]) for _, logits in found),
            entailment=max((_entailment(logits[4]) for _, logits in found), key=lambda said: -said.says_nothing),
        )


def header(article: Headline) -> str:
    """The line before a passage: ``"Title. 5 March 2024."``, either part optional."""
    title, when = article.title.strip().rstrip("."), article.published
    parts = [title, f"{when.day} {when:%B %Y}" if when else ""]
    return " ".join(f"{part}." for part in parts if part)


def feed(row: Row) -> dict[str, Ids]:
    """A row as the model takes it."""
    ids = np.array([row.ids], dtype=np.int64)
    types = np.zeros_like(ids)
    types[:, row.second :] = 1
    return dict(zip(INPUTS, (ids, np.ones_like(ids), types), strict=True))


def _entailment(logits: Floats) -> Entailment:
    shares = np.exp(logits - logits.max())
    contradicts, says_nothing, supports = (float(share) for share in shares / shares.sum())
    return Entailment(contradicts=contradicts, says_nothing=says_nothing, supports=supports)


def _description(folder: Path) -> dict[str, Any]:
    path = folder / DESCRIPTION
    if not path.is_file():
        raise ModelMissing(f"there is no trained reader in {folder}: {MEND}")
    needed = {"model", "sha256", "tokenizer", "tokenizer_sha256", "entailment", *Limits.__slots__}
    try:
        said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    except ValueError as error:
        raise ModelDamaged(f"{path} is no JSON ({error}): {MEND}") from error
    if missing := needed - said.keys():
        raise ModelDamaged(f"{path} does not say {', '.join(sorted(missing))}: {MEND}")
    if tuple(said["entailment"]) != SAID:
        raise ModelDamaged(f"{path} has other entailment labels than {', '.join(SAID)}: {MEND}")
    return said


def _checked(path: Path, sha256: str) -> Path:
    if not path.is_file():
        raise ModelMissing(f"{path}, a file of the trained reader, is not there: {MEND}")
    if hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
        raise ModelDamaged(f"{path} is not the file that {DESCRIPTION} beside it describes: {MEND}")
    return path


def _session(model: Path) -> Session:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session: Session = onnxruntime.InferenceSession(
        model, options, providers=["CPUExecutionProvider"], disabled_optimizers=[SLOWER_FUSED]
    )
    return session

"""Reading the training files: gzip-compressed JSON lines to typed rows."""

import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

BRACKETS = {"-LRB-": "(", "-RRB-": ")", "-LSB-": "[", "-RSB-": "]", " -- ": " – "}
TREEBANK = re.compile(r"`` ?| ?''| (?=[.,;:?!)\]%]|'s\b|n't\b)|(?<=[(\[$]) ")


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionRow:
    """A question on a passage. ``answers`` are (start, end) offsets into the passage; none: unanswerable."""

    source: str
    question: str
    title: str
    passage: str
    answers: tuple[tuple[int, int], ...]

    @property
    def answer_texts(self) -> tuple[str, ...]:
        """The answers as they stand in the passage."""
        return tuple(self.passage[start:end] for start, end in self.answers)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRow:
    """A claim and a passage that entails it, contradicts it or says nothing of it."""

    source: str
    claim: str
    passage: str
    label: str


def read_questions(folder: Path) -> dict[str, list[QuestionRow]]:
    """The rows of ``qa.jsonl.gz`` by source, in file order."""
    rows: defaultdict[str, list[QuestionRow]] = defaultdict(list)
    for raw in _lines(folder / "qa.jsonl.gz"):
        row = _question(raw)
        rows[row.source].append(tidied(row) if row.source == "qed_nq" else row)
    return dict(rows)


def read_negatives(folder: Path) -> dict[str, list[str]]:
    """Passages of other SQuAD paragraphs that words alone confuse with the right one, by question."""
    negatives: defaultdict[str, list[str]] = defaultdict(list)
    for raw in _lines(folder / "rank.jsonl.gz"):
        if raw["source"] == "squad1_train_bm25neg" and not raw["label"] and raw["passage"]:
            negatives[raw["question"]].append(raw["passage"])
    return dict(negatives)


def read_claims(folder: Path, sources: Sequence[str]) -> list[ClaimRow]:
    """The rows of ``nli.jsonl.gz`` that come from ``sources``, in file order."""
    return [
        ClaimRow(
            source=raw["source"],
            claim=plain_brackets(raw["hypothesis"]),
            passage=plain_brackets(raw["premise"]),
            label=raw["label"],
        )
        for raw in _lines(folder / "nli.jsonl.gz")
        if raw["source"] in sources and raw["premise"] and raw["hypothesis"]
    ]


def plain_brackets(text: str) -> str:
    """``-LRB-`` and its kin, as tokenised corpora write brackets, back to brackets."""
    for written, meant in BRACKETS.items():
        text = text.replace(written, meant)
    return text


def tidied(row: QuestionRow) -> QuestionRow:
    """The row with treebank spacing undone (``The Farm '' , it`` to ``The Farm", it``) and offsets moved along."""
    pieces: list[str] = []
    moved: list[int] = []  # new offset of each old character
    at = length = 0
    for match in (*TREEBANK.finditer(row.passage), None):
        end = match.start() if match else len(row.passage)
        pieces.append(row.passage[at:end])
        moved.extend(range(length, length + end - at))
        length += end - at
        if match:
            mark = '"' if "`" in match[0] or "''" in match[0] else ""
            pieces.append(mark)
            moved.extend([length] * len(match[0]))
            length += len(mark)
            at = match.end()
    moved.append(length)
    answers = tuple((moved[start], moved[end]) for start, end in row.answers if moved[start] < moved[end])
    return QuestionRow(
        source=row.source, question=row.question, title=row.title, passage="".join(pieces), answers=answers
    )


def _question(raw: dict[str, Any]) -> QuestionRow:
    answers = tuple((answer["start"], answer["start"] + len(answer["text"])) for answer in raw["answers"])
    return QuestionRow(
        source=raw["source"],
        question=raw["question"].strip(),
        title=(raw.get("title") or "").replace("_", " "),
        passage=raw["context"],
        answers=answers if raw["answerable"] else (),
    )


def _lines(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)

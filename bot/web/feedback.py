"""Likes and dislikes, kept as JSON lines in the data folder."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from bot.types import Answer

FILE = "feedback.jsonl"


def keep(folder: Path, answer: Answer, liked: bool | None, now: datetime) -> None:
    """Add a line: when, the question, the whole answer, and whether it was liked (null takes an earlier line back)."""
    line = {"time": now.isoformat(), "liked": liked, "question": answer.question, "answer": answer.to_dict()}
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")

"""Likes and dislikes, kept as JSON lines in the data folder."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from bot.conversations.kept import Exchange
from bot.version import version

FILE = "feedback.jsonl"


def keep(folder: Path, exchange: Exchange, now: datetime) -> None:
    """Add a line: when, the question, the whole answer, whether it was liked and why, and the version that answered.

    A null for ``liked`` takes an earlier line back.
    """
    line = {
        "time": now.isoformat(),
        "liked": exchange.liked,
        "reason": exchange.reason,
        "question": exchange.question,
        "answer": exchange.answer.to_dict() if exchange.answer else None,
        "version": exchange.version or version(),
    }
    with (folder / FILE).open("a", encoding="utf-8") as file:
        file.write(json.dumps(line, ensure_ascii=False) + "\n")

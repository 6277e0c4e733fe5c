from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from bot.conversations.kept import Exchange
from bot.web.feedback import FILE, keep
from tests.factories import answer, day


def test_each_rating_is_a_line_with_its_answer(tmp_path: Path) -> None:
    given = answer(question="What of the “bridge”?\n")
    exchange = Exchange(question=given.question, answer=given, liked=True, reason="short", version="0.1.0")

    keep(tmp_path, exchange, day("2026-11-24"))
    keep(tmp_path, replace(exchange, liked=None), day("2026-11-25"))

    lines = [json.loads(line) for line in (tmp_path / FILE).read_text(encoding="utf-8").splitlines()]
    assert [line["liked"] for line in lines] == [True, None]
    assert lines[0] == {
        "time": "2026-11-24T00:00:00+00:00",
        "liked": True,
        "reason": "short",
        "version": "0.1.0",
        "question": given.question,
        "answer": given.to_dict(),
    }

from __future__ import annotations

import json
from pathlib import Path

from bot.web.feedback import FILE, keep
from tests.factories import answer, day


def test_each_rating_is_a_line_with_its_answer(tmp_path: Path) -> None:
    given = answer(question="What of the “bridge”?\n")

    keep(tmp_path, given, True, day("2026-11-24"))
    keep(tmp_path, given, None, day("2026-11-25"))

    lines = [json.loads(line) for line in (tmp_path / FILE).read_text(encoding="utf-8").splitlines()]
    assert [line["liked"] for line in lines] == [True, None]
    assert lines[0] == {
        "time": "2026-11-24T00:00:00+00:00",
        "liked": True,
        "question": given.question,
        "answer": given.to_dict(),
    }

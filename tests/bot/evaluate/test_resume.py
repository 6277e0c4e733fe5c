from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluate.resume import Row, RowsFile, task
from bot.evaluate.rows import Checked, Cited, Rewritten, Usage
from bot.types import Support
from tests.factories import asked

ROWS: list[Row] = [
    asked("q1", cited=(Cited(article_id="a", quote="x", verbatim=True),), timings={"write": 1.5}, usage=Usage(calls=1)),
    asked("q1", way="as typed", refusal="No."),
    Checked(id="k1", support=Support.PARTLY, score=0.5, quotes=("x",), milliseconds=1.0),
    Rewritten(id="r1", searched="naïve “words”"),
]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "runs" / "hybrid.jsonl"


def test_rows_come_back_as_they_were(path: Path) -> None:
    file = RowsFile(path=path, key="k")
    for row in ROWS:
        file.append(row)

    assert RowsFile(path=path, key="k").rows == ROWS
    assert RowsFile(path=path, key="k").done == {task(row) for row in ROWS}


def test_a_row_that_was_cut_short_is_forgotten(path: Path) -> None:
    file = RowsFile(path=path, key="k")
    file.append(ROWS[0])
    file.append(ROWS[1])
    path.write_bytes(path.read_bytes()[:-40])

    again = RowsFile(path=path, key="k")
    again.append(ROWS[2])

    assert RowsFile(path=path, key="k").rows == [ROWS[0], ROWS[2]]


def test_rows_of_other_code_or_settings_are_thrown_away(path: Path) -> None:
    RowsFile(path=path, key="old").append(ROWS[0])

    assert RowsFile(path=path, key="new").rows == []
    assert RowsFile(path=path, key="old").rows == []


def test_a_finished_run_leaves_nothing(path: Path) -> None:
    file = RowsFile(path=path, key="k")

    file.remove()

    assert not path.exists()

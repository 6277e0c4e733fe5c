from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.evaluate.result import Figure, Judgement, Passage, QuestionResult, read, write
from tests.factories import result
from vectorstore.errors import BadSet

WHOLE = result(
    slices={"tier": {"gold": {"hit@1": Figure(value=1.0)}}},
    curves={"hits_by_k": [(1.0, 0.5), (2.0, 1.0)]},
    judge=Judgement(model="m", measures={"correct": Figure(value=0.5)}, questions={"q0": {"correct": 0.5}}),
    followups=(
        QuestionResult(
            id="q0",
            way="as typed",
            values={"verbatim": (1.0, 2.0), "hit@1": 1.0},
            found=(Passage(article_id="a", text="Naïve “words”."),),
            answerable=None,
            meta={"tier": "gold"},
            failure="not found",
        ),
    ),
)


def test_a_result_comes_back_as_it_was(tmp_path: Path) -> None:
    write(WHOLE, tmp_path / "folder" / "result.json")

    assert read(tmp_path / "folder" / "result.json") == WHOLE


def test_the_file_has_the_names_it_promises(tmp_path: Path) -> None:
    write(WHOLE, tmp_path / "result.json")

    plain = json.loads((tmp_path / "result.json").read_text())

    assert {"set", "commit", "settings", "counts", "measures", "slices", "questions"} <= plain.keys()
    assert plain["measures"]["hit@1"] == {"value": 1.0, "low": 0.5, "high": 1.0, "n": 1}
    assert plain["slices"]["tier"]["gold"]["hit@1"]["value"] == 1.0


def test_a_bare_file_holds_what_a_gate_needs_and_no_text(tmp_path: Path) -> None:
    write(WHOLE, tmp_path / "bare.json", texts=False)

    bare = read(tmp_path / "bare.json")

    assert "words" not in (tmp_path / "bare.json").read_text()
    assert [(row.id, row.values) for row in bare.questions] == [("q0", {"hit@1": 1.0})]
    assert bare.measures == WHOLE.measures


def test_a_file_that_is_no_result_says_why(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"set": "x"}')

    with pytest.raises(BadSet, match=r"bad\.json, field system: Field required; it is no result"):
        read(tmp_path / "bad.json")
    with pytest.raises(BadSet, match="cannot be read: No such file"):
        read(tmp_path / "missing.json")

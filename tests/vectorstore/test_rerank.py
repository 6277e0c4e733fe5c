from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Lock

import numpy as np
import onnxruntime
import pytest
import torch
from numpy.typing import NDArray
from onnxruntime.capi.onnxruntime_pybind11_state import NoSuchFile
from tokenizers import Tokenizer

from tests.factories import day, hit
from tests.fakes import FakeSession
from tests.tiny_reader import sha256, tokenizer, write_reader
from training import examples
from training.encode import Batch
from training.read import Floats, Reading, read
from vectorstore.errors import ModelDamaged, ModelMissing
from vectorstore.rerank import FOLDER, Limits, PassageReader, header
from vectorstore.spans import Entailment
from vectorstore.types import Headline

QUESTION = "who voted"
HITS = [
    hit("The council met. It voted to keep the old bridge open.", published=day("2026-11-24")),
    hit("Rain fell.", article_id="b", title=""),
    hit("Nobody voted against it, and the mayor left early, as zealots do.", article_id="c"),
]
LIMITS = Limits(max_length=32, question_tokens=8, header_tokens=6, answer_tokens=5)


def reader(session: FakeSession | None = None) -> PassageReader:
    return PassageReader(session or FakeSession(), tokenizer(), LIMITS)


def as_trained() -> list[Reading]:
    """The same hits by the reference that the training has."""
    session = FakeSession()

    def predict(batch: Batch) -> tuple[Floats, Floats, Floats, Floats, Floats]:
        names = ("input_ids", "attention_mask", "token_type_ids")
        start, end, answerable, relevant, entailment = session.run(
            (), {name: torch.Tensor.numpy(getattr(batch, name)) for name in names}
        )
        return start, end, answerable, relevant, entailment

    shown = [
        examples.Example(
            question=QUESTION,
            header=examples.header(one.article.title, one.article.published and one.article.published.date()),
            passage=one.chunk.text,
        )
        for one in HITS
    ]
    return read(shown, tokenizer(), predict, max_length=256)


def test_a_passage_is_read_as_in_training() -> None:
    found = PassageReader(FakeSession(), tokenizer(), Limits()).read(QUESTION, HITS)

    for seen, expected in zip(found, as_trained(), strict=True):
        span = seen.best()
        assert span is not None
        assert (span.start, span.end, span.score) == (expected.start, expected.end, expected.span)
        assert (seen.answerable, seen.relevant) == (expected.answerable, expected.relevant)


@pytest.mark.parametrize(
    "article",
    [
        Headline(id="a", title="Old bridge stays open.", published=day("2026-03-05")),
        Headline(id="a", title=" Old bridge "),
        Headline(id="a", published=day("2026-11-24")),
        Headline(id="a"),
    ],
)
def test_the_header_is_the_one_of_the_training(article: Headline) -> None:
    assert header(article) == examples.header(article.title, article.published and article.published.date())


def test_question_header_and_passage_are_laid_out_without_padding() -> None:
    session = FakeSession()

    reader(session).read("a b", [hit("c", title=""), hit("d e", title="h", article_id="b")])

    assert [{name: values.tolist() for name, values in fed.items()} for fed in session.fed] == [
        {
            "input_ids": [[101, 1, 2, 102, 8, 27, 4, 5, 102]],
            "attention_mask": [[1] * 9],
            "token_type_ids": [[0, 0, 0, 0, 1, 1, 1, 1, 1]],
        },
        {
            "input_ids": [[101, 1, 2, 102, 3, 102]],
            "attention_mask": [[1] * 6],
            "token_type_ids": [[0, 0, 0, 0, 1, 1]],
        },
    ]


def test_a_passage_that_is_too_long_is_read_in_windows_to_its_end() -> None:
    session = FakeSession()
    text = "a " * 99 + "e"  # e has the highest start and end together

    (seen,) = reader(session).read("q", [hit(text, title="")])

    span = seen.best(len(text) - 1)
    assert [fed["input_ids"].shape for fed in session.fed] == [(1, 32)] * 4
    assert len(seen.offsets) == len(seen.starts) == len(seen.ends) == 100
    assert span is not None
    assert text[span.start : span.end] == "e"


def test_a_passage_that_is_a_little_too_long_is_read_at_once() -> None:
    session = FakeSession()

    reader(session).read("q", [hit("a " * 40, title="")])

    assert [fed["input_ids"].shape for fed in session.fed] == [(1, 44)]


def test_a_passage_without_a_token_is_read_and_has_no_span() -> None:
    (seen,) = reader().read("q", [hit(" ", title="")])

    assert seen.best() is None


def test_hits_are_put_in_order_of_what_the_reader_says() -> None:
    ordered = reader().rerank(QUESTION, HITS)

    scores = [one.score for one in ordered]
    assert scores == sorted(scores, reverse=True)
    assert {one.chunk.id for one in ordered} == {one.chunk.id for one in HITS}


def test_nothing_is_read_of_no_hits() -> None:
    assert reader().read(QUESTION, []) == []


def test_a_statement_is_judged_in_probabilities() -> None:
    for judged in reader().judge("The council voted.", HITS):
        assert judged.contradicts + judged.says_nothing + judged.supports == pytest.approx(1)


class Crowded(FakeSession):
    """Waits a moment for more rows to come than may; ``most`` is how many were run at once."""

    def __init__(self) -> None:
        super().__init__()
        self.most = 0
        self._now = 0
        self._turn, self._more = Lock(), Event()

    def run(
        self, output_names: Sequence[str], input_feed: Mapping[str, NDArray[np.int64]]
    ) -> list[NDArray[np.float32]]:
        with self._turn:
            self._now += 1
            self.most = max(self.most, self._now)
            if self.most > 2:
                self._more.set()
        self._more.wait(0.02)
        with self._turn:
            self._now -= 1
        return super().run(output_names, input_feed)


def test_however_many_ask_no_more_rows_are_run_at_once_than_there_are_threads() -> None:
    session = Crowded()
    shared = PassageReader(session, tokenizer(), LIMITS, threads=2)

    with ThreadPoolExecutor(4) as people:
        readings = list(people.map(lambda _: [reading.answerable for reading in shared.read(QUESTION, HITS)], range(8)))

    assert session.most <= 2
    assert readings == [[reading.answerable for reading in reader().read(QUESTION, HITS)]] * 8


def test_a_reader_on_disk_is_opened_and_run(tmp_path: Path) -> None:
    opened = PassageReader.open(write_reader(tmp_path / "reader"), threads=1)

    (seen,) = opened.read("a", [hit("b z", title="")])

    assert (seen.starts.tolist(), seen.answerable) == ([2 - 101, 26 - 101], 101 + 1 + 102 + 2 + 26 + 102)
    assert seen.entailment == Entailment(contradicts=0.0, says_nothing=1.0, supports=0.0)


def test_a_reader_may_be_loaded_when_it_is_first_asked(tmp_path: Path) -> None:
    folder = write_reader(tmp_path / "reader")
    at_once, later = PassageReader.open(folder), PassageReader.open(folder, later=True)
    (folder / "reader.onnx").rename(folder / "elsewhere.onnx")

    with pytest.raises(NoSuchFile):
        later.read("a", HITS)
    (folder / "elsewhere.onnx").rename(folder / "reader.onnx")

    found, expected = later.read("a", HITS), at_once.read("a", HITS)
    assert [reading.answerable for reading in found] == [reading.answerable for reading in expected]


def test_a_reader_that_is_not_there_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"no trained reader in .*training/README\.md"):
        PassageReader.open(tmp_path)


@pytest.mark.parametrize("name", ["reader.onnx", "tokenizer.json"])
def test_a_file_that_is_gone_or_changed_is_named(tmp_path: Path, name: str) -> None:
    folder = write_reader(tmp_path / "reader")

    (folder / name).write_bytes(b"cut short")
    with pytest.raises(ModelDamaged, match=rf"{name} is not the file"):
        PassageReader.open(folder)
    (folder / name).unlink()
    with pytest.raises(ModelMissing, match=rf"{name}, a file of the trained reader, is not there"):
        PassageReader.open(folder)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"max_length": None}, "does not say max_length"),
        ({"entailment": ["supports", "contradicts", "says nothing"]}, "other entailment labels"),
    ],
)
def test_a_description_that_cannot_be_used_is_refused(tmp_path: Path, change: dict[str, object], told: str) -> None:
    path = write_reader(tmp_path / "reader") / "reader.json"
    said = json.loads(path.read_text(encoding="utf-8")) | change
    path.write_text(json.dumps({name: value for name, value in said.items() if value}), encoding="utf-8")

    with pytest.raises(ModelDamaged, match=told):
        PassageReader.open(path.parent)


def test_a_description_that_is_no_json_is_refused(tmp_path: Path) -> None:
    (tmp_path / "reader.json").write_text("{", encoding="utf-8")

    with pytest.raises(ModelDamaged, match="is no JSON"):
        PassageReader.open(tmp_path)


def test_another_reader_than_the_one_wanted_is_refused(tmp_path: Path) -> None:
    folder = write_reader(tmp_path / "reader")

    PassageReader.open(folder, sha256=sha256(folder / "reader.onnx"))
    with pytest.raises(ModelDamaged, match="another reader than the one that is wanted"):
        PassageReader.open(folder, sha256="0" * 64)


def test_what_ships_is_run_faster_than_as_written_and_says_the_same() -> None:
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    as_written = onnxruntime.InferenceSession(FOLDER / "reader.onnx", options, providers=["CPUExecutionProvider"])
    told = Tokenizer.from_file(str(FOLDER / "tokenizer.json"))
    asked = "What did the council vote for?"

    expected = PassageReader(as_written, told, Limits()).read(asked, HITS)
    found = PassageReader.open().read(asked, HITS)

    for seen, reference in zip(found, expected, strict=True):
        assert np.abs(seen.starts - reference.starts).max() < 0.3
        assert np.abs(seen.ends - reference.ends).max() < 0.3
        assert abs(seen.answerable - reference.answerable) < 0.3

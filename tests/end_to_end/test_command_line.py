"""``python -m bot`` as a user runs it: in a process of its own, with the real parts."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from vectorstore.embed import SentenceTransformerEmbedder
from vectorstore.library import Library

ROOT = Path(__file__).parent.parent.parent

pytestmark = pytest.mark.model


def run(*words: str | Path, status: int = 0, said: str = "", **environment: str) -> str:
    """What the command prints, its errors included. Its exit status must be ``status``."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", *map(str, words)],
        cwd=ROOT,
        env=os.environ | environment,
        input=said,
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    printed = done.stdout + done.stderr
    assert done.returncode == status, printed
    assert "Traceback" not in printed
    return printed


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("data")
    assert "1 added" in run("ingest", "seeds/", "--data", folder)
    return folder


def test_ingesting_again_changes_nothing(data: Path) -> None:
    assert run("ingest", "seeds/", "--data", data).startswith("1 unchanged (0 chunks")


def test_an_answer_is_printed_with_its_sources(data: Path) -> None:
    printed = run("ask", "Who is the Turkish foreign minister?", "--data", data)

    assert "Hakan Fidan" in printed
    assert "[1] " in printed
    assert "20 October 2023" in printed


def test_json_is_the_whole_answer(data: Path) -> None:
    asked = ("How many Palestinians have been killed?", "--as-of", "2023-10-21")

    answer = json.loads(run("ask", *asked, "--json", "--data", data))

    assert "4,137" in answer["sentences"][0]["text"]
    assert answer["query"]["as_of"].startswith("2023-10-21T23:59:59")
    assert answer["citations"][0]["quote"]


def test_a_chat_goes_on_until_an_empty_line(data: Path) -> None:
    printed = run(
        "chat", "--data", data, said="How many Palestinians have been killed?\nAnd how many were injured?\n\n"
    )

    assert "4,137" in printed
    assert "searched for: How many Palestinians were injured?" in printed


def test_articles_are_listed_shown_and_removed(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(
        "Ferry sinks\n\n4 March 2025\n\nThe ferry Maren sank off Port Kestle on Monday.\n"
    )
    folder = tmp_path / "data"
    run("ingest", tmp_path / "one.txt", "--data", folder)

    id, line = run("articles", "list", "--data", folder).strip().split("\t")

    assert line == "4 March 2025: Ferry sinks"
    assert "The ferry Maren sank" in run("articles", "show", id, "--data", folder)
    assert run("articles", "remove", id, "--data", folder) == f"removed {id}\n"
    assert run("articles", "list", "--data", folder) == ""
    assert "there is no article" in run("articles", "show", id, "--data", folder, status=1)


def test_a_rebuilt_library_is_in_order(data: Path) -> None:
    assert run("rebuild", "--data", data).strip().endswith("rebuilt the index of 1 articles")
    assert run("doctor", "--data", data) == "the library is in order\n"


def test_a_damaged_library_is_found_and_mended_or_said_to_be_beyond_that(data: Path, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(data, tmp_path / "data"))
    (dense,) = folder.glob("chroma-*")
    shutil.rmtree(dense)

    found = run("doctor", "--data", folder, status=1)
    mended = run("doctor", "--repair", "--data", folder)
    (folder / "library.db").write_bytes(b"something else" * 1000)
    beyond = run("doctor", "--repair", "--data", folder, status=1)

    assert found == f"the dense index {dense} is gone: run python -m bot doctor --repair --data {folder}\n"
    assert mended.strip().endswith("the library is in order")
    assert f"{folder}/library.db is damaged (file is not a database): move {folder} away" in beyond


def test_a_library_is_backed_up_and_restored_and_an_answer_held_against_it(data: Path, tmp_path: Path) -> None:
    answer = tmp_path / "answer.json"
    answer.write_text(run("ask", "What did Lavrov say about Gaza?", "--as-of", "2023-10-21", "--json", "--data", data))

    assert run("backup", tmp_path / "b.db", "--data", data).startswith("1 article, with earlier versions and the index")
    assert run("restore", tmp_path / "b.db", "--data", tmp_path / "new") == f"1 article in {tmp_path / 'new'}\n"

    same = run("articles", "changed", answer, "--data", tmp_path / "new")
    assert same == "every article it cites is as it was\n"
    with Library.open(data):
        assert "restoring will embed them again" in run("backup", tmp_path / "c.db", "--data", data)


def test_bad_files_are_named_and_the_rest_is_taken(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "empty.txt").write_text("")
    (folder / "binary.txt").write_bytes(bytes(range(256)) * 40)
    (folder / "lines.jsonl").write_text('{"text": "The council met."}\n{"text": \n{"text": "It adjourned."}\n')

    printed = run("ingest", folder, "--data", tmp_path / "data")

    assert "2 added" in printed
    assert "3 failed" in printed
    assert "empty.txt" in printed
    assert "binary.txt" in printed
    assert "lines.jsonl, line 2" in printed


def test_a_folder_without_articles_says_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "photo.png").write_bytes(b"\x89PNG")

    assert ".txt" in run("ingest", tmp_path, "--data", tmp_path / "data", status=1)


def test_asking_an_empty_library_says_how_to_fill_it(tmp_path: Path) -> None:
    assert "python -m bot ingest seeds/" in run("ask", "Who?", "--data", tmp_path / "data", status=1)


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")

    assert str(tmp_path / "data") in run("articles", "list", "--data", tmp_path / "data", status=1)


def test_a_second_process_is_told_who_owns_the_folder(tmp_path: Path) -> None:
    with Library.open(tmp_path, SentenceTransformerEmbedder()):
        assert str(os.getpid()) in run("articles", "list", "--data", tmp_path, status=1)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--model", "nobody:some-model"), "nobody"),
        (("--model", "openai:any", "--model-url", "http://127.0.0.1:9/v1"), "quoted instead"),
    ],
)
def test_a_model_that_is_not_there_is_named(data: Path, words: tuple[str, ...], told: str) -> None:
    status = 1 if told == "nobody" else 0

    assert told in run("ask", "Who is the Turkish foreign minister?", *words, "--data", data, status=status)


@pytest.mark.parametrize(("question", "told"), [("", "is empty"), ("a" * 20_000, "20,000 characters")])
def test_a_question_that_cannot_be_asked_is_explained(data: Path, question: str, told: str) -> None:
    assert told in run("ask", question, "--data", data, status=1)


def test_an_unknown_setting_is_named(data: Path) -> None:
    assert "ARTICLEBOT_TYPO" in run("articles", "list", "--data", data, status=1, ARTICLEBOT_TYPO="1")

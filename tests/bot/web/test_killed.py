"""What is kept of an answer when the process is killed in the middle of it."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from bot.conversations.kept import Kept
from bot.conversations.store import FILE, Conversations
from bot.web import text
from bot.web.asking import settled
from tests.bot.web.dies import QUESTION, SAID, writing

ROOT = Path(__file__).parents[3]


def killed_in_the_middle(folder: Path) -> str:
    """The id of the conversation whose answer was cut off after its first sentence."""
    command = [sys.executable, "-m", "tests.bot.web.dies", str(folder)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        id = process.stdout.readline().strip()
        process.kill()
    assert process.returncode == -9
    return id


def kept_in(folder: Path, id: str) -> Kept:
    with closing(Conversations(folder / FILE)) as store:
        return settled(store.get("", id))


def test_the_question_and_every_sentence_that_was_shown_outlive_a_kill(tmp_path: Path) -> None:
    id = killed_in_the_middle(tmp_path)

    kept = kept_in(tmp_path, id)
    with closing(sqlite3.connect(tmp_path / FILE)) as connection:
        whole = connection.execute("PRAGMA integrity_check").fetchall()

    (exchange,) = kept.exchanges
    assert (kept.title, exchange.question) == (QUESTION, QUESTION)
    assert exchange.answer is not None
    assert SAID[0] in exchange.answer.text
    assert SAID[1] not in exchange.answer.text
    assert (exchange.waiting, exchange.problem) == ("", text.INTERRUPTED)
    assert whole == [("ok",)]


def test_the_library_can_be_asked_again_at_once(tmp_path: Path) -> None:
    killed_in_the_middle(tmp_path)

    with writing(tmp_path) as bot:
        answer = bot.ask(QUESTION)

    assert all(said in answer.text for said in SAID)

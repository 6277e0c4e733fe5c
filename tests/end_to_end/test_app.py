"""``python app.py`` as a user starts it, with the real embedding model."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.request import Request, urlopen

import pytest

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 300  # seconds: the machine may be busy

pytestmark = pytest.mark.model


@contextmanager
def started(*options: object) -> Iterator[str]:
    """The address that the app says it is at, while it runs."""
    command = [sys.executable, "app.py", *map(str, options)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stderr
        try:
            said = process.stdout.readline()
            found = re.fullmatch(r"ArticleBot is at (http://\S+)\n", said)
            assert found, said + process.stderr.read()
            yield found.group(1)
        finally:
            process.send_signal(signal.SIGINT)
            try:
                process.wait(PATIENCE)
            finally:
                process.kill()
        assert process.stderr.read() == ""


def ask(address: str, question: str) -> dict[str, object]:
    body = json.dumps({"question": question}).encode()
    request = Request(f"{address}/api/ask", body, {"content-type": "application/json"})
    with urlopen(request, timeout=PATIENCE) as response:
        told: dict[str, object] = json.load(response)
    return told


def test_the_app_opens_an_empty_folder_with_the_seed_article_and_owns_it(tmp_path: Path) -> None:
    with started("--port", 0, "--data", tmp_path / "data") as address:
        answer = ask(address, "How many children were killed?")
        second = subprocess.run(
            [sys.executable, "app.py", "--port", "0", "--data", tmp_path / "data"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    assert "1,524 children" in str(answer["text"])
    assert (second.returncode, second.stdout) == (1, "")
    assert re.fullmatch(r"articlebot: .*\n", second.stderr)


def test_an_address_that_is_taken_is_explained(tmp_path: Path) -> None:
    with started("--port", 0, "--data", tmp_path / "data") as address:
        port = address.rpartition(":")[2]
        second = subprocess.run(
            [sys.executable, "app.py", "--port", port, "--data", tmp_path / "other"],
            cwd=ROOT,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
        )

    assert second.returncode == 1
    assert second.stderr == (
        f"articlebot: cannot listen on 127.0.0.1:{port} (Address already in use): choose another --port\n"
    )

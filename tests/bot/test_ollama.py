from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from bot.ollama import ADDRESS, offered, settings_for


@contextmanager
def answering(body: bytes) -> Iterator[str]:
    """The address of a server that says this to every request."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/api/tags" else 404)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: Any) -> None:
            """Nothing is printed."""

    with HTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()


def test_the_chat_models_of_an_ollama_are_offered() -> None:
    listed = {"models": [{"name": "llama3.2:3b"}, {"name": "nomic-embed-text:latest"}, {"name": "qwen3:4b"}]}

    with answering(json.dumps(listed).encode()) as address:
        assert offered(address, patience=60) == ["llama3.2:3b", "qwen3:4b"]


@pytest.mark.parametrize("body", [b"<html>", b"[]", b'{"models": 3}', b'{"models": [1, {"name": 2}]}'])
def test_what_is_no_ollama_offers_nothing(body: bytes) -> None:
    with answering(body) as address:
        assert offered(address, patience=60) == []


def test_nothing_is_offered_where_nothing_answers() -> None:
    assert offered("http://127.0.0.1:9") == []


def test_only_this_machine_is_asked() -> None:
    assert ADDRESS.startswith("http://127.0.0.1:")
    assert settings_for("qwen3:4b") == {"model": "qwen3:4b", "model_url": "http://127.0.0.1:11434/v1"}

"""An OpenAI-compatible chat server on this machine that says what it is told to, and fails how it is told to."""

from __future__ import annotations

import json
import socket
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass(kw_only=True)
class ChatServer:
    """What it says to every request, and the requests it got."""

    pieces: Sequence[str] = ("Rates rose [1].",)
    status: int = 200
    error: str = "no reason given"
    pause: float = 0.0  # seconds before each piece
    dies_after: int | None = None  # pieces, then the connection breaks
    holds_after: int | None = None  # pieces, then nothing more is said until the server is closed
    url: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    hung_up: threading.Event = field(default_factory=threading.Event)  # the other side left before the end
    closing: threading.Event = field(default_factory=threading.Event)


@contextmanager
def serving(server: ChatServer) -> Iterator[ChatServer]:
    """The server, at ``server.url``, until the end of the block."""
    handler = type("Handler", (_Handler,), {"chat": server})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        http.daemon_threads = True
        server.url = f"http://127.0.0.1:{http.server_port}/v1"
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            http.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    chat: ChatServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self.chat.asked.append(body)
        self.chat.keys.append(self.headers["Authorization"].removeprefix("Bearer "))
        if self.chat.status != 200:
            self._fail()
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Transfer-Encoding", "chunked")
        self.send_header("Connection", "close")
        self.end_headers()
        try:
            self._say(body["model"])
        except (BrokenPipeError, ConnectionResetError):
            self.chat.hung_up.set()

    def _say(self, model: str) -> None:
        for number, piece in enumerate(self.chat.pieces):
            if number == self.chat.dies_after:
                self.connection.shutdown(socket.SHUT_RDWR)
                return
            if number == self.chat.holds_after:
                self.chat.closing.wait()
            self.chat.closing.wait(self.chat.pause)
            self._event({"delta": {"role": "assistant", "content": piece}, "finish_reason": None}, model)
        self._event({"delta": {}, "finish_reason": "stop"}, model)
        self._write(b"data: [DONE]\n\n")
        self._write(b"")

    def _event(self, choice: dict[str, Any], model: str) -> None:
        chunk = {
            "id": "1",
            "object": "chat.completion.chunk",
            "created": 1,
            "model": model,
            "choices": [{"index": 0, **choice}],
        }
        self._write(f"data: {json.dumps(chunk)}\n\n".encode())

    def _write(self, data: bytes) -> None:
        self.wfile.write(b"%x\r\n%s\r\n" % (len(data), data))
        self.wfile.flush()

    def _fail(self) -> None:
        said = json.dumps({"error": {"message": self.chat.error, "type": "error", "code": str(self.chat.status)}})
        self.send_response(self.chat.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.send_header("Retry-After", "0")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(said.encode())

    def log_message(self, *args: Any) -> None:
        """Nothing is printed."""

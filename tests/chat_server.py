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
    error: str | bytes = "no reason given"  # of a status that is none of success; bytes are the whole body
    refused: int | None = None  # only so many requests are answered with that status, then it says the pieces
    finish: str = "stop"  # why it says no more
    in_stream: str = ""  # an error in the place of the end
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
        refused = self.chat.refused is None or len(self.chat.asked) <= self.chat.refused
        if self.chat.status != 200 and refused:
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
        if self.chat.in_stream:
            self._write(f"data: {self.chat.in_stream}\n\n".encode())
            return
        self._event({"delta": {}, "finish_reason": self.chat.finish}, model)
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
        said = self.chat.error
        if isinstance(said, str):
            told = {"error": {"message": said, "type": "error", "code": str(self.chat.status)}}
            said = json.dumps(told).encode()
        self.send_response(self.chat.status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(said)))
        self.send_header("Retry-After-Ms", "1")
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(said)

    def log_message(self, *args: Any) -> None:
        """Nothing is printed."""

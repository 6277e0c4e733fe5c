"""A web server on this machine that answers as it is told to, honest or not, and remembers what it was asked."""

from __future__ import annotations

import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from trustme import LeafCert

HOST = "news.example"
"""The name under which tests ask for the server; ``resolve`` knows it."""


@dataclass(kw_only=True)
class Reply:
    """What is answered; a body that is called gives pieces, which may never end."""

    body: bytes | Callable[[], Iterator[bytes]] = b""
    status: int = 200
    kind: str = "text/html; charset=utf-8"
    headers: Mapping[str, str] = field(default_factory=dict)
    raw: Callable[[], Iterator[bytes]] | None = None  # instead of all that: bytes without status and headers


@dataclass(kw_only=True)
class Asked:
    """A request that came."""

    path: str
    headers: Mapping[str, str]


@dataclass(kw_only=True)
class WebServer:
    """What it answers by path, and what it was asked. A list of replies is given out one by one, the last for good."""

    replies: dict[str, Reply | list[Reply]] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    port: int = 0
    closing: threading.Event = field(default_factory=threading.Event)

    @property
    def url(self) -> str:
        return f"http://{HOST}:{self.port}"

    @property
    def paths(self) -> list[str]:
        return [asked.path for asked in self.asked]

    def resolve(self, host: str, port: int) -> Sequence[str]:
        """Every name is at this machine."""
        return ["127.0.0.1"]

    def reply(self, path: str) -> Reply:
        known = self.replies.get(path, Reply(status=404, body=b"nothing here"))
        if isinstance(known, list):
            return known.pop(0) if len(known) > 1 else known[0]
        return known


@contextmanager
def serving(server: WebServer, certificate: LeafCert | None = None) -> Iterator[WebServer]:
    """The server, at ``server.url``, until the end of the block; with a certificate it speaks TLS."""
    handler = type("Handler", (_Handler,), {"web": server})
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as http:
        http.daemon_threads = True
        server.port = http.server_port
        if certificate:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            certificate.configure_cert(context)
            http.socket = context.wrap_socket(http.socket, server_side=True)
        thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.closing.set()
            http.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    web: WebServer

    def do_GET(self) -> None:
        self.web.asked.append(Asked(path=self.path, headers=dict(self.headers.items())))
        reply = self.web.reply(self.path)
        if reply.headers.get("ETag") and self.headers.get("If-None-Match") == reply.headers["ETag"]:
            reply = Reply(status=304)
        if reply.raw:
            self._write(reply.raw())
            return
        self.send_response(reply.status)
        if reply.kind:
            self.send_header("Content-Type", reply.kind)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.end_headers()
        self._write([reply.body] if isinstance(reply.body, bytes) else reply.body())

    def _write(self, pieces: Iterable[bytes]) -> None:
        try:
            for piece in pieces:
                self.wfile.write(piece)
                self.wfile.flush()
        except (BrokenPipeError, ConnectionResetError):
            pass

    def log_message(self, *args: Any) -> None:
        """Nothing is printed."""

"""What every response says about itself, and which addresses are closed."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
CLOSED = (
    *(f"/gradio_api/{name}" for name in ("upload", "file", "proxy", "stream", "component_server", "runs")),
    "/proxy=",
    "/file=",
    "/monitoring",
)
"""Parts of Gradio that the page does without: they read or write files, or reach other machines."""

_INLINE = re.compile(rb"<script(?![^>]*\ssrc=)[^>]*>(.*?)</script>", re.DOTALL)


def policy(scripts: Iterable[bytes] = ()) -> str:
    """A content security policy: nothing from or to another place, and of scripts in the page only these.

    Gradio compiles its templates in the browser, which needs ``unsafe-eval``, and sets styles on elements.
    """
    hashes = "".join(f" 'sha256-{b64encode(sha256(script).digest()).decode()}'" for script in scripts)
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'unsafe-eval'{hashes}",
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'self'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


class Secured:
    """An application whose responses carry ``HEADERS`` and a policy, and that has no ``CLOSED`` addresses."""

    def __init__(self, app: ASGIApp) -> None:
        """Around another application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
        elif _is_from_elsewhere(Headers(scope=scope), scope["method"]):
            await PlainTextResponse("Not from there.", status_code=403, headers=HEADERS)(scope, receive, send)
        elif scope["path"].startswith(CLOSED):
            await PlainTextResponse("Not here.", status_code=404, headers=HEADERS)(scope, receive, send)
        else:
            await self.app(scope, receive, _Response(send).send)


def _is_from_elsewhere(headers: Headers, method: str) -> bool:
    """Whether a page of another place wants something done here, as browsers tell with ``Origin``."""
    origin = headers.get("origin")
    return origin is not None and method not in ("GET", "HEAD") and urlsplit(origin).netloc != headers.get("host")


class _Response:
    """One response on its way out. A page is held back until it is whole, since its policy names its scripts."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._page = b""

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            headers.update(HEADERS)
            if headers.get("content-type", "").startswith("text/html"):
                self._start = message
                return
            headers["Content-Security-Policy"] = policy()
        elif self._start is not None:
            self._page += message.get("body", b"")
            if message.get("more_body"):
                return
            MutableHeaders(scope=self._start)["Content-Security-Policy"] = policy(_INLINE.findall(self._page))
            await self._send(self._start)
            message = {"type": "http.response.body", "body": self._page}
            self._start = None
        await self._send(message)

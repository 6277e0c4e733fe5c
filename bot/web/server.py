"""The server: the page at ``/``, the HTTP API under ``/api``, on this machine only unless told otherwise."""

from __future__ import annotations

import asyncio
import logging
import os
import socket
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING

from bot.articlebot import ArticleBot
from bot.settings import Settings
from bot.web import STATIC
from bot.web.access import HERE, Access
from bot.web.opening import Opening
from vectorstore.errors import BadSettings

if TYPE_CHECKING:
    from fastapi import FastAPI
    from uvicorn import Server

    from bot.web.additions import Additions

SURROUNDINGS = {
    "HF_HUB_OFFLINE": "1",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "GRADIO_ANALYTICS_CACHE_FREQUENCY": "1000000000",
    "GRADIO_ANALYTICS_MAX_EVENTS": "1",
    "MPLBACKEND": "agg",
}
"""Libraries reach for no other machine and Gradio keeps no statistics, unless the environment says otherwise.

Gradio asks Matplotlib for its backend before every step of every event; where none is named, all of Matplotlib is
loaded for that, while the first question waits.
"""

GOODBYE = 1  # seconds that open connections are given at the end
TROUBLE_SHOWS = 2  # seconds that the library has to turn out unusable before the page is served
FONTS = ("system-ui", "-apple-system", "Segoe UI", "Roboto", "Noto Sans", "Helvetica Neue", "Arial", "sans-serif")


def serve(
    load: Callable[[], ArticleBot],
    settings: Settings,
    *,
    host: str = HERE[0],
    port: int = 7860,
    tell: Callable[[str], None] = print,
) -> None:
    """Serve until interrupted. The bot is opened beside it; ``tell`` is given the address.

    Raises:
        BadSettings: the address is in use or not one of this machine.
        LibraryError: the library cannot be opened.
    """
    os.environ.update(SURROUNDINGS | os.environ)
    page = threading.Event()
    with listening(host, port) as listener:
        opening = Opening(load, page)
        try:
            app = create_app(opening, settings, host)
            page.set()
            _run(app, opening, listener, tell)
        finally:
            page.set()
            opening.close()


def listening(host: str, port: int) -> socket.socket:
    """A socket that takes connections, which wait until they are served. Port 0 is any free one."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen()
    except OSError as error:
        listener.close()
        raise BadSettings(f"cannot listen on {host}:{port} ({error.strerror}): choose another --port") from error
    return listener


def create_app(opening: Opening, settings: Settings | None = None, host: str = HERE[0]) -> FastAPI:
    """The application around a bot that is being opened; without settings they are as in the environment."""
    os.environ.update(SURROUNDINGS | os.environ)
    from fastapi import FastAPI
    from fastapi.middleware.trustedhost import TrustedHostMiddleware
    from fastapi.responses import FileResponse
    from starlette.middleware.authentication import AuthenticationMiddleware

    from bot.web.additions import Additions, addition_routes
    from bot.web.api import explain_errors, routes
    from bot.web.downloads import downloads
    from bot.web.reports import report_routes
    from bot.web.security import Secured
    from bot.web.signing import Gate, Signed, signing
    from bot.web.versions import version_routes

    settings = settings or Settings()
    access, additions = Access.of(settings, host), Additions(opening=opening, settings=settings)
    app = FastAPI(title="ArticleBot", docs_url=None, redoc_url=None)
    app.include_router(routes(opening, access))
    app.include_router(version_routes(opening))
    app.include_router(downloads(opening))
    app.include_router(addition_routes(additions, access))
    app.include_router(report_routes(opening))
    app.add_api_route("/favicon.ico", lambda: FileResponse(STATIC / "icon.svg"), include_in_schema=False)
    explain_errors(app)
    if access.accounts:
        app.include_router(signing(access))
        app.add_middleware(Gate)
        app.add_middleware(AuthenticationMiddleware, backend=Signed(access.accounts))
    app.add_middleware(TrustedHostMiddleware, allowed_hosts=[*HERE, "[::1]"] if access.local else ["*"])
    app.add_middleware(Secured)
    asyncio.run(_with_page(app, opening, access, additions))
    return app


async def _with_page(app: FastAPI, opening: Opening, access: Access, additions: Additions) -> None:
    """Inside an event loop, since Gradio would else make some and never close them."""
    import gradio as gr

    from bot.web.page import Page

    gr.mount_gradio_app(
        app,
        Page(opening, access, additions).blocks,
        path="/",
        theme=gr.themes.Base(font=FONTS, font_mono=("ui-monospace", "Consolas", "monospace")),
        css_paths=[STATIC / "style.css"],
        footer_links=[],
        run_history=False,
        ssr_mode=False,
        show_error=False,
    )


def server_of(app: FastAPI, begun: Callable[[], None] = lambda: None) -> Server:
    """What serves the application, and ends without complaint about pages that are still open.

    ``begun`` is called once it answers, and ends in good order when it is interrupted.
    """
    from uvicorn import Config, Server

    class Quiet(Server):
        async def startup(self, sockets: list[socket.socket] | None = None) -> None:
            await super().startup(sockets)
            begun()

        async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
            logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
            await super().shutdown(sockets)

    return Quiet(Config(app, log_level="warning", server_header=False, timeout_graceful_shutdown=GOODBYE))


def _run(app: FastAPI, opening: Opening, listener: socket.socket, tell: Callable[[str], None]) -> None:
    if opening.failure(within=TROUBLE_SHOWS):
        opening.opened.result()
    address, port = listener.getsockname()[:2]
    at = f"http://{f'[{address}]' if ':' in address else address}:{port}"
    server_of(app, lambda: tell(f"ArticleBot is at {at}")).run(sockets=[listener])

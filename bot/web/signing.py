"""Signing in and out, and the gate that lets nobody else through where there are accounts."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from starlette.authentication import AuthCredentials, AuthenticationBackend, BaseUser, SimpleUser
from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.responses import JSONResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from bot.web import text
from bot.web.access import Access, address_of
from bot.web.accounts import LASTS, Accounts
from bot.web.plain_page import plain_page, wants_page

COOKIE = "articlebot"
OPEN = ("/sign-in", "/favicon.ico", "/shared/", "/api/health")
"""What is there for everybody."""


class Signed(AuthenticationBackend):
    """Tells by its cookie whose request it is."""

    def __init__(self, accounts: Accounts) -> None:
        """Of these people."""
        self.accounts = accounts

    async def authenticate(self, conn: HTTPConnection) -> tuple[AuthCredentials, BaseUser] | None:
        """The person who has signed in, if any."""
        name = self.accounts.name_in(conn.cookies.get(COOKIE, ""), datetime.now(UTC))
        return (AuthCredentials(["signed in"]), SimpleUser(name)) if name else None


class Gate:
    """An application in front of which people sign in."""

    def __init__(self, app: ASGIApp) -> None:
        """Around another application, inside an ``AuthenticationMiddleware``."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let through whoever has signed in, and send others to the page where they can."""
        passes = scope["type"] == "lifespan" or scope["user"].is_authenticated or scope["path"].startswith(OPEN)
        app: ASGIApp = self.app if passes else _elsewhere(scope)
        await app(scope, receive, send)


def signing(access: Access) -> APIRouter:
    """The addresses ``/sign-in`` and ``/sign-out``."""
    router = APIRouter(include_in_schema=False)

    @router.get("/sign-in")
    def page() -> HTMLResponse:
        return HTMLResponse(sign_in_html())

    @router.post("/sign-in")
    async def sign_in(request: Request, name: Annotated[str, Form()], password: Annotated[str, Form()]) -> Response:
        if access.attempts.wait(address_of(request)):
            return HTMLResponse(sign_in_html(text.SIGN_IN_LATER, name), 429)
        if not await run_in_threadpool(access.accounts.proven, name, password):
            return HTMLResponse(sign_in_html(text.SIGN_IN_WRONG, name), 401)
        response = RedirectResponse("/", 303)
        secure = request.url.scheme == "https"
        cookie = access.accounts.cookie(name, datetime.now(UTC))
        age = int(LASTS.total_seconds())
        response.set_cookie(COOKIE, cookie, max_age=age, secure=secure, httponly=True, samesite="strict")
        return response

    @router.post("/sign-out")
    def sign_out() -> Response:
        response = RedirectResponse("/sign-in", 303)
        response.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return response

    return router


def sign_in_html(problem: str = "", name: str = "") -> str:
    """The page where people sign in; after an attempt, with what went wrong and the name that was typed."""
    told = f'<p class="status failed" role="alert">{escape(problem)}</p>' if problem else ""
    first, then = ("", " autofocus") if name else (" autofocus", "")
    return plain_page(
        text.SIGN_IN,
        f'{told}<form class="sign-in" method="post" action="/sign-in"><label>{text.USER}'
        f'<input name="name" value="{escape(name)}" autocomplete="username" required{first}></label>'
        f'<label>{text.PASSWORD}<input name="password" type="password" autocomplete="current-password" required{then}>'
        f'</label><button class="go">{text.SIGN_IN}</button></form>',
    )


def _elsewhere(scope: Scope) -> Response:
    if scope.get("method") == "GET" and (scope["path"] == "/" or wants_page(HTTPConnection(scope))):
        return RedirectResponse("/sign-in", 303)
    return JSONResponse({"error": text.SIGN_IN_FIRST}, 401)

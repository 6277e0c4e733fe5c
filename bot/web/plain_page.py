"""A page with no program in it, light or dark as the device is: to sign in, and to say that something is not there."""

from __future__ import annotations

from html import escape

from starlette.requests import HTTPConnection

from bot.web import STATIC, text
from bot.web.icons import LOGO
from bot.web.wording import told_html


def plain_page(title: str, inside: str) -> str:
    """A whole page. ``inside`` is HTML, and stands below the name of the product."""
    styles = (STATIC / "style.css").read_text(encoding="utf-8")
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(title)} · {text.NAME}</title><style>{styles}</style></head>"
        f'<body class="plain-page"><main><h1>{LOGO}{text.NAME}</h1>{inside}</main></body></html>'
    )


def problem_page(problem: str) -> str:
    """A page that says what went wrong, and the way to where there is something."""
    return plain_page(
        text.PROBLEM,
        f'<p class="status failed">{told_html(problem)}</p><p><a class="go" href="/">{text.TO_THE_PAGE}</a></p>',
    )


def wants_page(request: HTTPConnection) -> bool:
    """Whether somebody goes to an address in a browser, rather than a program, which is told things as JSON."""
    page = "text/html" in request.headers.get("accept", "") and not request.url.path.startswith("/api/")
    return page and request.scope.get("method") == "GET"

"""What stands around the conversation, as HTML: the head of the page, its state, and what a first visit shows."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot.plain import covered
from bot.web import text
from bot.web.buttons import button
from bot.web.icons import LOGO
from bot.web.wording import told_html
from vectorstore.catalog import Coverage


def header_html(coverage: Coverage | None, views: Sequence[tuple[str, str]] = ()) -> str:
    """The name of the product, the way to each view by name and label, and what the library covers once known."""
    count, rest = "", ""
    if coverage is not None and coverage.articles:
        about = covered(coverage.articles, tuple(coverage.sources), coverage.earliest, coverage.latest)
        count, *more = about.partition(" · ")
        rest = f'<span class="rest">{escape("".join(more))}</span>'
    links = "".join(f'<a href="#{name}" data-view="{name}">{escape(label)}</a>' for name, label in views)
    return (
        f'<header class="top"><button type="button" class="skip">{text.SKIP}</button>'
        f'<h1>{LOGO}<span>{text.NAME}</span></h1><nav aria-label="{text.VIEWS}">{links}</nav>'
        f'<p class="covers" dir="auto">{escape(count)}{rest}</p></header>'
    )


def title_html(title: str, about: str = "") -> str:
    """The heading of a view, and a sentence about it."""
    return f'<header class="view-title"><h2>{escape(title)}</h2>{f"<p>{escape(about)}</p>" if about else ""}</header>'


def status_html(status: str, *, failed: bool = False) -> str:
    """What is going on. Read out by screen readers when it changes; a failure at once."""
    role = "alert" if failed else "status"
    return f'<p class="status{" failed" if failed else ""}" role="{role}">{told_html(status)}</p>'


def welcome_html(coverage: Coverage | None, examples: Sequence[str]) -> str:
    """What is shown before the first question."""
    if coverage is not None and not coverage.articles:
        return _empty_html()
    buttons = "".join(button(question, "ask", classes="example", question=question) for question in examples)
    tries = f'<h3 class="tries">{text.TRY}</h3><div class="examples">{buttons}</div>' if examples else ""
    return f'<section class="welcome"><h2>{text.WELCOME}</h2><p>{text.WELCOME_MORE}</p>{tries}</section>'


def _empty_html() -> str:
    return (
        f'<section class="welcome"><h2>{text.EMPTY}</h2>'
        f'<p><a class="go" href="#library">{text.EMPTY_ADD}</a></p><p>{text.EMPTY_HOW}</p>'
        f"<pre><code>{text.EMPTY_COMMANDS}</code></pre><p>{text.EMPTY_KINDS}</p></section>"
    )

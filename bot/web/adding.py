"""How articles are added on the page, as HTML; ``static/library.js`` sends what is given, item by item."""

from __future__ import annotations

from bot.web import text
from bot.web.access import MEGABYTE
from vectorstore.read import KINDS


def adding_html(*, largest: int, unfolded: bool = False) -> str:
    """Places for files, an address and a text, and one where each item's fate is told."""
    outcomes = " ".join(f'data-{name}="{said}"' for name, said in text.OUTCOMES.items())
    return (
        f'<details class="adding"{" open" if unfolded else ""}><summary>{text.ADD}</summary>'
        f"{_files(largest)}{_address()}{_pasted()}"
        f'<ul class="added" aria-live="polite" aria-label="{text.ADDED}" {outcomes} data-waiting="{text.WAITING}" '
        f'data-nothing="{text.NOTHING_NEW}"></ul></details>'
    )


def _files(largest: int) -> str:
    kinds = ",".join([*KINDS, ".gz"])
    about = text.FILES_MORE.format(megabytes=f"{largest // MEGABYTE:,}")
    return (
        f'<label class="drop"><input type="file" multiple class="unseen" name="files" accept="{kinds}" '
        f'data-largest="{largest}" data-too-large="{text.TOO_LARGE}">'
        f"<b>{text.FILES}</b><span>{about}</span></label>"
    )


def _address() -> str:
    return (
        f'<form class="line" data-do="address" aria-label="{text.ADDRESS}">'
        f'<label class="words">{text.ADDRESS}<input type="url" name="address" required placeholder="https://" '
        f'maxlength="2000"></label>'
        f'<label class="tick"><input type="checkbox" name="follow">{text.FOLLOW}</label>'
        f'<button class="go">{text.ADD_NOW}</button></form>'
    )


def _pasted() -> str:
    fields = "".join(
        f'<label>{label}<input name="{name}" type="{kind}" dir="auto" maxlength="500"></label>'
        for name, label, kind in (
            ("title", text.TITLE_OF_IT, "text"),
            ("source", text.OUTLET, "text"),
            ("author", text.AUTHOR, "text"),
            ("published", text.PUBLISHED, "date"),
        )
    )
    return (
        f'<details class="paste"><summary>{text.PASTE}</summary><form data-do="text" aria-label="{text.PASTE}">'
        f'<div class="fields">{fields}</div>'
        f'<label>{text.TEXT_OF_IT}<textarea name="text" rows="6" required dir="auto"></textarea></label>'
        f'<button class="go">{text.ADD_NOW}</button></form></details>'
    )

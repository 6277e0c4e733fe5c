"""Buttons in the HTML of the page."""

from __future__ import annotations

from html import escape


def button(label: str, do: str, *, classes: str = "", inside: str = "", **data: str) -> str:
    """A button that ``page.js`` hands on: ``do`` is what, ``data`` the details. Named by what it shows, or by label."""
    details = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
    name = f' aria-label="{escape(label)}" title="{escape(label)}"' if inside else ""
    return f'<button type="button" class="{classes}" data-do="{do}"{details}{name}>{inside or escape(label)}</button>'

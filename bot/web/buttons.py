"""Buttons in the HTML of the page."""

from __future__ import annotations

from html import escape

from bot.web.icons import icon


def button(label: str, do: str, *, classes: str = "", inside: str = "", **data: str) -> str:
    """A button that ``chat.js`` hands on: ``do`` is what, ``data`` the details. Named by what it shows, or by label."""
    details = "".join(f' data-{name}="{escape(value)}"' for name, value in data.items())
    name = f' aria-label="{escape(label)}" title="{escape(label)}"' if inside else ""
    return f'<button type="button" class="{classes}" data-do="{do}"{details}{name}>{inside or escape(label)}</button>'


def icon_button(label: str, do: str, *, picture: str = "", pressed: bool | None = None, **data: str) -> str:
    """A button that shows a picture: that of what it does, unless another is named."""
    made = button(label, do, classes="icon", inside=icon(picture or do), **data)
    return made if pressed is None else made.replace(" data-do", f' aria-pressed="{str(pressed).lower()}" data-do', 1)

"""The panel beside the conversation, in which passages are shown: its frame, which ``passages.js`` fills."""

from __future__ import annotations

from bot.web import text
from bot.web.buttons import icon_button


def panel_html() -> str:
    """An empty panel out of sight, and the place of the preview."""
    buttons = "".join(
        icon_button(label, do, picture=do)
        for label, do in ((text.PREVIOUS, "previous"), (text.NEXT, "next"), (text.CLOSE, "close"))
    )
    return (
        f'<aside class="panel" aria-label="{text.PANEL}" hidden>'
        f'<header><h2><span class="number"></span> {text.PANEL}</h2>{buttons}</header>'
        '<div class="passages"></div></aside>'
        '<div class="preview" id="preview" role="tooltip" hidden></div>'
    )

"""What can be done with an answer, as a row of small buttons, and the question why it is liked or not."""

from __future__ import annotations

from html import escape

from bot.conversations.export import exchange_markdown
from bot.conversations.kept import Exchange
from bot.web import text
from bot.web.buttons import icon_button


def actions_html(exchange: Exchange, number: int, *, last: bool) -> str:
    """Copy, rate, ask again; nothing while it is being answered."""
    if exchange.waiting:
        return ""
    turn = str(number)
    buttons = []
    if answer := exchange.answer:
        buttons += [
            icon_button(text.COPY, "copy", text=answer.plain, done=text.COPIED),
            icon_button(
                text.COPY_MARKDOWN, "copy", picture="markdown", text=exchange_markdown(exchange), done=text.COPIED
            ),
            icon_button(text.GOOD, "like", pressed=exchange.liked is True, turn=turn),
            icon_button(text.BAD, "dislike", pressed=exchange.liked is False, turn=turn),
        ]
    if last:
        buttons.append(icon_button(text.RETRY, "retry", turn=turn))
    return f'<div class="actions">{"".join(buttons)}</div>{_reason(exchange, turn)}' if buttons else ""


def _reason(exchange: Exchange, turn: str) -> str:
    if exchange.liked is None:
        return ""
    asked = text.WHY_GOOD if exchange.liked else text.WHY_BAD
    if exchange.reason:
        return f'<p class="notice" dir="auto">{text.THANKS} “{escape(exchange.reason)}”</p>'
    return (
        f'<form class="reason" data-do="reason" data-turn="{turn}">'
        f'<input name="reason" aria-label="{asked}" placeholder="{asked}" dir="auto" maxlength="500">'
        f'<button class="go">{text.SEND}</button></form>'
    )

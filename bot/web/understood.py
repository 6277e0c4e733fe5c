"""How a question was understood, as HTML: what was searched for, the time and the outlets read out of it.

Each is a chip. Those of the last question can be taken out, and what was searched for can be changed; it is asked
again then.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bot.articlebot import Understood
from bot.types import Answer
from bot.web import text
from bot.web.buttons import button

WIDEST = 60  # characters of a line of what was searched for


def understood_html(answer: Answer, number: int, *, last: bool) -> str:
    """A line of chips; nothing for a question that was taken as it stands. ``number`` is that of the exchange."""
    chips = "".join(_chips(answer, str(number), last=last))
    return f'<div class="understood">{chips}</div>' if chips else ""


def _chips(answer: Answer, turn: str, *, last: bool) -> Iterator[str]:
    query = answer.query
    if query.text.casefold() != answer.question.strip().casefold():
        yield _searched(query.text, turn) if last else _chip(text.SEARCHED, query.text, "conversation", turn, last=last)
    if query.period:
        yield _chip(text.PERIOD, query.period.said, "period", turn, last=last)
    if query.outlets:
        yield _chip(text.OUTLETS, ", ".join(query.outlets), "outlets", turn, last=last)


def _chip(label: str, said: str, without: Understood, turn: str, *, last: bool) -> str:
    off = _off(label, said, without, turn, last=last)
    return f'<span class="chip">{label} <q dir="auto">{escape(said)}</q>{off}</span>'


def _searched(said: str, turn: str) -> str:
    return (
        f'<form class="chip searched" data-do="search" data-turn="{turn}"><label>{text.SEARCHED} '
        f'<textarea name="searched" rows="{1 + len(said) // WIDEST}" cols="{min(WIDEST, len(said) + 2)}" dir="auto" '
        f'autocomplete="off" title="{text.SEARCH_OTHER}">{escape(said)}</textarea></label>'
        f'{_off(text.SEARCHED, said, "conversation", turn)}<button class="go">{text.SEARCH_AGAIN}</button></form>'
    )


def _off(label: str, said: str, without: Understood, turn: str, *, last: bool = True) -> str:
    name = text.TAKE_OUT.format(label=label.casefold(), said=said)
    return button(name, "retry", classes="off", inside="×", without=without, turn=turn) if last else ""

"""How a question was understood, as HTML: what was searched for, the time and the outlets read out of it.

Each is a chip; those of the last question can be taken out, and it is asked again without.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from bot.articlebot import Understood
from bot.types import Answer
from bot.web import text
from bot.web.buttons import button


def understood_html(answer: Answer, *, last: bool) -> str:
    """A line of chips; nothing for a question that was taken as it stands."""
    chips = "".join(_chip(label, said, without, last=last) for label, said, without in _understood(answer))
    return f'<p class="understood">{chips}</p>' if chips else ""


def _understood(answer: Answer) -> Iterator[tuple[str, str, Understood]]:
    query = answer.query
    if query.text.casefold() != answer.question.strip().casefold():
        yield text.SEARCHED, query.text, "conversation"
    if query.period:
        yield text.PERIOD, query.period.said, "period"
    if query.outlets:
        yield text.OUTLETS, ", ".join(query.outlets), "outlets"


def _chip(label: str, said: str, without: Understood, *, last: bool) -> str:
    named = f'{label} <q dir="auto">{escape(said)}</q>'
    off = text.TAKE_OUT.format(label=label.casefold(), said=said)
    taken = button(off, "retry", classes="off", inside="×", without=without) if last else ""
    return f'<span class="chip">{named}{taken}</span>'

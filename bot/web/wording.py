"""Words made fit for the page: sentences that stand alone, and lines that run the way of what they stand under."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from html import escape
from typing import Literal

_PLAIN_WORD = re.compile(r"[a-z]+ ")
_COMMAND = re.compile(r"python -m bot(?: [a-z]+)?")


def stated(sentence: str) -> str:
    """With a capital at its beginning, unless it begins with a name or a path."""
    return sentence[:1].upper() + sentence[1:] if _PLAIN_WORD.match(sentence) else sentence


def told_html(sentence: str) -> str:
    """The same as HTML, with the commands it names kept on one line."""
    return _COMMAND.sub(lambda command: f"<code>{command.group()}</code>", escape(stated(sentence)))


def direction(words: str) -> Literal["rtl", "ltr"]:
    """Which way words run: as their first letter does, as browsers tell it for ``dir="auto"``."""
    strong = (unicodedata.bidirectional(letter) for letter in words)
    return "rtl" if next((kind for kind in strong if kind in ("L", "R", "AL")), "L") != "L" else "ltr"


def line_under(title: str, told: Iterable[str], notes: Iterable[str] = ()) -> str:
    """A line of what is told about a title that it stands under, as far as there is anything; ``notes`` stand out."""
    parts = [f"<bdi>{escape(part)}</bdi>" for part in told if part]
    parts += [f'<bdi class="fate">{escape(note)}</bdi>' for note in notes if note]
    return f'<span class="about" dir="{direction(title)}">{" · ".join(parts)}</span>' if parts else ""

"""Sentences of the program, made fit to stand alone on a page."""

from __future__ import annotations

import re

_PLAIN_WORD = re.compile(r"[a-z]+ ")


def stated(sentence: str) -> str:
    """With a capital at its beginning, unless it begins with a name or a path."""
    return sentence[:1].upper() + sentence[1:] if _PLAIN_WORD.match(sentence) else sentence

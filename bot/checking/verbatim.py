"""Finding a sentence word for word in a passage, whatever its quotation marks, dashes and spaces."""

from __future__ import annotations

import re

_ALIKE = {
    **dict.fromkeys('"“”„‟«»', '["“”„‟«»]'),
    **dict.fromkeys("'‘’‚‛`´", "['‘’‚‛`´]"),
    **dict.fromkeys("-‐‑–—−", "[-‐‑–—−]"),
}


def find(sentence: str, passage: str) -> tuple[int, int] | None:
    """Where the passage has the sentence as whole words, or nothing. Its full stop need not be there."""
    wanted = sentence.strip().rstrip(".").rstrip()
    if not wanted:
        return None
    words = ("".join(_ALIKE.get(sign, re.escape(sign)) for sign in word) for word in wanted.split())
    stop = r"\.?" if sentence.rstrip().endswith(".") else ""
    found = re.search(r"(?<!\w)" + r"\s+".join(words) + rf"(?!\w){stop}", passage)
    return found.span() if found else None

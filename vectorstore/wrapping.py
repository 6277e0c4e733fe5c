"""Lines that end because they are full, and lines that end because something ends.

Texts come wrapped at a fixed width (newswire, mail, books) or with a line a paragraph. A line end is taken for
wrapping when the next line goes on in lower case, or when its first word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

NARROWEST, WIDEST = 40, 110  # characters: what is wrapped at other widths is not prose

_BLOCK = re.compile(r"^[^\n]++(?:\n[^\n]++)+", re.MULTILINE)  # lines without a blank one between them
_ITEM = re.compile(r"(?:[-*•·–—>+]|\(?\d{1,2}[.)]|[a-z][.)])\s")


def wraps(text: str) -> Iterator[int]:
    """Offsets of the line ends that only wrap, in order."""
    for block in _BLOCK.finditer(text):
        yield from _wraps(block.group(), block.start())


def unwrap(text: str) -> str:
    """The text with a space in place of each line end that only wraps: as long as before."""
    pieces: list[str] = []
    done = 0
    for at in wraps(text):
        pieces += [text[done:at], " "]
        done = at + 1
    return "".join([*pieces, text[done:]])


def _wraps(block: str, start: int) -> Iterator[int]:
    lines = block.split("\n")
    width = max(map(len, lines))
    at = start
    for line, following in pairwise(lines):
        at += len(line)
        if _goes_on(line, following, width):
            yield at
        at += 1


def _goes_on(line: str, following: str, width: int) -> bool:
    if width < NARROWEST or len(line) > WIDEST or _ITEM.match(following):
        return False
    full = width <= WIDEST and len(line) + 1 + len(following.split(" ", 1)[0]) > width
    return full or (following[0].islower() and len(line) >= NARROWEST // 2)

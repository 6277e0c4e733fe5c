"""Lines that end because they are full, and lines that end because something ends.

Texts come wrapped at a fixed width (newswire, mail, books) or with a line a paragraph. A line end is taken for
wrapping when the next line goes on in lower case. Where that is so for a third of a text's line ends, a line is also
taken as full when the next one's first word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

NARROWEST, WIDEST = 40, 110  # characters: what is wrapped at other widths is not prose
SHORTEST = 20  # characters of a line that goes on in lower case

_BLOCK = re.compile(r"^[^\n]++(?:\n[^\n]++)+", re.MULTILINE)  # lines without a blank one between them
_ITEM = re.compile(r"(?:[-*•·–—>+]|\(?\d{1,2}[.)]|[a-z][.)])\s")


def wraps(text: str) -> list[int]:
    """Offsets of the line ends that only wrap, in order."""
    ends = [end for block in _BLOCK.finditer(text) for end in _line_ends(block.group(), block.start())]
    wrapped = 3 * sum(lower for _, lower, _ in ends) >= len(ends)
    return [at for at, lower, full in ends if lower or (full and wrapped)]


def unwrap(text: str) -> str:
    """The text with a space in place of each line end that only wraps: as long as before."""
    pieces: list[str] = []
    done = 0
    for at in wraps(text):
        pieces += [text[done:at], " "]
        done = at + 1
    return "".join([*pieces, text[done:]])


def _line_ends(block: str, at: int) -> Iterator[tuple[int, bool, bool]]:
    """Where lines of a block end, whether the next goes on in lower case, and whether the line is full."""
    lines = block.split("\n")
    width = max(map(len, lines))
    for line, following in pairwise(lines):
        at += len(line)
        item = _ITEM.match(following) is not None
        full = NARROWEST <= width <= WIDEST and len(line) + 1 + len(following.split(" ", 1)[0]) > width
        lower = following[0].islower() and len(line) >= SHORTEST
        yield at, lower and not item, full and not item
        at += 1

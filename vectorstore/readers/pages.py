"""Pages of lines, as they are printed -> one text, without what stands around the text of every page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from vectorstore.readers.record import address

EDGE = 2  # lines at the top and at the bottom of a page that may stand around its text

_FIGURES = re.compile(r"\d+")
_NUMBER = re.compile(r"(?:page )?[-–—|]? ?(?:\d{1,3}|[ivxl]{1,6})(?: ?(?:of|/) ?\d{1,4})? ?[-–—|]?", re.IGNORECASE)
_PRINTED = re.compile(  # by a browser: the day and the title, the address and the number
    r"\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4},? \d{1,2}:\d\d.*|(?:https?|file|about):\S+ \d+/\d+|\d+ of \d+ \d+[/.-].*"
)
_ADDRESS = re.compile(r"https?://[^\s…]+(?=\s|$)")
_BROKEN_WORD = re.compile(r"(\w+)-\n([^\W\d_]+)")
_ITEM = re.compile(r"(?:[-*•·–—>]|\(?\d{1,2}[.)]|\d[\d.]* )\s*\S")
_ENDS = (".", "!", "?", ":", '"', "”", "’", "…", "»")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_NARROWEST = 40  # characters of a full line
_FULL = 0.7  # of the width that nine in ten lines do not exceed, for a line to be one that may go on


def text_of_pages(pages: Sequence[str]) -> str:
    """The text, words that line ends broke whole again, and lines that are full and end in no sentence joined."""
    lines = [page.translate(_LIGATURES).split("\n") for page in pages]
    running = _running(lines)
    text = ""
    for page in lines:
        kept = "\n".join(_without(page, running)).strip()
        text += ("\n\n" if text.endswith(_ENDS) else "\n" if text and kept else "") * bool(kept) + kept
    whole = _BROKEN_WORD.sub(lambda found: _mended(found[1], found[2], text), text)
    return "\n".join(_joined(whole.split("\n")))


def address_printed(pages: Sequence[str]) -> str:
    """The address that a browser printed at the edge of the first page; empty if it is not there as a whole."""
    lines = pages[0].split("\n") if pages else []
    said = (_ADDRESS.search(lines[at]) for at in _edge(lines) if _PRINTED.fullmatch(lines[at]))
    return next((address(found[0]) for found in said if found), "")


def without_title(title: str, text: str) -> str:
    """The text without the title that it begins with, however that is broken into lines."""
    found = re.match(r"\s+".join(map(re.escape, title.split())) + r"\s*\n", text) if title else None
    return text[found.end() :] if found else text


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines, figures aside, that stand at the edge of more than half of the pages, and of two at least."""
    counts = Counter(line for page in pages for line in {_shape(page[at]) for at in _edge(page)})
    return frozenset(line for line, count in counts.items() if 2 * count > len(pages) and count > 1)


def _without(page: Sequence[str], running: frozenset[str]) -> list[str]:
    edge = set(_edge(page))
    return [line for at, line in enumerate(page) if at not in edge or not _is_around(line, running)]


def _is_around(line: str, running: frozenset[str]) -> bool:
    return _shape(line) in running or any(kind.fullmatch(line) for kind in (_NUMBER, _PRINTED))


def _edge(page: Sequence[str]) -> list[int]:
    filled = [at for at, line in enumerate(page) if line]
    return [*filled[:EDGE], *filled[EDGE:][-EDGE:]]


def _shape(line: str) -> str:
    return _FIGURES.sub("0", line)


def _mended(start: str, end: str, text: str) -> str:
    """A word that a line end broke: with its hyphen if it is so written elsewhere, or goes on with a capital."""
    hyphenated = f"{start}-{end}"
    return hyphenated if end[0].isupper() or hyphenated in text else start + end


def _joined(lines: Sequence[str]) -> Iterator[str]:
    """Lines, each with those that it goes on in. The first stays alone: it may be a title."""
    widths = sorted(map(len, filter(None, lines)))
    full = max(_NARROWEST, _FULL * widths[len(widths) * 9 // 10] if widths else 0)
    held = ""
    for at, (line, following) in enumerate(pairwise([*lines, ""])):
        held += line
        if at and following and len(line) >= full and not line.endswith(_ENDS) and not _ITEM.match(following):
            held += " "
        else:
            yield held
            held = ""

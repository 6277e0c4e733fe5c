"""The ``[n]`` markers that a chat model puts into what it writes."""

from __future__ import annotations

import re
from typing import NamedTuple

_NUMBERS = r"\d{1,3}(?:\s*(?:[,;&–-]|and)\s*\d{1,3})*"
MARKER = re.compile(
    rf"\\?[\[【]\s*\^?(?:(?:excerpts?|sources?|passages?|articles?|documents?)\s*:?\s*)?(?P<square>{_NUMBERS})"
    rf"(?:†[^\]】]{{0,20}})?\s*\\?[\]】](?!\()|"
    rf"\(\s*(?:see )?(?:excerpts?|sources?)\s*:?\s*(?P<round>{_NUMBERS})\s*\)|"
    rf"^\s*(?:according to|as (?:stated|reported|noted) (?:in|by)|in|per)\s+"
    rf"(?:(?:the )?excerpts?\s*\[?(?P<named>{_NUMBERS})\]?|\[(?P<bare>{_NUMBERS})\]),?\s+",
    re.IGNORECASE,
)
"""[1], [1, 2], [1-3], [^1], [excerpt 1], 【1†source】, (excerpt 1), and at the beginning "According to excerpt 1, …".

Not the text of a link, and not "(1)", which articles write too.
"""

LONGEST_MARKER = 40  # characters
WIDEST_RANGE = 20

_RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)")
_NUMBER = re.compile(r"\d+")
_SPACE_BEFORE_STOP = re.compile(r"\s+([.,;:!?])")


class Mark(NamedTuple):
    """A marker: where it stood in the text without markers, its numbers, and where it ended in the text with them."""

    at: int
    numbers: tuple[int, ...]
    end: int


def unmarked(text: str) -> tuple[str, list[Mark]]:
    """The text with every marker taken out and nothing else changed, and the markers in order."""
    parts: list[str] = []
    marks: list[Mark] = []
    after = length = 0
    for match in MARKER.finditer(text):
        parts.append(text[after : match.start()])
        length += match.start() - after
        after = match.end()
        marks.append(Mark(length, _numbers(match[match.lastgroup or 0]), after))
    return "".join([*parts, text[after:]]), marks


def without_markers(text: str) -> str:
    """The text as it reads without markers: no gaps where they were."""
    return tidy(unmarked(text)[0])


def tidy(text: str) -> str:
    """Single spaces, and none before a full stop or comma."""
    return _SPACE_BEFORE_STOP.sub(r"\1", " ".join(text.split()))


def half_marker(text: str) -> int:
    """Where a marker begins that the text may end inside of; the length of the text when there is none."""
    opened = max(text.rfind("["), text.rfind("【"))
    inside = text[opened + 1 :]
    if opened < 0 or len(inside) > LONGEST_MARKER or "]" in inside or "】" in inside:
        return len(text)
    return opened


def _numbers(inside: str) -> tuple[int, ...]:
    return tuple(dict.fromkeys(int(number) for number in _NUMBER.findall(_RANGE.sub(_spread, inside))))


def _spread(match: re.Match[str]) -> str:
    first, last = int(match[1]), int(match[2])
    return " ".join(str(number) for number in range(first, min(last, first + WIDEST_RANGE) + 1))

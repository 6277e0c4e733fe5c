"""What a model says, taken out of what it wraps it in: a code fence, JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

LONGEST_WRAPPED = 8_000  # characters

_MAY_WRAP = re.compile(r"""\s*(?:\{|`{1,3}\Z|```|\[\s*(?:["{]|\Z)|\Z)""")
_FENCE = re.compile(r"\s*```\w*\n?(.*?)(?:```\s*)?\Z", re.DOTALL)


def unwrapped(pieces: Iterable[str]) -> Iterator[str]:
    """The pieces as they come, or, when they begin as a wrapper does, what it holds once it is complete."""
    held = ""
    wrapped = True
    for piece in pieces:
        if not wrapped:
            yield piece
            continue
        held += piece
        wrapped = bool(_MAY_WRAP.match(held))
        if not wrapped:
            yield held
        elif len(held) > LONGEST_WRAPPED:
            return
    if wrapped:
        yield _content(held)


def _content(text: str) -> str:
    fence = _FENCE.match(text)
    inside = fence[1] if fence else text
    try:
        return "\n".join(_lines(json.loads(inside)))
    except ValueError:
        return inside


def _lines(value: object) -> Iterator[str]:
    """The sentences in a JSON value; whole numbers beside a text are taken for its markers."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _lines(part)
    elif isinstance(value, dict):
        markers = "".join(f" [{number}]" for part in value.values() for number in _numbers(part))
        for line in (line for part in value.values() for line in _lines(part) if " " in line):
            yield line if "[" in line else line + markers


def _numbers(value: object) -> Iterator[int]:
    if isinstance(value, int) and not isinstance(value, bool):
        yield value
    elif isinstance(value, list):
        for part in value:
            yield from _numbers(part)

"""Streamed text cut into sentences, each with the numbers of its markers, however the stream comes in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from bot.markers import Mark, half_marker, tidy, unmarked
from vectorstore.sentences import sentence_spans

LONGEST_SENTENCE = 590  # characters: what has no end by then has none, and ``sentence_spans`` would cut it anywhere
MOST_SENTENCES = 24
MOST_REPEATS = 3

_ENDS_A_WORD = re.compile(r"[\s。！？।؟]")
_IMAGE = re.compile(r"!\[[^\]]*\]\((?:[^()]|\([^()]*\))*\)?")
_LINK = re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)?")
_LIST_SIGN = re.compile(r"\s*(?:(?:[-*•+>–]|\d{1,2}[.)])\s+)*")
_EMPHASIS = re.compile(r"(\*{1,3}|__|`+)(?=\S)(.+?)(?<=\S)\1")
_HEADING = re.compile(r"\s*(?:#+\s|.*:\W*$)")
_SOURCES = re.compile(r"\W*(?:sources?|references?|citations?|footnotes?|notes?)\W*$", re.IGNORECASE)


class Said(NamedTuple):
    """A sentence as a model wrote it, the excerpt numbers it cites, in order, and where it began in the text."""

    text: str
    numbers: tuple[int, ...]
    start: int


def cut(pieces: Iterable[str]) -> Iterator[Said]:
    """Sentences as they are complete: when the next one has begun, so that a marker after the full stop counts.

    A sentence said before is left out. Ends early when the text goes round in circles or a sentence has no end,
    and where a list of sources begins.
    """
    seen: set[str] = set()
    repeats = 0
    for said in _sentences(pieces):
        key = "".join(sign for sign in said.text.casefold() if sign.isalnum())
        repeats += key in seen
        if repeats == MOST_REPEATS or len(seen) == MOST_SENTENCES or _SOURCES.match(said.text):
            return
        if key and key not in seen and not (_HEADING.match(said.text) and not said.numbers):
            seen.add(key)
            yield said


def _sentences(pieces: Iterable[str]) -> Iterator[Said]:
    waiting = ""
    for sign in (sign for piece in pieces for sign in piece):
        waiting += sign
        if _ENDS_A_WORD.match(sign) and half_marker(waiting) == len(waiting):
            *complete, last = split(waiting) or [Said("", (), 0)]
            yield from complete
            waiting = waiting[last.start :]
        if len(waiting) > LONGEST_SENTENCE:
            return
    yield from split(waiting[: half_marker(waiting)])


def split(text: str) -> list[Said]:
    """The sentences of a text. A line ends a sentence.

    A marker belongs to the sentence before it, or to the one after it in a line that begins with a marker.
    """
    found: list[Said] = []
    start = 0
    for line in text.splitlines(keepends=True):
        sentences, early = _split_line(line)
        if found and early:
            found[-1] = found[-1]._replace(numbers=_union([found[-1].numbers, early]))
        found += [said._replace(start=start + said.start) for said in sentences]
        start += len(line)
    return found


def _split_line(line: str) -> tuple[list[Said], tuple[int, ...]]:
    """The sentences of a line; for a line without any, the numbers in it."""
    sign = _LIST_SIGN.match(line)
    skipped = sign.end() if sign else 0
    plain, marks = unmarked(line[skipped:])
    spans = sentence_spans(plain)
    if not spans:
        return [], _union(mark.numbers for mark in marks)
    leads = bool(marks) and not plain[: marks[0].at].strip()
    borders = [end for _, end in spans[:-1]] if leads else [start + 1 for start, _ in spans[1:]]
    found = []
    for (start, end), low, high in zip(spans, [0, *borders], [*borders, len(plain) + 1], strict=True):
        numbers = _union(mark.numbers for mark in marks if low <= mark.at < high)
        begin = skipped + low - (not leads) + _removed(marks, low) if low else 0
        found.append(Said(_clean(plain[start:end]), numbers, begin))
    return found, ()


def _removed(marks: Iterable[Mark], before: int) -> int:
    """How many characters of markers stood before an offset into the text without them."""
    return max((mark.end - mark.at for mark in marks if mark.at < before), default=0)


def _union(numbers: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for some in numbers for number in some))


def _clean(text: str) -> str:
    """The text without the signs of Markdown: no emphasis, no image, and of a link only its words."""
    text = _LINK.sub(r"\1", _IMAGE.sub("", text))
    return tidy(_EMPHASIS.sub(r"\2", text))

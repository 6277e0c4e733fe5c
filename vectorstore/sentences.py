"""Where sentences begin and end. ``docs/sentences.md`` says how the library was chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sentencex import segment

from vectorstore.wrapping import unwrap

LONGEST = 600  # characters: what goes on for longer is cut
WINDOW = 50_000  # characters given to the library at once

Span = tuple[int, int]

_SPACE = re.compile(r"\s")  # the library stumbles over spaces of several bytes
_BULLET = re.compile(r"\s*[•·▪●◦*–—-]\s+")
_BRACKET_ENDS = re.compile(r"[.!?][\"”’']?[)\]](?=\s+[\"“‘'(\[]?[^\W\d_a-z])")  # "(He left.) She stayed."
_NO_SENTENCE = re.compile(r"\s*\(?(?:\d{1,3}|[a-zA-Z])[.)]\s*")  # "1." of a list
_CLOCK = re.compile(r"\d\s*[ap]\.m\.\s*$", re.IGNORECASE)
_ZONE = re.compile(r"(?:[A-Z]{1,3}T|GMT|UTC|BST|local)\b")  # goes on after "9 p.m."
_END = re.compile(r".*[.!?][\"”’')]*\s", re.DOTALL)


def sentence_spans(text: str) -> list[Span]:
    """Offsets of the sentences in order, end exclusive; only white space lies between and around them.

    Every line end that is no mere wrapping ends a sentence. What somebody is quoted to say stays together with
    who says it.
    """
    return [
        (start, end)
        for line in _lines(unwrap(text))
        for sentence in _sentences(text, *line)
        for part in _windows(text, *sentence, LONGEST)
        for start, end in [_stripped(text, *part)]
        if start < end
    ]


def _lines(text: str) -> Iterator[Span]:
    """Lines, in windows where they are very long."""
    start = 0
    for line in text.split("\n"):
        yield from _windows(text, start, start + len(line), WINDOW)
        start += len(line) + 1


def _sentences(text: str, start: int, end: int) -> Iterator[Span]:
    """The library's sentences, with what it gets wrong put right."""
    bullet = _BULLET.match(text, start, end)
    pending = start
    at = bullet.end() if bullet else start
    pieces = segment("en", _SPACE.sub(" ", text[at:end]))
    for number, piece in enumerate(pieces):
        for inner in _BRACKET_ENDS.finditer(piece):
            yield pending, at + inner.end()
            pending = at + inner.end()
        at += len(piece)
        following = pieces[number + 1] if number + 1 < len(pieces) else ""
        if not (following and _goes_on(piece, following)):
            yield pending, at
            pending = at
    if pending < end:
        yield pending, end  # a bullet with nothing behind it


def _goes_on(piece: str, following: str) -> bool:
    if _CLOCK.search(piece[-12:]):
        return _ZONE.match(following) is not None
    return _NO_SENTENCE.fullmatch(piece) is not None


def _windows(text: str, start: int, end: int, most: int) -> Iterator[Span]:
    """A span in spans of at most ``most`` characters, cut after a sentence, else after a space, if there is one."""
    while end - start > most:
        ended = _END.match(text, start, start + most)
        cut = ended.end() if ended else text.rfind(" ", start, start + most) + 1
        cut = cut if cut > start else start + most
        yield start, cut
        start = cut
    yield start, end


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end

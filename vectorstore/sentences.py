"""Where sentences begin and end. ``docs/sentences.md`` says how the library was chosen."""

from __future__ import annotations

from collections.abc import Iterator

from sentencex import segment

from vectorstore.wrapping import unwrap

LONGEST = 600  # characters: what goes on for longer is cut at a space
WINDOW = 50_000  # characters given to the library at once


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Offsets of the sentences in order, end exclusive; only white space lies between and around them.

    Every line end that is no mere wrapping ends a sentence.
    """
    return [
        piece
        for start, end in _lines(unwrap(text))
        for sentence in _sentences(text, start, end)
        for piece in _pieces(text, *sentence)
    ]


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Lines, in windows where they are very long."""
    start = 0
    for line in text.split("\n"):
        yield from _windows(text, start, start + len(line), WINDOW)
        start += len(line) + 1


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for piece in segment("en", text[start:end].replace("\n", " ")):
        yield start, start + len(piece)
        start += len(piece)


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for low, high in _windows(text, start, end, LONGEST):
        stripped = text[low:high].strip()
        if stripped:
            first = low + len(text[low:high]) - len(text[low:high].lstrip())
            yield first, first + len(stripped)


def _windows(text: str, start: int, end: int, most: int) -> Iterator[tuple[int, int]]:
    """A span in spans of at most ``most`` characters, cut after a space if there is one."""
    while end - start > most:
        space = text.rfind(" ", start, start + most)
        cut = space + 1 if space > start else start + most
        yield start, cut
        start = cut
    yield start, end

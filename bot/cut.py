"""Streamed text cut into sentences, each with the numbers of its markers, however the stream comes in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.formatting import says_nothing, signs_before, underlines, unformatted
from bot.markers import Mark, half_marker, unmarked
from bot.reading import ENDED
from vectorstore.errors import ModelError
from vectorstore.sentences import sentence_spans

LONGEST_SENTENCE = 590  # characters: what has no end by then has none, and ``sentence_spans`` would cut it anywhere
MOST_SENTENCES = 24
MOST_REPEATS = 3

_ENDS_A_WORD = re.compile(r"[\s。！？।؟]")
_LABEL = re.compile(r".*:\W*$")
_SOURCES = re.compile(
    r"\W*(?:list of )?(?:sources?|references?|citations?|footnotes?|notes?|quellen(?:angaben)?|références|fuentes)"
    r"(?: used| cited)?\W*$",
    re.IGNORECASE,
)
_SOURCE = re.compile(r"\W*(?:sources?|references?|citations?|quellen?|fuentes?)\s*:", re.IGNORECASE)
_ASKS = re.compile(r"(?:user|human|question)\s*:", re.IGNORECASE)
_SMALL_TALK = re.compile(
    r"\W*(?:(?:sure|certainly|of course|absolutely|great question)\W*$|i hope (?:this|that|it) helps\b|let me know\b|"
    r"feel free\b|is there anything else\b)",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """A sentence as a model wrote it, the excerpt numbers it cites, in order, and where it began in the text."""

    text: str
    numbers: tuple[int, ...]
    start: int


def cut(pieces: Iterable[str]) -> Iterator[Said]:
    """Sentences as they are complete: when the next one has begun, so that a marker after the full stop counts.

    A sentence said before is left out, and so is what says nothing of the articles: headings, politeness. Ends early
    when the text goes round in circles or a sentence has no end, where a list of sources begins, and where the model
    goes on to ask itself.

    Raises: ModelError: as the pieces do, after the sentences that were complete.
    """
    seen: set[str] = set()
    repeats = 0
    for said in _sentences(pieces):
        key = "".join(sign for sign in said.text.casefold() if sign.isalnum())
        repeats += key in seen
        if repeats == MOST_REPEATS or len(seen) == MOST_SENTENCES or _ends(said, begun=bool(seen)):
            return
        if key and key not in seen and not _is_beside_the_point(said):
            seen.add(key)
            yield said


def _ends(said: Said, *, begun: bool) -> bool:
    """Whether an answer is over before what is said."""
    if _SOURCES.match(said.text):
        return not said.numbers  # "Source: [1]" stands after each paragraph, "Sources:" at the end
    return begun and _ASKS.match(said.text) is not None


def _is_beside_the_point(said: Said) -> bool:
    if _SOURCE.match(said.text) or _ASKS.match(said.text) or _SMALL_TALK.match(said.text):
        return True
    return not said.numbers and _LABEL.match(said.text) is not None


def _sentences(pieces: Iterable[str]) -> Iterator[Said]:
    waiting = ""
    try:
        for sign in (sign for piece in pieces for sign in piece):
            waiting += sign
            if _ENDS_A_WORD.match(sign) and half_marker(waiting) == len(waiting):
                *complete, last = split(waiting) or [Said("", (), 0)]
                yield from complete
                waiting = waiting[last.start :]
            if len(waiting) > LONGEST_SENTENCE:
                return
    except ModelError:
        *complete, last = split(waiting) or [Said("", (), 0)]
        yield from complete
        if _is_complete(last, waiting):
            yield last
        raise
    yield from split(waiting[: half_marker(waiting)])


def _is_complete(said: Said, text: str) -> bool:
    """Whether the last sentence of a text that was broken off was written to its end: "It rose to 3." may go on "5"."""
    return ENDED.search(said.text) is not None and text[-1:] in (" ", "\n", "]")


def split(text: str) -> list[Said]:
    """The sentences of a text. A line ends a sentence.

    A marker belongs to the sentence before it, or to the one after it in a line that begins with a marker.
    """
    found: list[Said] = []
    start = 0
    for line in text.splitlines(keepends=True):
        if underlines(line) and found and not found[-1].numbers and not ENDED.search(found[-1].text):
            found.pop()
        sentences, early = ([], ()) if says_nothing(line) else _split_line(line)
        if found and early:
            found[-1] = found[-1]._replace(numbers=_union([found[-1].numbers, early]))
        found += [said._replace(start=start + said.start) for said in sentences]
        start += len(line)
    return found


def _split_line(line: str) -> tuple[list[Said], tuple[int, ...]]:
    """The sentences of a line; for a line without any, the numbers in it."""
    skipped = signs_before(line)
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
        text = unformatted(plain[start:end])
        text = _begun(text, line[skipped:]) if leads and not low else text
        found.append(Said(_ended(text, plain, marks), numbers, begin))
    return found, ()


def _begun(text: str, line: str) -> str:
    """The text of a line that began with a marker in words, such as "According to excerpt 1, …": with a capital."""
    return text[:1].upper() + text[1:] if line.lstrip()[:1].isalpha() else text


def _ended(text: str, line: str, marks: Sequence[Mark]) -> str:
    """The text with a full stop, where its line ends with a marker in its place, as in a list."""
    closed = bool(marks) and marks[-1].at >= len(line.rstrip()) and line.rstrip().endswith(text)
    return f"{text}." if closed and text and text[-1] not in "?:" and not ENDED.search(text) else text


def _removed(marks: Iterable[Mark], before: int) -> int:
    """How many characters of markers stood before an offset into the text without them."""
    return max((mark.end - mark.at for mark in marks if mark.at < before), default=0)


def _union(numbers: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    return tuple(dict.fromkeys(number for some in numbers for number in some))

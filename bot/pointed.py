"""Which words of a sentence are pointed at as the answer: as few as answer, and none where words answer nothing."""

from __future__ import annotations

import re

from bot.checking.numbers import numbers
from bot.counted import things_counted
from bot.kinds import PLACE, TIME, Kind, is_yes_no, kind_of
from vectorstore.words import FUNCTION_WORDS, content_words, terms, words

Place = tuple[int, int]
"""Characters, end exclusive."""

SHORT = {Kind.NUMBER: 5, Kind.TIME: 6, Kind.PERSON: 5, Kind.PLACE: 6}
"""Words up to which a span is short enough for the kind."""

LONG = 100

BEHIND = 3
"""Words after a number that say what it counts."""

_HEDGE = re.compile(
    r"\b(?:about|around|nearly|almost|over|more than|at least|fewer than|less than|up to|some)\s+$", re.I
)
_UNIT = re.compile(r"\s?(?:%|per cent\b|percent\b)")
_NAMES = re.compile(r"[A-Z][\w’'-]*\w(?: (?:of |the |van |von |de |al-)?[A-Z][\w’'-]*\w)*")


def pointed(question: str, text: str, sentence: Place, span: Place | None) -> Place | None:
    """The words to point at in a sentence of a text; ``span`` are those that a reader would answer with, if any."""
    if is_yes_no(question):
        return None
    kind = kind_of(question)
    if kind is Kind.NUMBER and (things := things_counted(question)):
        return _figure_of(things, text, sentence) or _shorter(kind, question, text, span)
    return _shorter(kind, question, text, span)


def _figure_of(things: frozenset[str], text: str, sentence: Place) -> Place | None:
    """The only figure of a sentence that counts these things."""
    start, end = sentence
    found = [
        number
        for number in numbers(text[start:end])
        if things.intersection(terms(" ".join(_stretch(text[start + number.end : end]))))
    ]
    return _hedged(text, start + found[0].start, start + found[0].end) if len(found) == 1 else None


def _stretch(text: str) -> list[str]:
    """The words after a number, up to the next mark."""
    return words(re.split(r"[,.;:!?()\n]", text, maxsplit=1)[0])[:BEHIND]


def _hedged(text: str, start: int, end: int) -> Place:
    """A figure with "about" before it and "per cent" behind it."""
    if before := _HEDGE.search(text[:start]):
        start = before.start()
    if unit := _UNIT.match(text, end):
        end = unit.end()
    return start, end


def _shorter(kind: Kind, question: str, text: str, span: Place | None) -> Place | None:
    if span is None or len(text[slice(*span)].split()) <= SHORT.get(kind, LONG):
        return span
    start, end = span
    found = _inside(kind, question, text[start:end])
    if found is None:
        return span
    place = start + found[0], start + found[1]
    return _hedged(text, *place) if kind is Kind.NUMBER else place


def _inside(kind: Kind, question: str, words: str) -> Place | None:
    """The part of some words that is of the kind; nothing where there is none, or no telling which."""
    if kind is Kind.NUMBER:
        figures = numbers(words)
        return (figures[0].start, figures[0].end) if len(figures) == 1 else None
    if kind is Kind.TIME:
        times = list(TIME.finditer(words))
        return (times[0].start(), times[-1].end()) if times else None
    if kind is Kind.PLACE:
        place = PLACE.search(words)
        return place.span() if place else None
    return next((match.span() for match in _NAMES.finditer(words) if _is_new(match.group(), question)), None)


def _is_new(name: str, question: str) -> bool:
    return not set(content_words(name)) <= FUNCTION_WORDS.union(words(question))

"""Whether a number of a sentence is in a text: as a number, or as the same amount in another form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from bot.checking.measures import measures
from bot.checking.moments import clocks, days, years
from bot.checking.numbers import Number, numbers
from bot.checking.quantity import Quantity
from bot.checking.shares import fractions, ratios

_COUNTS = {
    word: float(count)
    for count, words in enumerate(
        (
            "first",
            "second twice double doubled both couple pair twin twins",
            "third thrice triple tripled trio triplets",
            "fourth quadruple quadrupled quartet quadruplets",
            *"fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
            "seventeenth eighteenth nineteenth twentieth".split(),
        ),
        start=1,
    )
    for word in words.split()
} | {"nil": 0.0}
"""What words stand for that count without being numbers."""

_WORD = re.compile(r"[a-z]+")
_CLOSED = re.compile(r"\d[.,]\d")
_SPACED = re.compile(r"(?<=\d)([.,]) (?=\d)")


def unsaid(sentence: str, texts: Sequence[str]) -> list[Number]:
    """The numbers of the sentence that no text has in any form."""
    every = [*texts, *(closed for text in texts if (closed := _without_spaces(text)) != text)]
    values = [value for text in every for value in _values(text)]
    shares = list(fractions(sentence))
    return [
        number
        for number in numbers(sentence)
        if (number.said_by(values) is None or _within(number, shares)) and not _otherwise(number, sentence, every)
    ]


def _otherwise(number: Number, sentence: str, texts: Sequence[str]) -> bool:
    """Whether a text has the measure, share, day or hour that the number is part of."""
    told = _within(number, _quantities(sentence))
    return any(one.said_by(other) for one in told for text in texts for other in _quantities(text))


def _within(number: Number, quantities: Sequence[Quantity]) -> list[Quantity]:
    return [one for one in quantities if one.start <= number.start and number.end <= one.end]


@lru_cache(maxsize=256)
def _values(text: str) -> tuple[float, ...]:
    """The numbers of a text, and those that its "fifth", "twice" and the like stand for."""
    counts = (_COUNTS[word] for word in _WORD.findall(text.casefold()) if word in _COUNTS)
    return (*(number.value for number in numbers(text)), *counts)


@lru_cache(maxsize=256)
def _quantities(text: str) -> tuple[Quantity, ...]:
    return tuple(one for read in (measures, fractions, ratios, years, days, clocks) for one in read(text))


@lru_cache(maxsize=256)
def _without_spaces(text: str) -> str:
    """A text whose words and marks were all set apart, with its numbers closed up again: "1, 300" and "2. 5"."""
    return text if _CLOSED.search(text) else _SPACED.sub(r"\1", text)

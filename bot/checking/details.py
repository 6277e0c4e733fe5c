"""The details that a sentence must not invent: names, numbers and the words it puts into quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.checking import verbatim
from bot.checking.align import Claim, Source
from bot.checking.lexicon import DENIALS, NEGATIONS
from bot.checking.names import Names, names
from bot.checking.numbers import numbers

_ORDINALS = {
    word: float(place)
    for place, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
}
_WORD = re.compile(r"[a-z]+")
_QUOTED = re.compile(r"[“\"]([^“”\"]{2,}?)[”\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """The details of a sentence that neither the passages nor what else is known of their articles has, as written."""

    names: tuple[str, ...]
    numbers: tuple[str, ...]
    quotations: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Each of them once."""
        return tuple(dict.fromkeys((*self.names, *self.numbers, *self.quotations)))


def missing(sentence: str, texts: Sequence[str]) -> Missing:
    """What the sentence says that the texts do not."""
    values = [value for text in texts for value in _values(text)]
    known = _names(tuple(texts))
    return Missing(
        names=tuple(name.text for name in names(sentence) if name.text not in known),
        numbers=tuple(number.text for number in numbers(sentence) if number.said_by(values) is None),
        quotations=tuple(words for words in _QUOTED.findall(sentence) if not _is_in(words, texts)),
    )


def negation(said: Claim, chosen: Sequence[Source]) -> tuple[str, ...]:
    """The word that makes a claim say the opposite, when nothing that is quoted says no in any way."""
    quoted = frozenset[str]().union(*(source.words for source in chosen))
    if quoted & (NEGATIONS | DENIALS):
        return ()
    return tuple(sorted(said.words & NEGATIONS))


@lru_cache(maxsize=256)
def _values(text: str) -> tuple[float, ...]:
    """The numbers of a text, and those that its "fifth" and the like stand for."""
    placed = (_ORDINALS[word] for word in _WORD.findall(text.casefold()) if word in _ORDINALS)
    return (*(number.value for number in numbers(text)), *placed)


@lru_cache(maxsize=64)
def _names(texts: tuple[str, ...]) -> Names:
    return Names(texts)


def _is_in(words: str, texts: Sequence[str]) -> bool:
    wanted = words.strip(" ,.;:").casefold()
    return any(verbatim.find(wanted, text.casefold()) for text in texts)

"""The details that a sentence must not invent: names, numbers and the words it puts into quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.checking import amounts, known_names, verbatim
from bot.checking.align import Claim, Source
from bot.checking.lexicon import DENIALS, NEGATIONS

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
    return Missing(
        names=tuple(known_names.unsaid(sentence, texts)),
        numbers=tuple(number.text for number in amounts.unsaid(sentence, texts)),
        quotations=tuple(words for words in _QUOTED.findall(sentence) if not _is_in(words, texts)),
    )


def negation(said: Claim, chosen: Sequence[Source]) -> tuple[str, ...]:
    """The word that makes a claim say the opposite, when nothing that is quoted says no in any way."""
    quoted = frozenset[str]().union(*(source.words for source in chosen))
    if quoted & (NEGATIONS | DENIALS):
        return ()
    return tuple(sorted(said.words & NEGATIONS))


def _is_in(words: str, texts: Sequence[str]) -> bool:
    wanted = words.strip(" ,.;:").casefold()
    return any(verbatim.find(wanted, text.casefold()) for text in texts)

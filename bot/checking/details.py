"""The details that a sentence must not invent: names, numbers, the words it puts into quotation marks, and "not"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.checking import amounts, known_names
from bot.checking.align import Claim, Source, best, claim, sources
from bot.checking.denial import denied_in, implied
from bot.checking.judged import clauses
from bot.checking.lexicon import DENIALS, NEGATIONS
from bot.checking.quoted import is_said, quotations
from vectorstore.words import words


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
    """What the sentence says that the texts do not, in this or another form."""
    return Missing(
        names=tuple(known_names.unsaid(sentence, texts)),
        numbers=tuple(number.text for number in amounts.unsaid(sentence, texts)),
        quotations=tuple(quotation for quotation in quotations(sentence) if not is_said(quotation, texts)),
    )


def negation(said: Claim, chosen: Sequence[Source]) -> tuple[str, ...]:
    """The words that make a claim say the opposite, when nothing that is quoted says no in any way."""
    quoted = " ".join(source.text for source in chosen)
    found = denied_in(said.text, quoted)
    beside = [*chosen, *_beside(said.text, chosen)] if found else []
    denied = any(source.words & (NEGATIONS | DENIALS) for source in beside) or implied(said.text, quoted)
    return () if denied else found


def _beside(text: str, chosen: Sequence[Source]) -> list[Source]:
    """The source sentence with most of the words of each clause that denies something."""
    found = sources(list(dict.fromkeys(source.hit for source in chosen)))
    denying = (clause for clause in clauses(text) if NEGATIONS & set(words(clause)))
    return [source for clause in denying for source in best(claim(clause, found).rarity, found)[:1]]

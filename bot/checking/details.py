"""The details that a sentence must not invent: names, numbers and the words it puts into quotation marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.checking import verbatim
from bot.checking.names import Names, names
from bot.checking.numbers import numbers
from bot.excerpts import day
from vectorstore.types import Headline, Hit

_QUOTED = re.compile(r"[“\"]([^“”\"]{2,}?)[”\"]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Missing:
    """The details of a sentence that neither the passages nor the facts about their articles have, as written."""

    names: tuple[str, ...]
    numbers: tuple[str, ...]
    quotations: tuple[str, ...]

    @property
    def all(self) -> tuple[str, ...]:
        """Each of them once."""
        return tuple(dict.fromkeys((*self.names, *self.numbers, *self.quotations)))


def missing(sentence: str, hits: Sequence[Hit]) -> Missing:
    """What the sentence says that the hits do not."""
    texts = [text for hit in hits for text in (hit.chunk.text, *facts(hit.article))]
    values = [number.value for text in texts for number in numbers(text)]
    known = Names(texts)
    return Missing(
        names=tuple(name.text for name in names(sentence) if name.text not in known),
        numbers=tuple(number.text for number in numbers(sentence) if number.said_by(values) is None),
        quotations=tuple(
            words
            for words in _QUOTED.findall(sentence)
            if not any(verbatim.find(words.strip(" ,.;:").casefold(), text.casefold()) for text in texts)
        ),
    )


def facts(article: Headline) -> list[str]:
    """What is known of an article besides its text."""
    published = day(article.published) if article.published else ""
    return [fact for fact in (article.title, article.source, article.author, published) if fact]

"""What a sentence says that its articles do not: numbers and names, looked for without the rule that shows sentences.

It is coarser than the rule and knows nothing of its parts, but for how numbers and countries are written.
"""

from __future__ import annotations

import re
from calendar import day_name, month_name
from collections.abc import Iterator, Sequence
from datetime import timedelta

from bot.checking.numbers import Number, numbers
from bot.checking.peoples import IN_FULL, country
from bot.types import Citation

HEDGE = re.compile(
    r"\b(?:about|around|roughly|approximately|some|over|above|more than|under|below|less than|fewer than|nearly|almost|"
    r"close to)\s*$",
    re.IGNORECASE,
)
ROUNDED = 0.12
"""How far, of its size, a number may be from the article's after such a word."""

NEAR = 8
"""Days before and after the day of an article that "on Monday" and the like may mean in it."""

NAME = re.compile(r"(?<=\s)[\"“‘(]?([A-Z][^\W\d_]+(?:['’][^\W\d_]+)?)")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
CALENDAR = frozenset(name.casefold() for name in (*day_name, *month_name))
OURS = frozenset("article articles excerpt excerpts text texts outlet outlets".split())
"""What a model may call what it has read, with a capital or without."""


def strays(text: str, cited: Sequence[Citation], articles: Sequence[str]) -> list[str]:
    """The numbers of a sentence that are not in what it quotes, and its names that are not in the articles quoted.

    A number may be rounded where the sentence says so, be of the day that a weekday means, or count the outlets.
    The first word is a name as seldom as not, so it is not looked at.
    """
    told = [number.value for one in cited for number in numbers(one.quote)]
    outlets = len({one.article.source for one in cited})
    invented = [
        one.text
        for one in numbers(text)
        if not (one.value <= outlets or _is_among(one, told, text) or _is_of_a_day(one, cited, text))
    ]
    known = {form for named in (*articles, *map(_headline, cited)) for form in _known(named)} | CALENDAR | OURS
    return [*invented, *(name for name in NAME.findall(text) if _bare(name) not in known)]


def _is_of_a_day(number: Number, cited: Sequence[Citation], text: str) -> bool:
    """Whether a number is the day of the month, or the year, of a day near that of an article."""
    beside = [*WORD.findall(text[: number.start])[-1:], *WORD.findall(text[number.end :])[:1]]
    dated = any(word in month_name for word in beside)
    published = [one.article.published for one in cited if one.article.published]
    days = {(one + timedelta(days=days)).day for one in published for days in range(-NEAR, NEAR + 1)}
    return (dated and number.value in days) or any(abs(one.year - number.value) <= 1 for one in published)


def _is_among(number: Number, told: Sequence[float], text: str) -> bool:
    slack = ROUNDED * number.value if HEDGE.search(text[: number.start]) else 1e-9 * number.value
    return any(abs(number.value - one) <= slack for one in told)


def _headline(citation: Citation) -> str:
    return f"{citation.article.title} {citation.article.source}"


def _known(text: str) -> Iterator[str]:
    """The words of a text, each as ``_bare`` gives it; a country of two words, by its one name as well."""
    lower = text.casefold()
    yield from map(_bare, WORD.findall(text))
    for full, short in IN_FULL.items():
        if full in lower:
            yield short
        if re.search(rf"\b{short}\b", lower):
            yield from full.split()


def _bare(word: str) -> str:
    return country(re.sub(r"['’]s?$", "", word.casefold()))

"""Questions to begin with, drawn from the headlines; only those that the bot can answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from bot.articlebot import ArticleBot
from bot.web import text
from vectorstore.errors import ArticleBotError
from vectorstore.types import Headline
from vectorstore.words import FUNCTION_WORDS

SHOWN = 4
TRIED = 10
HEADLINES = 40
LONGEST_TITLE = 90  # characters

_NAME = re.compile(r"(?<=[a-z,’'] )[A-Z][\w’-]*[a-z](?: [A-Z][\w’-]*[a-z])*")


def examples(bot: ArticleBot) -> list[str]:
    """Up to ``SHOWN`` questions, most general first."""
    try:
        found = candidates(bot.library.articles(limit=HEADLINES))
        return list(islice((asked for asked in islice(found, TRIED) if not bot.ask(asked).refusal), SHOWN))
    except ArticleBotError:
        return []


def candidates(headlines: Sequence[Headline]) -> Iterator[str]:
    """Questions that may suit the articles, each once."""
    if len(headlines) == 1:
        yield text.ABOUT_IT
        yield from (text.ABOUT_NAME_IN_IT.format(name=name) for name in names(headlines[0].title))
    elif headlines:
        yield text.ABOUT_THEM
        yield from dict.fromkeys(_of_each(one_of_each_outlet(headlines)))


def names(title: str) -> list[str]:
    """Capitalised words inside a headline; none when the headline capitalises most of its words."""
    words = [word for word in title.split() if word.casefold() not in FUNCTION_WORDS]
    if not words or sum(word[0].isupper() for word in words) > 0.7 * len(words):
        return []
    return list(dict.fromkeys(_NAME.findall(title)))


def one_of_each_outlet(headlines: Iterable[Headline]) -> list[Headline]:
    """The same headlines, first the first of each outlet."""
    seen: set[str] = set()
    first: list[Headline] = []
    others: list[Headline] = []
    for headline in headlines:
        (others if headline.source in seen else first).append(headline)
        seen.add(headline.source)
    return first + others


def _of_each(headlines: Iterable[Headline]) -> Iterator[str]:
    for position, headline in enumerate(headlines):
        if position % 2 and (found := names(headline.title)):
            yield text.ABOUT_NAME.format(name=found[0])
        elif headline.title and len(headline.title) <= LONGEST_TITLE:
            yield text.ABOUT_TITLE.format(title=headline.title)

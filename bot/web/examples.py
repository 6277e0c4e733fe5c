"""Questions to begin with, drawn from the headlines; only those that the bot can answer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, zip_longest

from bot.articlebot import ArticleBot
from bot.web import text
from vectorstore.errors import ArticleBotError
from vectorstore.types import Headline
from vectorstore.words import FUNCTION_WORDS

SHOWN = 4
TRIED = 10
HEADLINES = 40
LONGEST_TITLE = 90  # characters

_NAME = re.compile(r"\b[A-Z][\w’-]*[a-z](?: [A-Z][\w’-]*[a-z])*")
_INSIDE = re.compile(r"[a-z,’'] $")
_SPEAKER = re.compile(r"([A-Z][\w’-]*[a-z]),? (?:says|said|warns|tells|claims)\b")


def examples(bot: ArticleBot) -> list[str]:
    """Up to ``SHOWN`` questions, most general first. They are tried without a chat model, which may cost money."""
    bot = replace(bot, answerer=None)
    try:
        found = candidates(bot.library.articles(limit=HEADLINES))
        return list(islice((asked for asked in islice(found, TRIED) if not bot.ask(asked).refusal), SHOWN))
    except ArticleBotError:
        return []


def candidates(headlines: Sequence[Headline]) -> Iterator[str]:
    """Questions that may suit the articles, each once: general ones, then about names, then about single articles."""
    if not headlines:
        return
    yield text.ABOUT_IT if len(headlines) == 1 else text.ABOUT_THEM
    yield from headline_questions(one_of_each_outlet(headlines))


def headline_questions(headlines: Sequence[Headline]) -> Iterator[str]:
    """Questions about who speaks in headlines, whom and what they name, and their articles, each once, in turn."""
    titles = [headline.title for headline in headlines]
    kinds = [
        [text.WHAT_SAID.format(name=name) for title in titles for name in speakers(title)],
        [text.ABOUT_NAME.format(name=name) for title in titles for name in names(title)],
        [text.ABOUT_TITLE.format(title=title) for title in titles[1:] if _whole(title)],
    ]
    yield from dict.fromkeys(question for some in zip_longest(*kinds) for question in some if question)


def speakers(title: str) -> list[str]:
    """Who says something in a headline, by the last word of the name."""
    return [found.group(1) for found in _SPEAKER.finditer(title)] if not _all_capitals(title) else []


def names(title: str) -> list[str]:
    """Capitalised words inside a headline, without who speaks; none when most of its words are capitalised."""
    runs = [] if _all_capitals(title) else _NAME.finditer(title)
    found = [run.group() for run in runs if _INSIDE.search(title, max(0, run.start() - 2), run.start())]
    return [name for name in dict.fromkeys(found) if name.split()[-1] not in speakers(title)]


def _whole(title: str) -> bool:
    return 0 < len(title) <= LONGEST_TITLE and not title.endswith(("...", "…"))


def _all_capitals(title: str) -> bool:
    words = [word for word in title.split() if word.casefold() not in FUNCTION_WORDS]
    return sum(word[0].isupper() for word in words) > 0.7 * len(words)


def one_of_each_outlet(headlines: Iterable[Headline]) -> list[Headline]:
    """The same headlines, first the first of each outlet."""
    seen: set[str] = set()
    first: list[Headline] = []
    others: list[Headline] = []
    for headline in headlines:
        (others if headline.source in seen else first).append(headline)
        seen.add(headline.source)
    return first + others

"""Questions to begin with, made of the newest articles; only those that the bot can answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice

from bot.articlebot import ArticleBot, Scope
from bot.web import text
from bot.web.questions import Suggested
from bot.web.suggest import answerable, by_turns, of_passages, of_titles
from vectorstore.catalog import Catalog
from vectorstore.errors import ArticleBotError, NoSuchArticle
from vectorstore.types import Headline

SHOWN = 4
HEADLINES = 40
READ = 12  # articles that questions are made of


def examples(bot: ArticleBot) -> list[str]:
    """Up to ``SHOWN`` questions, the most general one first."""
    try:
        headlines = one_of_each_outlet(bot.library.articles(limit=HEADLINES))
        return answerable(bot, candidates(headlines, bot.library.catalog), Scope(), most=SHOWN)
    except ArticleBotError:
        return []


def about(ids: Sequence[str], catalog: Catalog) -> list[str]:
    """Questions to begin with about these articles alone. They are not tried: nothing else could answer them."""
    try:
        headlines = [catalog.article(id).headline for id in ids]
    except NoSuchArticle:
        return []
    return [one.question for one in islice(candidates(headlines, catalog), SHOWN)]


def candidates(headlines: Sequence[Headline], catalog: Catalog) -> Iterator[Suggested]:
    """Questions that may suit the articles: a general one, then by turns of each kind one of another article."""
    if not headlines:
        return
    yield Suggested(question=text.ABOUT_IT if len(headlines) == 1 else text.ABOUT_THEM, kind="general")
    read = headlines[:READ]
    made = [list(filter(_stands_alone, of_passages(catalog.chunks_of(headline.id)))) for headline in read]
    yield from islice(by_turns([*_different(made), *chain.from_iterable(made)]), 2 * SHOWN)
    yield from of_titles(read[1:])


def _different(made: Iterable[Sequence[Suggested]]) -> Iterator[Suggested]:
    """One question of each article: of a kind that no article before it has given, if it has such a one."""
    kinds: set[str] = set()
    for questions in made:
        for one in sorted(questions, key=lambda one: one.kind in kinds)[:1]:
            kinds.add(one.kind)
            yield one


def _stands_alone(one: Suggested) -> bool:
    """Whether it names something, so that it can be understood by who has not read the article."""
    return any(word[0].isupper() for word in one.question.split()[1:])


def one_of_each_outlet(headlines: Iterable[Headline]) -> list[Headline]:
    """The same headlines, first the first of each outlet."""
    seen: set[str] = set()
    first: list[Headline] = []
    others: list[Headline] = []
    for headline in headlines:
        (others if headline.source in seen else first).append(headline)
        seen.add(headline.source)
    return first + others

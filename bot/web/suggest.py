"""Questions that may be asked next, drawn from what was read for an answer; only those that have one of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from bot.articlebot import ArticleBot, Scope
from bot.types import Answer
from bot.web import text
from bot.web.examples import headline_questions, names, one_of_each_outlet
from vectorstore.errors import ArticleBotError
from vectorstore.types import Headline, Hit

SHOWN = 3
TRIED = 8


def suggestions(bot: ArticleBot, answer: Answer, asked: Collection[str], scope: Scope) -> list[str]:
    """Up to ``SHOWN`` questions that were not ``asked`` yet and tell something else, tried without a chat model."""
    bot = replace(bot, answerer=None)
    known = {question.casefold() for question in (*asked, answer.question)}
    told = {answer.plain}
    found: list[str] = []
    try:
        for question in islice((one for one in follow_ups(answer) if one.casefold() not in known), TRIED):
            new = bot.ask(question, **scope)
            if not new.refusal and new.plain not in told and len(found) < SHOWN:
                told.add(new.plain)
                found.append(question)
    except ArticleBotError:
        return found
    return found


def follow_ups(answer: Answer) -> Iterator[str]:
    """Questions that suit the sources, each once: about who is named in them, then about their headlines."""
    headlines = one_of_each_outlet(_headlines(answer))
    named = [text.ABOUT_NAME.format(name=name) for name in people(answer)]
    about = [question for question in headline_questions(headlines) if question not in named]
    yield from dict.fromkeys([*about[:1], *named[:2], *about[1:], *named[2:]])


def people(answer: Answer) -> list[str]:
    """Names in the passages read, those of several words first, then the more frequent; none that was asked about."""
    counted = Counter(name for text in _texts(answer.hits) for name in names(text))
    asked = answer.question.casefold()
    new = [name for name in counted if name.casefold() not in asked]
    return sorted(new, key=lambda name: (" " not in name, -counted[name]))


def _headlines(answer: Answer) -> list[Headline]:
    closest = answer.refusal.closest if answer.refusal else ()
    cited = [citation.article for citation in answer.citations]
    found = [*closest, *cited, *(() if answer.refusal else (hit.article for hit in answer.hits))]
    return list({headline.id: headline for headline in found}.values())


def _texts(hits: Sequence[Hit]) -> list[str]:
    return [hit.chunk.text for hit in hits[:4]]

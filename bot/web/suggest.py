"""Questions that may be asked next: made of sentences of the articles cited, and tried before they are shown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, takewhile, zip_longest

from bot.articlebot import ArticleBot, Scope
from bot.types import Answer
from bot.web import text
from bot.web.questions import Suggested, names, questions
from vectorstore.errors import ArticleBotError
from vectorstore.sentences import sentence_spans
from vectorstore.types import Headline, Hit
from vectorstore.words import terms, words

SHOWN = 3
TRIED = 8
ARTICLES = 3  # cited first, or closest, that questions are made of
LONGEST_TITLE = 90  # characters


def suggestions(
    bot: ArticleBot, answer: Answer, asked: Collection[str], scope: Scope, over: Callable[[], bool] = lambda: False
) -> list[str]:
    """Up to ``SHOWN`` questions that were not ``asked`` yet and tell something else; none where none is good.

    Once it is ``over``, since the reader has gone on, no more are tried.
    """
    known = {question.casefold() for question in (*asked, answer.question)}
    made = (one for one in follow_ups(bot, answer) if one.question.casefold() not in known)
    return answerable(bot, takewhile(lambda _: not over(), made), scope, most=SHOWN, told=answer.plain)


def answerable(bot: ArticleBot, made: Iterable[Suggested], scope: Scope, *, most: int, told: str = "") -> list[str]:
    """Those of the first ``TRIED`` questions that are answered with what they are made of, and not as ``told`` already.

    They are tried without a chat model, which may cost money.
    """
    bot = replace(bot, answerer=None)
    said, found = {told}, list[str]()
    try:
        for one in islice(made, TRIED):
            answer = bot.ask(one.question, **scope)
            if answers(answer, one) and answer.plain not in said:
                said.add(answer.plain)
                found.append(one.question)
            if len(found) == most:
                break
    except ArticleBotError:
        return found
    return found


def answers(answer: Answer, one: Suggested) -> bool:
    """Whether what is quoted first holds what the question is made of, so that it is not about another story."""
    if answer.refusal or not answer.citations:
        return False
    first = answer.citations[0]
    return one.article in ("", first.article.id) and one.holds in " ".join(
        f"{first.quote} {first.article.source}".split()
    )


def follow_ups(bot: ArticleBot, answer: Answer) -> Iterator[Suggested]:
    """Questions that suit the sources, each once; after a refusal, of passages that share its words.

    Of an article that gives none, such as one that is not in English, a summary. Where nothing suits a refusal, a
    general question shows what the articles do answer.
    """
    passages = _passages(bot, answer)
    about = frozenset(terms(answer.question if answer.refusal else f"{answer.query.text} {answer.plain}"))
    near = [hit for hit in passages if not answer.refusal or about.intersection(terms(hit.chunk.text))]
    made = [*of_passages(near, without=answer.plain), *_of_outlets(answer, near)]
    made.sort(key=lambda one: -len(about.intersection(terms(f"{one.question} {one.holds}"))))
    yield from by_turns(made)
    if not answer.refusal:
        yield from of_titles(_mute(near))
    if answer.refusal and answer.refusal.closest and not near:
        yield Suggested(question=text.ABOUT_THEM, kind="general")


def of_passages(hits: Sequence[Hit], without: str = "") -> Iterator[Suggested]:
    """Questions that sentences of passages answer, but for those that are told already."""
    for hit in hits:
        passage = hit.chunk.text
        for start, end in sentence_spans(passage):
            if passage[start:end] not in without:
                yield from questions(passage[start:end], passage)


def of_titles(headlines: Iterable[Headline]) -> Iterator[Suggested]:
    """For each article whose title is not too long, and not cut, a summary of it. In any language."""
    for headline in headlines:
        if 0 < len(headline.title) <= LONGEST_TITLE and not headline.title.endswith(("...", "…")):
            question = text.ABOUT_TITLE.format(title=headline.title)
            yield Suggested(question=question, kind="title", article=headline.id)


def by_turns(made: Iterable[Suggested]) -> Iterator[Suggested]:
    """The first of each kind, then the second of each, and so on; each question once."""
    kinds: dict[str, list[Suggested]] = {}
    for one in made:
        kinds.setdefault(one.kind, []).append(one)
    mixed = [one for some in zip_longest(*kinds.values()) for one in some if one]
    yield from {one.question: one for one in mixed}.values()


def _mute(hits: Sequence[Hit]) -> list[Headline]:
    """The articles none of whose passages gives a question."""
    headlines = {hit.article.id: hit.article for hit in hits}
    telling = {hit.article.id for hit in hits if any(of_passages([hit]))}
    return [headline for id, headline in headlines.items() if id not in telling]


def _of_outlets(answer: Answer, cited: Sequence[Hit]) -> Iterator[Suggested]:
    """What another outlet that was read says about somebody or something that English passages cited name."""
    told = {hit.article.source for hit in cited}
    named = [name for hit in cited if "the" in words(hit.chunk.text) for name in names(hit.chunk.text)]
    for hit in answer.hits:
        outlet = hit.article.source
        name = next((name for name in named if name in hit.chunk.text), "")
        if name and outlet and outlet not in told and not answer.refusal:
            yield Suggested(question=text.SAID_BY_OUTLET.format(outlet=outlet, name=name), kind="outlet", holds=outlet)


def _passages(bot: ArticleBot, answer: Answer) -> list[Hit]:
    """All of the articles that are cited, or that come nearest to an answer, each once."""
    catalog = bot.library.catalog
    articles: list[Headline] = [citation.article for citation in answer.citations]
    if answer.refusal:
        nearest = [answer.refusal.nearest.article] if answer.refusal.nearest else []
        articles = [*nearest, *answer.refusal.closest]
    ids = list(dict.fromkeys(article.id for article in articles))[:ARTICLES]
    return [hit for id in ids for hit in catalog.chunks_of(id)]

"""An exchange as HTML. Whatever comes from a reader, a model or an article goes through ``escape``."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from html import escape

from bot.change import Change
from bot.conversations.kept import Exchange, title_of
from bot.plain import NEAREST, UNTITLED, covered, sides_line
from bot.types import Answer, Quote, Refusal, Sentence, Support
from bot.web import text
from bot.web.actions import actions_html
from bot.web.assurance import assurance_html
from bot.web.buttons import button, icon_button
from bot.web.shelf import address_of
from bot.web.since import fates, since_html
from bot.web.sources import headline_line, in_bold, sources_html
from bot.web.understood import understood_html
from bot.web.wording import told_html
from bot.written import Struck
from vectorstore.types import Headline


def exchange_html(exchange: Exchange, number: int, *, last: bool, changes: Sequence[Change] = ()) -> str:
    """A question and what came of it, and of what it cites. ``number`` counts the exchanges of a page from 1."""
    answer, changeable = exchange.answer, last and not exchange.waiting
    return (
        f'<article class="exchange" id="t{number}" aria-busy="{"true" if exchange.waiting else "false"}">'
        f"{_question(exchange, number)}"
        f"{understood_html(answer, number, last=changeable) if answer else ''}"
        f"{_answer(answer, number, changes) if answer else ''}"
        f"{_state(exchange)}"
        f"{actions_html(exchange, number, last=last)}"
        f"{_suggestions(exchange) if changeable else ''}"
        "</article>"
    )


def sentence_html(
    sentence: Sentence, number: int, answer: tuple[int, int] | None = None, became: Mapping[int, str] | None = None
) -> str:
    """A sentence with its markers, and in plain words what of it is not proven. The words that answer are bold.

    ``became`` tells what became of some of its citations.
    """
    partly = sentence.verdict.support is not Support.SUPPORTED
    markers = "".join(_marker(cited, number, (became or {}).get(cited, "")) for cited in sentence.citations)
    said = f'<span class="said{" partly" if partly else ""}">{in_bold(sentence.text, answer, escape)}</span>'
    said += f'<span class="markers">{markers}</span>' if markers else ""
    return f'{said} <small class="doubt">({escape(sentence.doubt)})</small>' if partly else said


def _marker(cited: int, number: int, fate: str) -> str:
    label = f"{text.SOURCE} {cited}"
    if fate:
        label = text.SOURCE_CHANGED.format(number=cited, fate=text.FATES_IN_BRIEF[fate])
    stale = " stale" if fate in ("removed", "unsaid") else ""
    return (
        f'<button type="button" class="marker{stale}" data-do="cite" data-turn="{number}" data-number="{cited}" '
        f'aria-label="{label}">{cited}</button>'
    )


def refusal_html(refusal: Refusal) -> str:
    """Why there is no answer, what comes nearest, what the articles do cover, and the closest headlines."""
    about = covered(refusal.articles, refusal.sources, refusal.earliest, refusal.latest)
    parts = [f'<p class="declined">{escape(refusal.reason)}</p>']
    if refusal.nearest:
        parts.append(_nearest(refusal.nearest))
    parts.append(f'<p class="aside">{text.COVERED.format(covered=escape(about))}</p>')
    if refusal.closest:
        closest = "".join(f"<li>{_closest(headline)}</li>" for headline in refusal.closest)
        parts.append(f'<p class="aside">{text.CLOSEST}</p><ul class="closest">{closest}</ul>')
    return "".join(parts)


def _closest(headline: Headline) -> str:
    question = text.ABOUT_TITLE.format(title=title_of(headline.title or UNTITLED))
    return button(question, "ask", inside=headline_line(headline), question=question)


def _nearest(quote: Quote) -> str:
    return (
        f'<p class="aside">{NEAREST}</p><blockquote class="nearest" dir="auto">{escape(quote.text)}'
        f'<footer><a href="{address_of(quote.article.id)}">{headline_line(quote.article)}</a></footer></blockquote>'
    )


def _question(exchange: Exchange, number: int) -> str:
    asked = escape(exchange.question)
    edit = "" if exchange.waiting else icon_button(text.EDIT, "edit", turn=str(number))
    form = (
        f'<form class="edited" data-do="edited" data-turn="{number}" hidden>'
        f'<textarea name="question" rows="2" dir="auto" aria-label="{text.QUESTION}">{asked}</textarea>'
        f'<p><button class="go">{text.ASK}</button>{button(text.CANCEL, "unedit")}'
        f"<small>{text.EDIT_MORE}</small></p></form>"
    )
    return (
        f'<div class="asked"><h2 class="question"><span class="unseen">{text.YOU_ASKED}: </span>'
        f'<span class="words" dir="auto">{asked}</span></h2>{edit}</div>{form if edit else ""}'
    )


def _answer(answer: Answer, number: int, changes: Sequence[Change]) -> str:
    if answer.refusal:
        return f'<div class="answer">{refusal_html(answer.refusal)}{"".join(_struck(answer))}{_notes(answer)}</div>'
    prose = "".join(_prose(answer, number, fates(changes)))
    return (
        f'<div class="answer">{prose}</div>{assurance_html(answer)}{_notes(answer)}'
        f"{since_html(changes)}{sources_html(answer, number, changes)}"
    )


def _prose(answer: Answer, number: int, became: Mapping[int, str]) -> Iterator[str]:
    yield '<p class="prose" dir="auto">'
    for position, sentence in enumerate(answer.sentences):
        yield from (_struck_html(struck) for struck in answer.struck if struck.after == position)
        if sentence.heading:
            yield f'</p><h3 class="heading" dir="auto">{escape(sentence.heading)}</h3><p class="prose" dir="auto">'
        yield sentence_html(sentence, number, answer.answer_in(sentence), became) + " "
    yield from (_struck_html(struck) for struck in answer.struck if struck.after >= len(answer.sentences))
    yield "</p>"


def _struck(answer: Answer) -> Iterator[str]:
    if answer.struck:
        yield f'<p class="prose" dir="auto">{"".join(map(_struck_html, answer.struck))}</p>'


def _struck_html(struck: Struck) -> str:
    missing = ", ".join(f"“{words}”" for words in struck.missing)
    told = f"{text.NOT_BORNE_OUT}: {missing}" if missing else text.NOT_BORNE_OUT
    return f'<span class="struck"><s>{escape(struck.text)}</s> <small class="doubt">({escape(told)})</small></span> '


def _notes(answer: Answer) -> str:
    notes = (answer.notice, sides_line(answer))
    return "".join(f'<p class="notice">{escape(note)}</p>' for note in notes if note)


def _state(exchange: Exchange) -> str:
    if exchange.waiting:
        return f'<p class="waiting" role="status">{escape(exchange.waiting)}</p>'
    if exchange.problem:
        return f'<p class="problem">{told_html(exchange.problem)}</p>'
    if exchange.stopped:
        return f'<p class="notice">{text.STOPPED if exchange.answer else text.STOPPED_EARLY}</p>'
    return ""


def _suggestions(exchange: Exchange) -> str:
    if not exchange.suggestions:
        return ""
    title = text.TRY_INSTEAD if exchange.answer and exchange.answer.refusal else text.ASK_NEXT
    buttons = "".join(button(asked, "ask", classes="example", question=asked) for asked in exchange.suggestions)
    return f'<section class="follow-ups"><h3 class="tries">{title}</h3><div class="examples">{buttons}</div></section>'

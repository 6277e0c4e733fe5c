"""An exchange as HTML. Whatever comes from a reader, a model or an article goes through ``escape``."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from bot.plain import NEAREST, UNTITLED, as_text, covered, differing_line, paragraphs
from bot.types import Answer, Quote, Refusal, Sentence, Support
from bot.web import text
from bot.web.buttons import button
from bot.web.icons import icon
from bot.web.session import Exchange
from bot.web.sources import cards, headline_line, in_bold
from bot.web.understood import understood_html
from bot.web.wording import stated
from vectorstore.types import Headline


def exchange_html(exchange: Exchange, number: int, *, last: bool) -> str:
    """A question and what came of it. ``number`` counts the exchanges of a page from 1."""
    return (
        f'<article class="exchange" id="t{number}" aria-busy="{"true" if exchange.waiting else "false"}">'
        f'<h2 class="question" dir="auto"><span class="unseen">{text.YOU_ASKED}: </span>'
        f"{escape(exchange.question)}</h2>"
        f"{understood_html(exchange.answer, last=last and not exchange.waiting) if exchange.answer else ''}"
        f"{_answer(exchange.answer, number) if exchange.answer else ''}"
        f"{_state(exchange)}"
        f"{_actions(exchange, number, last=last)}"
        "</article>"
    )


def sentence_html(sentence: Sentence, number: int, answer: tuple[int, int] | None = None) -> str:
    """A sentence with its markers, and in plain words what of it is not proven. The words that answer are bold."""
    partly = sentence.verdict.support is not Support.SUPPORTED
    markers = "".join(
        f'<a class="marker" href="#t{number}-s{cited}" aria-label="{text.SOURCE} {cited}">{cited}</a>'
        for cited in sentence.citations
    )
    shown = f'<span class="said{" partly" if partly else ""}">{in_bold(sentence.text, answer, escape)}</span>'
    return f"{shown}{markers}{_partly(sentence.verdict.missing) if partly else ''}"


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
    question = text.ABOUT_TITLE.format(title=headline.title or UNTITLED)
    return button(question, "ask", inside=headline_line(headline), question=question)


def _nearest(quote: Quote) -> str:
    return (
        f'<p class="aside">{NEAREST}</p><blockquote class="nearest" dir="auto">{escape(quote.text)}'
        f"<footer>{headline_line(quote.article)}</footer></blockquote>"
    )


def _answer(answer: Answer, number: int) -> str:
    if answer.refusal:
        return f'<div class="answer">{refusal_html(answer.refusal)}{_notes(answer)}</div>'
    said = "".join(_paragraph(heading, part, answer, number) for heading, part in paragraphs(answer.sentences))
    return f'<div class="answer">{said}{_notes(answer)}</div>{cards(answer, number)}'


def _paragraph(heading: str, sentences: Sequence[Sentence], answer: Answer, number: int) -> str:
    said = " ".join(sentence_html(sentence, number, answer.answer_in(sentence)) for sentence in sentences)
    under = f'<h3 class="heading" dir="auto">{escape(heading)}</h3>' if heading else ""
    return f'{under}<p class="prose" dir="auto">{said}</p>'


def _partly(missing: Sequence[str]) -> str:
    told = text.PARTLY
    if missing:
        told = text.NOT_IN_SOURCE.format(missing=", ".join(f"“{words}”" for words in missing))
    return f' <small class="doubt">({escape(told)})</small>'


def _notes(answer: Answer) -> str:
    notes = [
        answer.notice,
        differing_line(answer.differing),
        text.WRITTEN_BY.format(model=answer.model) if answer.model else "",
    ]
    return "".join(f'<p class="notice">{escape(note)}</p>' for note in notes if note)


def _state(exchange: Exchange) -> str:
    if exchange.waiting:
        return f'<p class="waiting">{escape(exchange.waiting)}</p>'
    if exchange.problem:
        return f'<p class="problem">{escape(stated(exchange.problem))}</p>'
    if exchange.stopped:
        return f'<p class="notice">{text.STOPPED if exchange.answer else text.STOPPED_EARLY}</p>'
    return ""


def _actions(exchange: Exchange, number: int, *, last: bool) -> str:
    if exchange.waiting:
        return ""
    turn = str(number)
    buttons = []
    if exchange.answer:
        buttons += [
            _icon(text.COPY, "copy", text=as_text(exchange.answer), done=text.COPIED),
            _icon(text.GOOD, "like", pressed=exchange.liked is True, turn=turn),
            _icon(text.BAD, "dislike", pressed=exchange.liked is False, turn=turn),
        ]
    if last:
        buttons.append(_icon(text.RETRY, "retry"))
    return f'<div class="actions">{"".join(buttons)}</div>' if buttons else ""


def _icon(label: str, do: str, *, pressed: bool | None = None, **data: str) -> str:
    made = button(label, do, classes="icon", inside=icon(do), **data)
    return made if pressed is None else made.replace(" data-do", f' aria-pressed="{str(pressed).lower()}" data-do', 1)

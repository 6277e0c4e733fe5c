"""The sources under an answer: a card for each article, with its passages and the quoted words marked."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from bot.plain import UNTITLED, copies_line, day
from bot.types import Answer, Citation
from bot.web import text
from bot.web.links import link_to_quote, safe_url
from bot.web.passages import Passage, Source, sources
from vectorstore.types import Headline

_NEW_LINES = re.compile(r"\s*\n\s*")


def cards(answer: Answer, number: int) -> str:
    """The cards of an answer, the first one open. ``number`` is that of the exchange."""
    found = sources(answer)
    if not found:
        return ""
    inside = "".join(
        card(source, number, f"t{number}-c{position}", opened=position == 1)
        for position, source in enumerate(found, start=1)
    )
    return f'<section class="sources" aria-label="{text.SOURCES}">{inside}</section>'


def card(source: Source, number: int, id: str, *, opened: bool) -> str:
    """One article: what names it, its passages, who else told its story, and a link if it has a safe address."""
    numbers = "".join(f'<span class="number">{cited}</span>' for cited in source.numbers)
    passages = "".join(passage_html(passage, number) for passage in source.passages)
    return (
        f'<details class="card" id="{id}"{" open" if opened else ""}>'
        f'<summary><span class="numbers">{numbers}</span>'
        f'<span class="names">{headline_line(source.article)}</span></summary>'
        f'<div class="passages">{passages}{_copies(source)}{_link(source)}</div></details>'
    )


def passage_html(passage: Passage, number: int) -> str:
    """The passage with its quoted words marked; overlapping quotes are joined."""
    parts, at = [], 0
    for citation in passage.citations:
        start = max(at, citation.start - passage.start)
        end = max(start, citation.end - passage.start)
        parts += [_lines(passage.text[at:start]), _marked(passage, (start, end), citation, number)]
        at = end
    parts.append(_lines(passage.text[at:]))
    before, after = ("… " if passage.cut_before else ""), (" …" if passage.cut_after else "")
    return f'<blockquote dir="auto">{before}{"".join(parts)}{after}</blockquote>'


def headline_line(headline: Headline) -> str:
    """Title, and under it outlet, author and day as far as they are known."""
    known = [headline.source, headline.author, day(headline.published)]
    about = "".join(f"<bdi>{escape(part)}</bdi>" for part in known if part)
    title = f'<span class="title" dir="auto">{escape(headline.title or UNTITLED)}</span>'
    return title + (f'<span class="about">{about}</span>' if about else "")


def in_bold(words: str, span: tuple[int, int] | None, written: Callable[[str], str]) -> str:
    """Words as they are ``written`` in HTML, those of the span in bold, if there is one."""
    start, end = span or (0, 0)
    if not 0 <= start < end <= len(words):
        return written(words)
    return f"{written(words[:start])}<b>{written(words[start:end])}</b>{written(words[end:])}"


def _marked(passage: Passage, span: tuple[int, int], citation: Citation, number: int) -> str:
    badge = f'<span class="number">{citation.number}</span>'
    words, begin = passage.text[slice(*span)], passage.start + span[0]
    answer = (citation.answer[0] - begin, citation.answer[1] - begin) if citation.answer else None
    return f'<mark id="t{number}-s{citation.number}" tabindex="-1">{badge}{in_bold(words, answer, _lines)}</mark>'


def _lines(words: str) -> str:
    return _NEW_LINES.sub('<span class="break"></span>', escape(words))


def _copies(source: Source) -> str:
    told = copies_line(source.article, source.story)
    return f'<p class="aside" dir="auto">{escape(told)}</p>' if told else ""


def _link(source: Source) -> str:
    url = source.article.url
    if not safe_url(url):
        return ""
    href = link_to_quote(url, source.passages[0].citations[0].quote)
    return f'<a class="outside" href="{escape(href)}" target="_blank" rel="noopener nofollow">{text.OPEN_ARTICLE}</a>'

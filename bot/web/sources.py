"""The sources of an answer: a line for each article, and what the side panel shows of it, with the quotes marked."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape
from urllib.parse import quote

from bot.change import Change
from bot.plain import ABRIDGED, UNTITLED, copies_line, day
from bot.types import Answer, Citation
from bot.web import text
from bot.web.buttons import button
from bot.web.links import link_to_quote, safe_url
from bot.web.passages import Passage, Source, sources
from bot.web.shelf import address_of
from bot.web.since import brief, change_html
from bot.web.wording import line_under
from vectorstore.types import Headline

_NEW_LINES = re.compile(r"\s*\n\s*")


def sources_html(answer: Answer, number: int, changes: Sequence[Change] = ()) -> str:
    """A line for each article cited, and out of sight what the panel shows of it. ``number`` is the exchange's."""
    became = {change.article.id: change for change in changes}
    found = sources(answer)
    if not found:
        return ""
    lines = "".join(f"<li>{_line(source, number, became.get(source.article.id))}</li>" for source in found)
    shown = "".join(source_html(source, number, became.get(source.article.id)) for source in found)
    return f'<ul class="sources" aria-label="{text.SOURCES}">{lines}</ul><div class="shown-aside" hidden>{shown}</div>'


def source_html(source: Source, number: int, change: Change | None = None) -> str:
    """One article as the panel shows it: what names it, its passages, what became of it, and where it is."""
    passages = "".join(passage_html(passage) for passage in source.passages)
    numbers = " ".join(map(str, source.numbers))
    cited = [citation for passage in source.passages for citation in passage.citations]
    removed = change is not None and change.present is None
    return (
        f'<section class="source" data-turn="{number}" data-numbers="{numbers}">'
        f'<h3 class="names">{headline_line(source.article, brief(change))}</h3>'
        f"{change_html(change, cited)}{passages}{_copies(source)}{_links(source, removed=removed)}</section>"
    )


def passage_html(passage: Passage) -> str:
    """The passage with its quoted words marked; overlapping quotes are joined."""
    parts, at = [], 0
    for citation in passage.citations:
        start = max(at, citation.start - passage.start)
        end = max(start, citation.end - passage.start)
        parts += [_lines(passage.text[at:start]), _marked(passage, (start, end), citation)]
        at = end
    parts.append(_lines(passage.text[at:]))
    before, after = ("… " if passage.cut_before else ""), (" …" if passage.cut_after else "")
    return f'<blockquote dir="auto">{before}{"".join(parts)}{after}</blockquote>'


def headline_line(headline: Headline, fate: str = "") -> str:
    """Title, and under it outlet, author, day and day of the last update as far as they are known, and its fate."""
    published, updated = day(headline.published), day(headline.updated)
    changed = f"updated {updated}" if updated not in ("", published) else ""
    title = headline.title or UNTITLED
    notes = (ABRIDGED if headline.abridged else "", fate)
    about = line_under(title, (headline.source, headline.author, published, changed), notes)
    return f'<span class="title" dir="auto">{escape(title)}</span>{about}'


def in_bold(words: str, span: tuple[int, int] | None, written: Callable[[str], str]) -> str:
    """Words as they are ``written`` in HTML, those of the span in bold, if there is one."""
    start, end = span or (0, 0)
    if not 0 <= start < end <= len(words):
        return written(words)
    return f"{written(words[:start])}<b>{written(words[start:end])}</b>{written(words[end:])}"


def _line(source: Source, number: int, change: Change | None) -> str:
    numbers = "".join(f'<span class="number">{cited}</span>' for cited in source.numbers)
    names = headline_line(source.article, brief(change))
    named = f'<span class="numbers">{numbers}</span><span class="names">{names}</span>'
    label = text.SHOW_SOURCE.format(title=source.article.title or UNTITLED)
    return button(label, "cite", classes="source-line", inside=named, turn=str(number), number=str(source.numbers[0]))


def _marked(passage: Passage, span: tuple[int, int], citation: Citation) -> str:
    badge = f'<span class="number">{citation.number}</span>'
    words, begin = passage.text[slice(*span)], passage.start + span[0]
    answer = (citation.answer[0] - begin, citation.answer[1] - begin) if citation.answer else None
    return f'<mark data-number="{citation.number}" tabindex="-1">{badge}{in_bold(words, answer, _lines)}</mark>'


def _lines(words: str) -> str:
    return _NEW_LINES.sub('<span class="break"></span>', escape(words))


def _copies(source: Source) -> str:
    told = copies_line(source.article, source.story)
    return f'<p class="aside" dir="auto">{escape(told)}</p>' if told else ""


def _links(source: Source, *, removed: bool) -> str:
    """The ways to the article; of one that was removed from the library, only the one to where it came from."""
    id = source.article.id
    ask = f'<a href="#chat/about/{quote(id, safe="")}">{text.ASK_ONLY_IT}</a>'
    inside = "" if removed else f'<a href="{address_of(id)}">{text.READ_WHOLE}</a>{ask}'
    url = source.article.url
    if not safe_url(url):
        return f'<p class="links">{inside}</p>'
    href = escape(link_to_quote(url, source.passages[0].citations[0].quote))
    outside = f'<a class="outside" href="{href}" target="_blank" rel="noopener nofollow">{text.OPEN_ARTICLE}</a>'
    return f'<p class="links">{outside}{inside}</p>'

"""The library as HTML: what to look for, the articles that are found, and the sources that are followed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from html import escape
from urllib.parse import quote

from bot.plain import ABRIDGED, UNTITLED, day
from bot.web import text
from bot.web.buttons import button
from bot.web.wording import line_under
from vectorstore.following.source import FollowedSource
from vectorstore.types import Headline

MANY = 300  # outlets to choose from


def find_html(outlets: Mapping[str, int]) -> str:
    """A form to find articles by words, outlet and date."""
    options = "".join(
        f'<option value="{escape(name)}">{escape(name)} ({count:,})</option>'
        for name, count in list(outlets.items())[:MANY]
    )
    return (
        f'<form class="find" role="search" data-do="find" aria-label="{text.FIND_ARTICLES}">'
        f'<label class="words">{text.WORDS}<input type="search" name="words" dir="auto" maxlength="300"></label>'
        f'<label>{text.OUTLET}<select name="outlet"><option value="">{text.ANY}</option>{options}</select></label>'
        f'<label>{text.FROM}<input type="date" name="since"></label>'
        f'<label>{text.TO}<input type="date" name="until"></label>'
        f'<button class="go">{text.FIND_NOW}</button></form>'
    )


def articles_html(
    found: Sequence[Headline], *, offset: int = 0, more: bool = False, total: int = 0, searched: bool = False
) -> str:
    """The articles that were found, as links, and the way to those before and after."""
    if not found:
        return f'<p class="aside" role="status">{text.NOTHING_FOUND if total else text.EMPTY}</p>'
    items = "".join(_item(headline) for headline in found)
    told = (text.SHOWN_FOUND if searched else text.SHOWN).format(
        first=offset + 1, last=offset + len(found), total=f"{total:,}"
    )
    before = button(text.BEFORE, "page", offset=str(max(0, offset - len(found)))) if offset else ""
    after = button(text.AFTER, "page", offset=str(offset + len(found))) if more else ""
    turning = f'<nav class="turning" aria-label="{text.TURN}">{before}{after}</nav>' if before or after else ""
    return f'<p class="aside" role="status">{told}</p><ul class="articles">{items}</ul>{turning}'


def _item(headline: Headline) -> str:
    return (
        f'<li><a href="{address_of(headline.id)}"><span class="title" dir="auto">'
        f"{escape(headline.title or UNTITLED)}</span></a>{about_html(headline)}</li>"
    )


def about_html(headline: Headline) -> str:
    """Outlet, author and date, as far as they are known."""
    told = [headline.source, headline.author, day(headline.published) if headline.published else ""]
    if headline.version > 1:
        told.append(text.VERSION.format(number=headline.version))
    if headline.abridged:
        told.append(ABRIDGED)
    return line_under(headline.title, told)


def address_of(id: str) -> str:
    """Where the page shows an article."""
    return f"#library/{quote(id, safe='')}"


def sources_html(sources: Sequence[FollowedSource], *, change: bool) -> str:
    """What is followed and how it fares; with what can be done about it, for who may."""
    if not sources:
        return ""
    every = button(text.LOOK_ALL, "refresh", classes="quiet", place="") if change else ""
    items = "".join(_source(source, change=change) for source in sources)
    return f'<section class="followed"><h3>{text.FOLLOWED}</h3>{every}<ul>{items}</ul></section>'


def _source(source: FollowedSource, *, change: bool) -> str:
    count = text.SOURCE_ARTICLE if source.articles == 1 else text.SOURCE_ARTICLES.format(count=f"{source.articles:,}")
    told = [text.SOURCE_KINDS[source.kind], count]
    if source.gone:
        told.append(text.SOURCE_GONE.format(count=f"{source.gone:,}"))
    buttons = ""
    if change:
        look = button(text.LOOK, "refresh", classes="quiet", place=source.place)
        buttons = look + sure_html(text.UNFOLLOW, text.UNFOLLOW_MORE, "unfollow", place=source.place)
    title = source.title or source.place
    return (
        f'<li><span class="title" dir="auto">{escape(title)}</span>{line_under(title, [source.place, *told])}'
        f'{_status(source)}<div class="buttons">{buttons}</div></li>'
    )


def _status(source: FollowedSource) -> str:
    """When it was last read, what went wrong last, when it is looked at next."""
    failed = ""
    if source.failed:
        late = source.succeeded is not None and source.failed < source.succeeded
        label = text.TROUBLE_EARLIER if late else text.TROUBLE
        said = f"{moment(source.failed)}: {escape(source.error)}"
        failed = f'<dt>{label}</dt><dd class="{"" if late else "bad"}" dir="auto">{said}</dd>'
    return (
        f'<dl class="status"><dt>{text.SUCCEEDED}</dt><dd>{moment(source.succeeded) or text.NOT_YET}</dd>{failed}'
        f"<dt>{text.DUE}</dt><dd>{moment(source.due)}</dd></dl>"
    )


def moment(instant: datetime | None) -> str:
    """``24 November 2026, 09:30 UTC``; empty when it is not known."""
    return f"{day(instant)}, {instant:%H:%M} UTC" if instant else ""


def sure_html(label: str, more: str, do: str, **data: str) -> str:
    """A button that says what will happen before it happens."""
    return (
        f'<details class="sure"><summary>{escape(label)}</summary><p>{escape(more)}</p>'
        f"{button(text.SURE, do, classes='bad', **data)}</details>"
    )

"""The conversations that are kept, as a list, and the head of the one that is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape
from itertools import groupby

from bot.conversations.export import FORMATS
from bot.conversations.kept import Kept, Listed
from bot.plain import day
from bot.web import text
from bot.web.buttons import button, icon_button
from bot.web.icons import icon
from bot.web.place import PAGE
from bot.web.wording import line_under

WEEK = 7  # days


def history_html(
    listed: Sequence[Listed], current: str = "", search: str = "", *, now: datetime, shown: int = PAGE
) -> str:
    """A way to a new conversation, a search, and the first ``shown`` conversations, the latest first, by age.

    Days and times are told as in the time zone of ``now``.
    """
    groups = groupby(listed[:shown], lambda one: age(one.changed.astimezone(now.tzinfo), now))
    items = "".join(_group(label, list(group), current, now) for label, group in groups)
    more = button(text.MORE, "more", classes="more", shown=str(shown + PAGE)) if len(listed) > shown else ""
    nothing = f'<p class="aside" role="status">{text.NONE_FOUND if search else text.NONE_KEPT}</p>'
    return (
        f'<nav class="history" aria-label="{text.CONVERSATIONS}">'
        f'<a class="new" href="#chat">{icon("new")}{text.NEW}</a>'
        f'<input type="search" data-do="find" aria-label="{text.FIND}" placeholder="{text.FIND}" '
        f'value="{escape(search)}" dir="auto" autocomplete="off"><div class="kept">{items or nothing}{more}</div></nav>'
    )


def age(changed: datetime, now: datetime) -> str:
    """What conversations of a day are listed under: today, yesterday, the last days, else the month."""
    days = (now.date() - changed.date()).days
    if days < WEEK:
        return text.TODAY if days <= 0 else text.YESTERDAY if days == 1 else text.LAST_DAYS
    return f"{changed:%B %Y}"


def bar_html(kept: Kept) -> str:
    """The title of the open conversation and what can be done with it; for a new one, only the way to the others."""
    drawer = button(text.CONVERSATIONS, "drawer", classes="icon drawer", inside=icon("menu"))
    if not kept.id:
        return f'<div class="bar" data-conversation="">{drawer}</div>'
    return (
        f'<div class="bar" data-conversation="{escape(kept.id)}">{drawer}'
        f'<form data-do="rename"><input name="title" class="name" value="{escape(kept.title)}" '
        f'aria-label="{text.TITLE}" title="{text.TITLE}" dir="auto" maxlength="200" autocomplete="off"></form>'
        f"{_menu(text.SHARE, 'share', _sharing(kept))}{_menu(text.EXPORT, 'export', _exports(kept))}"
        f"{_menu(text.DELETE, 'delete', _deleting())}</div>"
    )


def _group(label: str, listed: Sequence[Listed], current: str, now: datetime) -> str:
    items = "".join(_item(one, current, now) for one in listed)
    return f'<section><h2 class="age">{label}</h2><ul>{items}</ul></section>'


def _item(one: Listed, current: str, now: datetime) -> str:
    here = ' aria-current="true"' if one.id == current else ""
    questions = text.QUESTION_1 if one.exchanges == 1 else text.QUESTION_N.format(count=one.exchanges)
    about = line_under(one.title, (_moment(one, now), questions, text.SHARED if one.shared else ""))
    return (
        f'<li><a href="#chat/{escape(one.id)}"{here}><span class="title" dir="auto">{escape(one.title)}</span>'
        f"{about}</a></li>"
    )


def _moment(one: Listed, now: datetime) -> str:
    changed = one.changed.astimezone(now.tzinfo)
    days = (now.date() - changed.date()).days
    return day(changed) if days >= WEEK else f"{changed:%A}" if days > 1 else f"{changed:%H:%M}"


def _menu(label: str, picture: str, inside: str) -> str:
    return (
        f'<details class="menu" data-menu="{picture}">'
        f'<summary class="icon" aria-label="{label}" title="{label}">{icon(picture)}</summary>'
        f'<div class="menu-inside">{inside}</div></details>'
    )


def _sharing(kept: Kept) -> str:
    if not kept.shared:
        return f"<p>{text.SHARE_MORE}</p>{button(text.SHARE_START, 'share', classes='go')}"
    address = f"/shared/{escape(kept.shared)}"
    return (
        f'<p>{text.SHARED_MORE}</p><p><a class="address" href="{address}" target="_blank">{address}</a></p>'
        f"<p>{icon_button(text.COPY_ADDRESS, 'copy', address=address, done=text.COPIED)}"
        f"{button(text.SHARE_STOP, 'unshare')}</p>"
    )


def _exports(kept: Kept) -> str:
    links = "".join(
        f'<li><a href="/conversations/{escape(kept.id)}.{ending}" download>{text.FORMATS[ending]}</a></li>'
        for ending in FORMATS
    )
    return f"<p>{text.EXPORT_MORE}</p><ul>{links}</ul>"


def _deleting() -> str:
    return f"<p>{text.DELETE_MORE}</p>{button(text.DELETE_NOW, 'delete', classes='bad')}"

"""What narrows a conversation, as HTML: chips that are always in sight, and the form that sets them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from html import escape
from typing import Any

from pydantic import TypeAdapter

from bot.conversations.kept import NO_FILTERS, Filters
from bot.plain import UNTITLED, day, json_values
from bot.web import text
from bot.web.buttons import button
from bot.web.icons import icon
from bot.when import beginning
from vectorstore.errors import BadInput

_FILTERS = TypeAdapter(Filters)

MANY = 200  # outlets offered at most

DAYS = (("since", text.SINCE), ("until", text.UNTIL), ("as_of", text.AS_OF))


def filters_html(
    filters: Filters, outlets: Mapping[str, int], titles: Mapping[str, str], offered: Sequence[str] = ()
) -> str:
    """The chips of what is set and a form for all of it. ``titles`` are those of the articles it is narrowed to.

    ``offered`` are questions about these to begin with, in place of those about the whole library.
    """
    buttons = "".join(button(question, "ask", classes="example", question=question) for question in offered)
    examples = f'<div class="examples alone">{buttons}</div>' if buttons else ""
    chips = "".join(_chip(label, name, value) for label, name, value in _set(filters, titles))
    return (
        f'{examples}<div class="filters"><button type="button" class="filter" data-do="filters" aria-expanded="false" '
        f'aria-controls="filter-form">{icon("filter")}{text.FILTERS}</button>{chips}</div>{_form(filters, outlets)}'
    )


def filters_from(given: Mapping[str, Any], now: Filters = NO_FILTERS) -> Filters:
    """What the form says. A day that is none is left out; a period that ends before it begins is turned round."""
    since, until = _day(given.get("since")), _day(given.get("until"))
    if since and until:
        since, until = min(since, until), max(since, until)
    sources = tuple(str(source) for source in given.get("sources", ()))[:MANY]
    return replace(now, sources=sources, since=since, until=until, as_of=_day(given.get("as_of")))


def without(filters: Filters, name: str, value: str) -> Filters:
    """The filters without one of them."""
    held = json_values(filters)
    held[name] = [one for one in held[name] if one != value] if isinstance(held.get(name), list) else ""
    return _FILTERS.validate_python(held)


def _set(filters: Filters, titles: Mapping[str, str]) -> Iterator[tuple[str, str, str]]:
    for article in filters.articles:
        yield f"“{titles.get(article) or UNTITLED}”", "articles", article
    for source in filters.sources:
        yield source, "sources", source
    for name, label in DAYS:
        if value := getattr(filters, name):
            yield f"{label} {day(datetime.fromisoformat(value))}", name, value


def _chip(label: str, name: str, value: str) -> str:
    off = button(text.NO_FILTER.format(label=label), "unfilter", classes="off", inside="×", name=name, value=value)
    return f'<span class="chip on"><bdi>{escape(label)}</bdi>{off}</span>'


def _form(filters: Filters, outlets: Mapping[str, int]) -> str:
    days = "".join(
        f'<label>{label}<input type="date" name="{name}" value="{escape(getattr(filters, name))}"></label>'
        for name, label in DAYS
    )
    boxes = "".join(
        _box(outlet, count, checked=outlet in filters.sources) for outlet, count in list(outlets.items())[:MANY]
    )
    group = f"<fieldset><legend>{text.ONLY_OUTLETS}</legend><div>{boxes}</div></fieldset>" if boxes else ""
    return (
        f'<form id="filter-form" data-do="filter" hidden aria-label="{text.FILTERS}">'
        f'<div class="days">{days}</div><p class="aside">{text.AS_OF_MORE}</p>{group}'
        f'<p class="ends"><button class="go">{text.APPLY}</button>{button(text.CLEAR, "clear")}</p></form>'
    )


def _box(outlet: str, count: int, *, checked: bool) -> str:
    on = " checked" if checked else ""
    return (
        f'<label><input type="checkbox" name="sources" value="{escape(outlet)}"{on}>'
        f"<bdi>{escape(outlet)}</bdi> <small>{count:,}</small></label>"
    )


def _day(given: Any) -> str:
    try:
        return beginning(str(given)).date().isoformat() if given else ""
    except BadInput:
        return ""

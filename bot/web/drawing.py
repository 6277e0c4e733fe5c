"""What the chat shows of a conversation: each of its parts as HTML, by the part's name."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from datetime import datetime

from anyio import to_thread

from bot.change import Change, changed
from bot.conversations.kept import Filters, Kept
from bot.web import text
from bot.web.examples import about
from bot.web.filters import filters_html
from bot.web.history import bar_html, history_html
from bot.web.opening import Opening
from bot.web.place import Place
from bot.web.render import exchange_html
from vectorstore.errors import NoSuchArticle


def room_html(kept: Kept, since: Sequence[Sequence[Change]] = ()) -> list[str]:
    """The exchanges, one after the other; ``since`` tells what became of what each cites, as far as it is known."""
    count = len(kept.exchanges)
    became = [*since, *[()] * count]
    return [
        exchange_html(one, number, last=number == count, changes=became[number - 1])
        for number, one in enumerate(kept.exchanges, start=1)
    ]


async def since_in(opening: Opening, kept: Kept) -> list[tuple[Change, ...]]:
    """What became of the articles that each exchange cites, since it was answered."""
    if not any(exchange.answer for exchange in kept.exchanges):
        return []
    library = (await asyncio.wrap_future(opening.opened)).library
    return await to_thread.run_sync(
        lambda: [changed(one.answer, library) if one.answer else () for one in kept.exchanges]
    )


def around(opening: Opening, owner: str, at: Place, kept: Kept) -> dict[str, str]:
    """What stands around the exchanges: the list of conversations, the head of this one, and its filters."""
    catalog = opening.opened.result().library.catalog
    listed = opening.kept.result().listed(owner, at.search, limit=at.shown + 1)
    offered = [] if kept.exchanges else about(at.filters.articles, catalog)
    return {
        "history": history_html(listed, kept.id, at.search, now=datetime.now().astimezone(), shown=at.shown),
        "bar": bar_html(kept),
        "filters": filters_html(at.filters, catalog.coverage().sources, _titles(opening, at.filters), offered),
    }


def _titles(opening: Opening, filters: Filters) -> dict[str, str]:
    titles = {}
    for id in filters.articles:
        try:
            titles[id] = opening.opened.result().library.catalog.article(id).title
        except NoSuchArticle:
            titles[id] = text.GONE
    return titles

"""What comes of the pages or files of a source, and how it is taken into the library."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import TYPE_CHECKING

from vectorstore import copies
from vectorstore.following import store
from vectorstore.following.source import FollowedSource, Visit
from vectorstore.ingest import Outcome, Progress
from vectorstore.types import Article, Failure

if TYPE_CHECKING:
    from vectorstore.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What one page or file of a source holds now.

    ``visit`` tells what came of it before; it is kept once all items are taken in, unless ``again``.
    What came before and is not among the items is gone, unless ``same``, or an item is a failure.
    """

    visit: Visit
    items: Iterable[Article | Failure] = ()
    same: bool = False  # it holds what it held before
    again: bool = False  # it is to be asked again as if this had not been


@dataclass(slots=True)
class _Open:
    """An arrival of which not all is taken in yet."""

    arrival: Arrival
    ids: set[str] = field(default_factory=set)
    failed: bool = False


@dataclass(slots=True)
class Intake:
    """Takes in what arrives from one source."""

    library: Library
    source: FollowedSource
    now: datetime
    _waiting: deque[tuple[_Open, Article | Failure | None]] = field(default_factory=deque)

    def take_in(self, arrivals: Iterable[Arrival]) -> Iterator[Progress]:
        """What became of each item, and of each article that is gone."""
        for progress in self.library.ingest(self._items(arrivals)):
            opened, item = self._waiting.popleft()
            self._account(opened, item)
            yield progress
            yield from self._closed()
        yield from self._closed()

    def _items(self, arrivals: Iterable[Arrival]) -> Iterator[Article | Failure]:
        for arrival in arrivals:
            opened = _Open(arrival)
            for item in arrival.items:
                if isinstance(item, Article) and item.id in arrival.visit.removed:
                    continue
                self._waiting.append((opened, item))
                yield item
            self._waiting.append((opened, None))  # all of it is on its way

    def _account(self, opened: _Open, item: Article | Failure | None) -> None:
        if not isinstance(item, Article):
            opened.failed = True
        else:
            with self.library.catalog.database.reading() as connection:
                opened.ids.add(copies.original(connection, item.id))

    def _closed(self) -> Iterator[Progress]:
        """Close the arrivals of which all is taken in."""
        while self._waiting and self._waiting[0][1] is None:
            opened, _ = self._waiting.popleft()
            yield from self._close(opened)

    def _close(self, opened: _Open) -> list[Progress]:
        arrival, visit = opened.arrival, opened.arrival.visit
        if arrival.again:
            return []
        there = visit.articles if arrival.same else opened.ids
        gone = frozenset() if opened.failed else visit.articles - there
        with self.library.catalog.writing() as connection:
            store.remember(connection, self.source.number, replace(visit, articles=visit.articles | there))
            store.mark_there(connection, there)
            marked = store.mark_gone(connection, gone, self.source.number, visit.place, self.now)
        return [Progress(place=title or id, outcome=Outcome.GONE, id=id, reason=visit.place) for id, title in marked]

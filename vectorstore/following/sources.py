"""The sources that a library follows: add, list, remove, refresh.

```python
sources = Sources(library, polite)          # or ``bot.build.sources_of(library, settings)``
sources.add("https://example.org/feed.xml")
for step in sources.refresh():              # nothing happens until it is iterated
    match step:
        case Progress():                    # one article: added, changed, unchanged, gone, failed …
            ...
        case FollowedSource():              # one source is done; its status is up to date
            ...
```
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from vectorstore.errors import BadInput, FetchError, NoSuchSource, Unreachable
from vectorstore.fetch.address import looks_like_address, parse
from vectorstore.fetch.client import NO_VALIDATORS
from vectorstore.fetch.polite import Polite
from vectorstore.following import folder, online, store
from vectorstore.following.arrival import Intake
from vectorstore.following.source import FollowedSource, Visit
from vectorstore.ingest import Outcome, Progress
from vectorstore.library import Library
from vectorstore.online.listing import Kind
from vectorstore.online.page import Pages
from vectorstore.online.visit import MOST, listing_from

EVERY = timedelta(minutes=15)
LONGEST = timedelta(days=1)  # between tries of a source that fails


class Sources:
    """The sources of one library. Calls may come from any thread.

    Two refreshes at the same time ask twice, and do nothing worse.
    """

    def __init__(
        self,
        library: Library,
        polite: Polite,
        *,
        most: int = MOST,
        every: timedelta | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        """``most`` pages of a source are asked for in one look; ``every`` so often it is due, ``EVERY`` if None."""
        self._library = library
        self._polite = polite
        self._most = most
        self._every = every or EVERY
        self._now = now

    def all(self) -> list[FollowedSource]:
        """All that are followed, with their status, in the order in which they were added."""
        with self._library.catalog.database.reading() as connection:
            return store.sources(connection)

    def add(self, place: str) -> FollowedSource:
        """Follow a feed, a sitemap, a list, a page or a folder. An address is asked once, to tell what it is.

        Its articles come with the next refresh.

        Raises:
            BadInput: it is followed already, or it is no folder and no address that answers.
        """
        place, kind, title = self._told(place)
        with self._library.catalog.writing() as connection:
            if store.source_at(connection, place):
                raise BadInput(f"{place} is followed already: python -m bot sources refresh looks for what is new")
            store.add(connection, place, kind, title, self._now())
        return self.at(place)

    def at(self, place: str) -> FollowedSource:
        """The source at a place.

        Raises:
            NoSuchSource: none is followed there.
        """
        with self._library.catalog.database.reading() as connection:
            for known in (place, _as_stored(place)):
                if source := store.source_at(connection, known):
                    return source
        raise NoSuchSource(f"no source {place!r} is followed: python -m bot sources list shows those that are")

    def remove(self, place: str) -> None:
        """Follow a source no more. Its articles stay.

        Raises:
            NoSuchSource: none is followed there.
        """
        source = self.at(place)
        with self._library.catalog.writing() as connection:
            store.remove(connection, source.place)

    def refresh(self, places: Collection[str] = (), *, due_only: bool = False) -> Iterator[Progress | FollowedSource]:
        """Look at all sources, or those at some places, or those that are due, one after the other.

        Gives what became of each article, and after each source the source with its new status. What fails is
        noted with its source and never stops the others.

        Raises:
            NoSuchSource: none is followed at one of the places.
            LibraryError: the library cannot be written.
        """
        wanted = [self.at(place) for place in places] or self.all()
        for source in wanted:
            if not due_only or source.due <= self._now():
                yield from self._refresh(source)
                yield self.at(source.place)

    def next_due(self) -> datetime | None:
        """When the next source is due; None if none is followed."""
        return min((source.due for source in self.all()), default=None)

    def gone(self, ids: Sequence[str] | None = None) -> Mapping[str, datetime]:
        """Which articles are no longer where they came from, and since when that is known, by id.

        They are kept and searched as before. All such articles, unless ids are given.
        """
        with self._library.catalog.database.reading() as connection:
            return store.gone(connection, ids)

    def _told(self, place: str) -> tuple[str, Kind, str]:
        """Where a place is, what it is, and how it names itself."""
        if not looks_like_address(place):
            path = Path(place).expanduser().resolve()
            if not path.is_dir():
                raise BadInput(f"{place} is no folder and no address: give a folder, or http(s)://…")
            return str(path), Kind.FOLDER, path.name
        try:
            listing = listing_from(self._polite.fetch(place))
            return str(parse(place)), listing.kind if listing else Kind.PAGE, listing.title if listing else ""
        except (FetchError, BadInput) as error:
            raise BadInput(f"{place} cannot be followed: {error}") from error

    def _refresh(self, source: FollowedSource) -> Iterator[Progress]:
        now = self._now()
        with self._library.catalog.database.reading() as connection:
            known = store.visits(connection, source.number)
        failures: list[Progress] = []
        try:
            looked = yield from self._look(source, known, now, failures)
        except (FetchError, BadInput) as error:
            self._note_failure(source, error)
            yield Progress(place=source.place, outcome=Outcome.FAILED, reason=str(error))
        else:
            self._note_success(looked, failures)

    def _look(
        self, source: FollowedSource, known: Mapping[str, Visit], now: datetime, failures: list[Progress]
    ) -> Generator[Progress, None, FollowedSource]:
        """Take in what there is, and keep what fails; the source with what its list says of itself now."""
        with closing(Pages()) as pages:
            if source.kind is Kind.FOLDER:
                files = folder.files_in(Path(source.place))
                missing, arrivals, looked = files.failures, folder.arrivals(files, known, now), source
            else:
                look = online.look(source, known, self._polite, now, self._most)
                missing, arrivals, looked = look.failures, online.arrivals(look, self._polite, pages, now), look.source
            failures += [Progress(place=one.place, outcome=Outcome.FAILED, reason=one.reason) for one in missing]
            yield from failures
            for step in Intake(self._library, source, now).take_in(arrivals):
                failures += [step] if step.outcome is Outcome.FAILED else []
                yield step
        return looked

    def _note_success(self, source: FollowedSource, failures: Sequence[Progress]) -> None:
        """Where pages failed, the list is read next time even if it has not changed."""
        now = self._now()
        looked = replace(source, validators=NO_VALIDATORS) if failures else source
        with self._library.catalog.writing() as connection:
            store.note_success(connection, looked, now, now + self._every)
            if failures:
                store.note_error(connection, source.number, _in_words(failures), now)

    def _note_failure(self, source: FollowedSource, error: Exception) -> None:
        """A source that brought nothing is tried after twice the time with each failure, or when it says."""
        now = self._now()
        backoff = min(self._every * 2 ** min(source.failures, 20), LONGEST)
        asked = timedelta(seconds=error.wait if isinstance(error, Unreachable) else 0)
        with self._library.catalog.writing() as connection:
            store.note_error(connection, source.number, str(error), now)
            store.note_failure(connection, source.number, now + max(backoff, asked))


def _in_words(failures: Sequence[Progress]) -> str:
    count = "one page" if len(failures) == 1 else f"{len(failures):,} pages"
    return f"{count} could not be read, such as {failures[0].place}: {failures[0].reason}"


def _as_stored(place: str) -> str:
    try:
        return str(parse(place)) if looks_like_address(place) else str(Path(place).expanduser().resolve())
    except (FetchError, OSError):
        return place

"""One look at a source of the web: its list, and the pages that are to be asked for now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256

from vectorstore.errors import AnswerRefused, ArticleGone, BadInput, FetchError, Unreachable
from vectorstore.fetch.client import NO_VALIDATORS, Validators
from vectorstore.fetch.polite import Polite
from vectorstore.following.arrival import Arrival
from vectorstore.following.plan import Task, tasks
from vectorstore.following.source import FollowedSource, Visit
from vectorstore.online.identity import id_at
from vectorstore.online.listing import Entry, Kind
from vectorstore.online.page import Pages, article_of, summary_of
from vectorstore.online.visit import articles_from, failure_of, listing_from, whole
from vectorstore.types import Article, Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a look at a source's list found."""

    source: FollowedSource  # with the title and the validators that it has now
    tasks: tuple[Task, ...]
    failures: tuple[Failure, ...] = ()  # parts of the list that could not be read


def look(source: FollowedSource, known: Mapping[str, Visit], polite: Polite, now: datetime, most: int) -> Look:
    """Read the list, and choose at most ``most`` of its pages. Raises ``FetchError`` if there is no list."""
    if source.kind is Kind.PAGE:
        entry = Entry(address=source.place)
        return Look(source=source, tasks=(Task(entry=entry, known=known.get(source.place)),))
    fetched = polite.fetch(source.place, source.validators)
    trusted = source.kind is Kind.SITEMAP
    if fetched.unchanged:
        return Look(source=source, tasks=tuple(tasks(None, known, now, trusted=trusted))[:most])
    listing = listing_from(fetched)
    if listing is None:
        raise AnswerRefused(f"it was a {source.kind} and is a page now")
    listing, failures = whole(listing, polite)
    chosen = tasks(listing.entries, known, now, trusted=trusted)
    if failures:  # where a part of the list is missing, no page is taken to have left it
        chosen = [task for task in chosen if not task.left]
    complete = len(chosen) <= most and not listing.sitemaps  # an index says nothing of what its sitemaps hold
    return Look(
        source=replace(
            source,
            title=listing.title or source.title,
            validators=fetched.validators if complete else NO_VALIDATORS,
        ),
        tasks=tuple(chosen[:most]),
        failures=tuple(failures),
    )


def arrivals(look: Look, polite: Polite, pages: Pages, now: datetime) -> Iterator[Arrival]:
    """What the chosen pages hold, as they are asked for one by one. Raises ``FetchError`` if the source is a page."""
    named = look.source.kind is Kind.PAGE
    for task in look.tasks:
        known = task.known or Visit(place=task.entry.address, asked=now)
        visit = replace(known, asked=now, stamp=task.entry.stamp, listed=not task.left)
        try:
            yield _arrival(task, visit, polite, pages, named=named)
        except (FetchError, BadInput) as error:
            if named and not isinstance(error, ArticleGone):
                raise
            yield _in_vain(task, visit, error)


def _arrival(task: Task, visit: Visit, polite: Polite, pages: Pages, *, named: bool) -> Arrival:
    if task.entry.text and not task.left:
        same = _unless_same(visit, task.entry.stamp)
        return same or Arrival(visit=replace(visit, digest=task.entry.stamp), items=(article_of(task.entry),))
    fetched = (polite.fetch if named else polite.crawl)(visit.place, _worth_keeping(visit))
    if fetched.unchanged or (task.left and not visit.abridged):
        return Arrival(visit=visit, same=True)
    visit = replace(visit, validators=fetched.validators)
    digest = sha256(fetched.content).hexdigest()
    if same := _unless_same(visit, digest):
        return same
    return Arrival(
        visit=replace(visit, digest=digest), items=_as_known(articles_from(fetched, pages, task.entry), visit)
    )


def _in_vain(task: Task, visit: Visit, error: Exception) -> Arrival:
    """A page that cannot be had: it is gone, or what the list says of it has to do, or what is known of it stays."""
    is_gone = isinstance(error, ArticleGone)
    if task.left:
        return Arrival(visit=visit, same=not is_gone, again=_later(error))
    if task.entry.summary and visit.articles <= visit.abridged:
        same = bool(visit.articles) and task.known is not None and task.known.stamp == task.entry.stamp
        summary = () if same else (summary_of(task.entry),)
        return Arrival(visit=visit, items=(*summary, failure_of(task.entry, error)), same=same)
    if is_gone and visit.articles:
        return Arrival(visit=visit)
    return Arrival(visit=visit, items=(Failure(place=visit.place, reason=str(error)),), again=_later(error))


def _as_known(found: Sequence[Article | Failure], visit: Visit) -> Sequence[Article | Failure]:
    """An article that was first known by its address in the list stays known by that, whatever its page says."""
    match found:
        case [Article() as article] if (id := id_at(visit.place)) in visit.articles:
            return [replace(article, id=id)]
    return found


def _unless_same(visit: Visit, digest: str) -> Arrival | None:
    return Arrival(visit=visit, same=True) if visit.articles and visit.digest == digest else None


def _worth_keeping(visit: Visit) -> Validators:
    """A page that never became an article is asked for as if for the first time."""
    return visit.validators if visit.articles else NO_VALIDATORS


def _later(error: Exception) -> bool:
    return isinstance(error, Unreachable)

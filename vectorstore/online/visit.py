"""Addresses named by somebody -> their Articles: of a page itself, of a list all the pages that it names."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from vectorstore.errors import AnswerRefused, ArticleBotError, BadInput, FetchError
from vectorstore.fetch.client import Fetched
from vectorstore.fetch.polite import Polite
from vectorstore.online.listing import Entry, Kind, Listing
from vectorstore.online.open import listing_in
from vectorstore.online.page import Pages, article_of, summary_of
from vectorstore.types import Article, Failure

MOST = 500  # pages of a list
MOST_SITEMAPS = 50  # of an index
KEPT = "; what the feed says of it is kept until the page can be read"


def read_address(address: str, polite: Polite, pages: Pages, most: int = MOST) -> Iterator[Article | Failure]:
    """The articles at an address: at most ``most``, the first or the latest ones. What fails is reported."""
    try:
        fetched = polite.fetch(address)
        listing = listing_from(fetched)
        if listing is None:
            yield from articles_from(fetched, pages)
            return
    except (FetchError, BadInput) as error:
        yield Failure(place=address, reason=str(error))
        return
    listing, failures = whole(listing, polite)
    yield from failures
    yield from read_entries(listing.entries[:most], polite, pages)
    if told := shortfall(listing, most):
        yield Failure(place=address, reason=told)


def read_entries(entries: tuple[Entry, ...], polite: Polite, pages: Pages) -> Iterator[Article | Failure]:
    """The articles that these entries hold or lead to; of a page that cannot be had, what its entry says of it."""
    for entry in entries:
        try:
            if entry.text:
                yield article_of(entry)
            else:
                yield from articles_from(polite.crawl(entry.address), pages, entry)
        except (FetchError, BadInput) as error:
            if entry.summary:
                yield summary_of(entry)
            yield failure_of(entry, error)


def failure_of(entry: Entry, error: Exception) -> Failure:
    """Why the page of an entry could not be had, and what became of what its list says of it."""
    return Failure(place=entry.address, reason=f"{error}{KEPT if entry.summary else ''}")


def listing_from(fetched: Fetched) -> Listing | None:
    """The list of pages that was fetched; None if it is a page itself. Raises ``AnswerRefused`` if it is neither."""
    with survived():
        return listing_in(fetched)


def articles_from(fetched: Fetched, pages: Pages, entry: Entry | None = None) -> list[Article | Failure]:
    """The article in a page that was fetched, or those in a file, as a list told of it.

    Raises:
        UnreadableFile: there is no text in it.
        AnswerRefused: it is a list.
    """
    if listing_from(fetched) is not None:
        raise AnswerRefused("it is a list of pages itself: add it by its own address")
    with survived():
        return pages.articles_at(fetched, entry)


@contextmanager
def survived() -> Iterator[None]:
    """Whatever a stranger's text makes a parser raise, as an error of ours: the next one may be better."""
    try:
        yield
    except ArticleBotError:
        raise
    except Exception as error:
        raise AnswerRefused(f"it makes its reader fail ({type(error).__name__}: {error})"[:300]) from error


def whole(listing: Listing, polite: Polite) -> tuple[Listing, list[Failure]]:
    """The list with all that the sitemaps hold which it names, of these the latest ``MOST_SITEMAPS``."""
    entries, failures = list(listing.entries), []
    for address in listing.sitemaps[:MOST_SITEMAPS]:
        try:
            part = listing_from(polite.crawl(address)) or Listing(kind=Kind.PAGE)
        except (FetchError, BadInput) as error:
            failures.append(Failure(place=address, reason=str(error)))
        else:
            entries += part.entries
            listing = replace(listing, left_out=listing.left_out + part.left_out)
    if listing.sitemaps[MOST_SITEMAPS:]:
        reason = f"it names more than {MOST_SITEMAPS} sitemaps: add those that you want by their own address"
        failures.append(Failure(place="the index of sitemaps", reason=reason))
    entries = sorted(entries, key=lambda entry: entry.stamp, reverse=True) if listing.sitemaps else entries
    return replace(listing, entries=tuple(entries)), failures


def shortfall(listing: Listing, most: int) -> str:
    """What of a list was not taken, in a sentence; empty if all was."""
    beyond = max(len(listing.entries) - most, 0)
    told = [
        f"{beyond:,} more pages were not asked for, beyond the {most:,} of ARTICLEBOT_FETCH_MOST" if beyond else "",
        f"{listing.left_out:,} entries without an address that may be asked for were left out"
        if listing.left_out
        else "",
    ]
    return "; ".join(filter(None, told))

"""What an address holds: told by its content, since servers call feeds and sitemaps by many names."""

from __future__ import annotations

import re

from vectorstore.errors import AnswerRefused
from vectorstore.fetch.address import looks_like_address
from vectorstore.fetch.client import Fetched
from vectorstore.fetch.content import PAGES
from vectorstore.online.feed import read_feed, read_json_feed
from vectorstore.online.listing import Entry, Kind, Listing, once, usable
from vectorstore.online.sitemap import read_sitemap
from vectorstore.readers.decode import decode

_FIRST_ELEMENT = re.compile(  # (?>…) is never tried in another way, or a page of comments would take for ever
    rb"(?:\xef\xbb\xbf)?\s*(?>(?:(?><\?.{0,300}?\?>)|(?><!--.{0,2000}?-->)|<!DOCTYPE[^>\[]{0,300}>)\s*){0,20}<(?:\w+:)?(\w+)",
    re.DOTALL | re.IGNORECASE,
)
_HEAD = 10_000  # bytes
_LISTS = {b"rss": read_feed, b"feed": read_feed, b"rdf": read_feed, b"urlset": read_sitemap}
_LISTS |= {b"sitemapindex": read_sitemap}


def listing_in(fetched: Fetched) -> Listing | None:
    """The list of pages that was fetched; None if it is a page or a file itself.

    Raises:
        AnswerRefused: it is neither.
    """
    if fetched.ending == ".json":
        return read_json_feed(fetched.content)
    if fetched.ending not in PAGES:
        return None
    element = _FIRST_ELEMENT.match(fetched.content[:_HEAD])
    if reader := _LISTS.get(element[1].lower() if element else b""):
        return reader(fetched.content, fetched.address)
    if fetched.ending == ".txt" and (lines := lines_in(fetched.content)):
        return _listed(lines)
    if fetched.ending == ".xml" and not _is_page(element):
        raise AnswerRefused("it is XML, but neither a feed nor a sitemap")
    return None


def lines_in(content: bytes) -> tuple[str, ...]:
    """The lines of a list of addresses, without those that begin with "#"; none if the text is no such list.

    A list begins with an address and has no line of several words.
    """
    head = content[:_HEAD].lstrip()
    if not (head.startswith(b"#") or looks_like_address(head[:8].decode("latin-1"))):
        return ()
    lines = [line.strip() for line in decode(content).splitlines()]
    told = tuple(line for line in lines if line and not line.startswith("#"))
    return told if told and looks_like_address(told[0]) and not any(" " in line for line in told) else ()


def _listed(lines: tuple[str, ...]) -> Listing:
    found = [Entry(address=url) for url in map(usable, lines) if url]
    return Listing(kind=Kind.LIST, entries=once(found), left_out=len(lines) - len(found))


def _is_page(element: re.Match[bytes] | None) -> bool:
    return element is not None and element[1].lower() == b"html"

"""Sitemaps (sitemaps.org), sitemaps of news, and indexes of sitemaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from lxml import etree

from vectorstore.errors import AnswerRefused
from vectorstore.fetch.address import same_owner
from vectorstore.online.listing import Entry, Kind, Listing, instant, once, usable
from vectorstore.readers.record import one_line

MOST = 50_000  # entries, as the protocol has it


def read_sitemap(content: bytes, at: str) -> Listing:
    """The pages that a sitemap names, the latest changed first, and the sitemaps that an index names.

    Only addresses of its own site count. Raises ``AnswerRefused`` if it is no XML.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, recover=True)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as error:
        raise AnswerRefused("it is no sitemap that can be read") from error
    if root is None:
        raise AnswerRefused("it is no sitemap that can be read")
    found = sorted(_entries(root), key=lambda entry: entry.stamp, reverse=True)
    own = [entry for entry in found if entry.address and same_owner(entry.address, at)]
    left_out = len(found) - len(own)
    if _name(root) == "sitemapindex":
        return Listing(kind=Kind.SITEMAP, sitemaps=tuple(entry.address for entry in once(own)), left_out=left_out)
    return Listing(kind=Kind.SITEMAP, entries=once(own), left_out=left_out)


def _entries(root: etree._Element) -> Iterator[Entry]:
    for element in islice(root.iterchildren(tag=etree.Element), MOST):
        told = {_name(inner): inner.text or "" for inner in _below(element)}
        yield Entry(
            address=usable(told.get("loc", "").strip()),
            title=one_line(told.get("title", "")),
            outlet=one_line(told.get("name", "")),
            published=instant(told.get("publication_date", "")),
            stamp=told.get("lastmod", "").strip()[:40],
        )


def _below(element: etree._Element) -> Iterator[etree._Element]:
    """All elements below, without pictures and films, which have addresses and titles too."""
    for inner in element.iterdescendants(tag=etree.Element):
        if not any(word in str(inner.tag) for word in ("image", "video")):
            yield inner


def _name(element: etree._Element) -> str:
    """Without its namespace, or the prefix of one that nobody declared."""
    return str(element.tag).rpartition("}")[2].rpartition(":")[2]

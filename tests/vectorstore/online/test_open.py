from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.errors import AnswerRefused, BadInput
from vectorstore.fetch.client import Fetched
from vectorstore.fetch.content import ending_of
from vectorstore.online.listing import Kind, Listing
from vectorstore.online.open import lines_in, listing_in
from vectorstore.online.visit import listing_from

RSS = b"<rss version='2.0'><channel><title>x</title></channel></rss>"

PARTS = (
    *(
        b"<rss version='2.0'><channel>",
        b"<feed xmlns='http://www.w3.org/2005/Atom'>",
        b"<rdf:RDF>",
        b"</channel></rss>",
    ),
    *(b"<item>", b"</item>", b"<entry>", b"</entry>", b"<title>", b"</title>", b"<link>", b"</link>", b"<link href='"),
    *(b"https://a.example/1", b"http://[", b"<pubDate>", b"Mon, 99 Foo 0000", b"<urlset>", b"<sitemapindex>", b"<url>"),
    *(b"<loc>", b"</loc>", b"<lastmod>9999-99-99", b"<![CDATA[", b"]]>", b"<!DOCTYPE x [", b"<!ENTITY a '", b"&a;"),
    *(
        b'{"version": "https://jsonfeed.org/version/1", "items": [',
        b'{"url": "https://a.example/1"',
        b"}, ",
        b"]}",
        b"'>",
    ),
    *(b"<content:encoded>", b"<content type='xhtml'>", b"<author>", b"<source>", b"\x00", b"\xff\xfe", b"\n", b"#"),
)


def fetched(content: bytes, kind: str) -> Fetched:
    return Fetched(address="https://news.example/x", content=content, kind=kind, ending=ending_of(kind, ()))


@pytest.mark.parametrize("kind", ["application/rss+xml", "text/xml", "text/html", "text/plain"])
@pytest.mark.parametrize(
    "before", [b"", b"\xef\xbb\xbf<?xml version='1.0'?>\n", b"<?xml-stylesheet href='x'?><!-- a -->", b"\n"]
)
def test_a_feed_is_told_by_how_it_begins_whatever_the_server_calls_it(kind: str, before: bytes) -> None:
    listing = listing_in(fetched(before + RSS, kind))

    assert listing
    assert listing.kind == Kind.FEED


@pytest.mark.parametrize("root", [b"urlset", b"sitemapindex"])
def test_a_sitemap_is_told_by_its_root(root: bytes) -> None:
    content = b"<%s xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'></%s>" % (root, root)
    listing = listing_in(fetched(content, "application/xml"))

    assert listing
    assert listing.kind == Kind.SITEMAP


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"<!DOCTYPE html><html><body>The rss feed <rss></body></html>", "text/html"),
        (b"<html xmlns='http://www.w3.org/1999/xhtml'></html>", "application/xhtml+xml"),
        (b"The council met.", "text/plain"),
        (b"", "text/html"),
        (b'{"text": "The council met."}', "application/json"),
        (RSS, "application/pdf"),
    ],
)
def test_a_page_is_no_list(content: bytes, kind: str) -> None:
    assert listing_in(fetched(content, kind)) is None


def test_xml_of_another_kind_is_named() -> None:
    with pytest.raises(AnswerRefused, match="it is XML, but neither a feed nor a sitemap"):
        listing_in(fetched(b"<svg></svg>", "text/xml"))


def test_a_text_of_addresses_is_a_list() -> None:
    listing = listing_in(fetched(b"# ours\nhttps://a.example/1\n\nhttps://b.example/2\nftp://c/3\n", "text/plain"))

    assert listing
    assert [entry.address for entry in listing.entries] == ["https://a.example/1", "https://b.example/2"]
    assert listing.left_out == 1


@pytest.mark.parametrize(
    ("content", "lines"),
    [
        (b"https://a.example/1\nnonsense\n", ("https://a.example/1", "nonsense")),
        (b"https://a.example/1 is where it stands\n", ()),
        (b"Bridge\n\nhttps://a.example/1\n", ()),
        (b"# only a remark\n", ()),
        (b"", ()),
    ],
)
def test_a_list_begins_with_an_address_and_has_one_a_line(content: bytes, lines: tuple[str, ...]) -> None:
    assert lines_in(content) == lines


def test_a_page_of_nothing_but_comments_is_told_at_once() -> None:
    assert listing_in(fetched(b"<!---->" * 2_000, "text/html")) is None


def test_addresses_with_a_password_are_left_out_and_kept_nowhere() -> None:
    listing = listing_in(fetched(b"https://a.example/1\nhttps://jane:secret@b.example/2\n", "text/plain"))

    assert listing
    assert "secret" not in repr(listing)
    assert listing.left_out == 1


@given(
    content=st.lists(st.sampled_from(PARTS) | st.binary(max_size=20), max_size=30).map(b"".join),
    kind=st.sampled_from(("text/html", "text/xml", "application/json", "text/plain", "text/csv")),
)
def test_whatever_an_address_holds_is_a_list_a_page_or_refused_with_a_reason(content: bytes, kind: str) -> None:
    found = told(content, kind)

    if isinstance(found, Listing):
        assert all(entry.address.startswith("http") for entry in found.entries)
    else:
        assert found is None or "it makes its reader fail" not in found


def told(content: bytes, kind: str) -> Listing | str | None:
    """The list, the reason why there is none, or nothing for a page."""
    try:
        return listing_from(fetched(content, kind))
    except (BadInput, AnswerRefused) as error:
        return str(error)

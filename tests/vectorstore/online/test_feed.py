from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from vectorstore.errors import AnswerRefused
from vectorstore.online.feed import LEAST, WHOLE, read_feed, read_json_feed
from vectorstore.online.listing import Entry, Kind, Listing

AT = "https://news.example/feed"
LONG = "The council met on Monday. " * (WHOLE // 20)

RSS = """<?xml version="1.0"?>
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"
     xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>The Courier &amp; Post</title>
<item><title>Bridge stays &lt;i&gt;open&lt;/i&gt;</title><link>https://news.example/bridge</link>
  <dc:creator>Jane Doe</dc:creator><pubDate>Mon, 03 Nov 2025 10:00:00 +0200</pubDate>
  <description>The council voted.</description>{content}</item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Courier</title>
<entry><title>Ferry sinks</title><link href="/ferry"/><author><name>Ann Ray</name></author>
<published>2025-11-03T08:00:00Z</published><updated>2025-11-04T08:00:00Z</updated>
<content type="html">&lt;p&gt;{text}&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content></entry></feed>"""


def told(listing: Listing) -> list[Entry]:
    """The entries without their stamps."""
    return [
        Entry(
            address=one.address,
            title=one.title,
            author=one.author,
            outlet=one.outlet,
            published=one.published,
            text=one.text,
        )
        for one in listing.entries
    ]


def test_what_an_rss_feed_tells_of_a_page_is_taken() -> None:
    listing = read_feed(RSS.format(content="").encode(), AT)

    assert (listing.kind, listing.title) == (Kind.FEED, "The Courier & Post")
    assert told(listing) == [
        Entry(
            address="https://news.example/bridge",
            title="Bridge stays open",
            author="Jane Doe",
            outlet="The Courier & Post",
            published=datetime(2025, 11, 3, 8, tzinfo=UTC),
        )
    ]


def test_an_entry_with_the_whole_article_needs_no_page() -> None:
    content = f"<content:encoded><![CDATA[<p>{LONG}</p>]]></content:encoded>"

    (entry,) = read_feed(RSS.format(content=content).encode(), AT).entries

    assert entry.text == LONG.strip()


@pytest.mark.parametrize("text", ["Short.", LONG + "…", LONG + "[...]"])
def test_an_entry_that_is_short_or_cut_off_is_a_summary(text: str) -> None:
    content = f"<content:encoded><![CDATA[<p>{text}</p>]]></content:encoded>"

    (entry,) = read_feed(RSS.format(content=content).encode(), AT).entries

    assert entry.text == ""
    assert entry.summary == (text if len(text) >= LEAST else "")


def test_an_atom_feed_is_read_with_addresses_made_whole_and_without_scripts() -> None:
    (entry,) = told(read_feed(ATOM.format(text=LONG).encode(), AT))

    assert entry == Entry(
        address="https://news.example/ferry",
        title="Ferry sinks",
        author="Ann Ray",
        outlet="The Courier",
        published=datetime(2025, 11, 3, 8, tzinfo=UTC),
        text=LONG.strip(),
    )


def test_a_json_feed_is_read() -> None:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Courier",
        "authors": [{"name": "The desk"}],
        "items": [
            {
                "id": "1",
                "url": "https://news.example/bridge",
                "title": "Bridge",
                "content_html": f"<p>{LONG}</p>",
                "date_published": "2025-11-03T10:00:00+02:00",
            },
            {"id": "2", "content_text": "no address"},
            "no object",
        ],
    }

    listing = read_json_feed(json.dumps(feed).encode())

    assert listing
    assert told(listing) == [
        Entry(
            address="https://news.example/bridge",
            title="Bridge",
            author="The desk",
            outlet="The Courier",
            published=datetime(2025, 11, 3, 8, tzinfo=UTC),
            text=LONG.strip(),
        )
    ]
    assert listing.left_out == 1


@pytest.mark.parametrize(
    "content",
    [
        b"{",
        b"[" * 100_000 + b"jsonfeed.org",
        b'{"articles": []}',
        b'{"articles": ["https://jsonfeed.org/version/1"]}',
        b"[1]",
    ],
)
def test_other_json_is_no_feed(content: bytes) -> None:
    assert read_json_feed(content) is None


def test_what_a_json_feed_says_of_a_page_is_its_summary() -> None:
    said = "The council met on Monday and voted to keep the old bridge open."
    items = [{"url": "https://news.example/a", "summary": said}, {"url": "https://news.example/b", "summary": "More"}]
    feed = {"version": "https://jsonfeed.org/version/1.1", "items": items}

    listing = read_json_feed(json.dumps(feed).encode())

    assert listing
    assert [entry.summary for entry in listing.entries] == [said, ""]


def test_a_date_that_is_missing_stays_missing() -> None:
    feed = RSS.format(content="").replace("<pubDate>Mon, 03 Nov 2025 10:00:00 +0200</pubDate>", "")

    assert read_feed(feed.encode(), AT).entries[0].published is None


def test_a_stamp_changes_with_what_is_told_and_with_nothing_else() -> None:
    first, again, changed = (
        read_feed(RSS.format(content="").replace("voted", verb).encode(), AT).entries[0].stamp
        for verb in ("voted", "voted", "argued")
    )

    assert first == again != changed


def test_entries_that_lead_elsewhere_than_the_web_are_left_out() -> None:
    feed = RSS.format(content="").replace("https://news.example/bridge", "file:///etc/passwd")

    listing = read_feed(feed.encode(), AT)

    assert (listing.entries, listing.left_out) == ((), 1)


@pytest.mark.parametrize(
    "entity",
    [
        '<!ENTITY a SYSTEM "file://{file}">',
        '<!ENTITY % a SYSTEM "file://{file}"> %a;',
        "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(12)) + '<!ENTITY a0 "bomb"><!ENTITY a "&a12;">',
    ],
)
def test_entities_are_not_expanded(tmp_path: Path, entity: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("SECRET")
    doctype = f"<!DOCTYPE rss [{entity.replace('{file}', str(secret))}]>"
    feed = RSS.format(content="").replace("<rss", f"{doctype}<rss", 1).replace("The council voted.", "&a;")

    listing = read_feed(feed.encode(), AT)

    assert "SECRET" not in repr(listing)
    assert len(repr(listing)) < 2_000


def test_what_is_no_feed_is_named() -> None:
    with pytest.raises(AnswerRefused, match="it is no feed that can be read"):
        read_feed(b"<html><body>Hello</body></html>", AT)


def test_a_text_that_reads_like_a_path_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_text(RSS.format(content=""))

    with pytest.raises(AnswerRefused, match="it is no feed"):
        read_feed(str(path).encode(), AT)


@pytest.mark.parametrize("content", [b"<rss version='2.0'>" + b"<item>" * 5_001, b"<rss>" + bytes(10_000_000)])
def test_a_feed_that_would_take_minutes_to_parse_is_refused(content: bytes) -> None:
    with pytest.raises(AnswerRefused, match="it is a feed of more than 10 MB or 5,000 entries"):
        read_feed(content, AT)

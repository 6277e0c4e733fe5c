"""RSS and Atom feeds, as feedparser reads them, and JSON feeds (jsonfeed.org)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import Any

from vectorstore.errors import AnswerRefused
from vectorstore.normalise import normalise
from vectorstore.online.listing import Entry, Kind, Listing, instant, once, stamp_of, usable
from vectorstore.readers.html_file import text_of
from vectorstore.readers.record import one_line

WHOLE = 600  # characters: a shorter text is taken for a summary
LEAST = 40  # characters of a summary: what is shorter, such as "Comments", says nothing
MOST_BYTES = 10_000_000  # of a feed
MOST_ENTRIES = 5_000
JSON_FEED = "https://jsonfeed.org/version/1"
_CUT_OFF = ("…", "...", "[…]", "[...]", "…]", "...]")


def read_feed(content: bytes, at: str) -> Listing:
    """The entries of an RSS or Atom feed. Raises ``AnswerRefused`` if it is none."""
    import feedparser

    _bound(content, content.count(b"<item") + content.count(b"<entry"))
    headers = {"content-location": at}
    parsed = feedparser.parse(BytesIO(content), response_headers=headers)  # bytes as such might be taken for a path
    if not parsed.version:
        raise AnswerRefused("it is no feed that can be read")
    title = one_line(text_of(parsed.feed.get("title", "")))
    entries = [_entry(found, title) for found in parsed.entries]
    return _listing(title, entries)


def read_json_feed(content: bytes) -> Listing | None:
    """The entries of a JSON feed; None if it is other JSON, or none. Raises ``AnswerRefused`` if it is too large."""
    if b"jsonfeed.org" not in content:
        return None
    _bound(content, 0)
    try:
        feed = json.loads(content)
    except (ValueError, RecursionError):
        return None
    if not isinstance(feed, dict) or not str(feed.get("version", "")).startswith(JSON_FEED):
        return None
    title = one_line(_said(feed, "title"))
    listed = feed.get("items")
    items = listed if isinstance(listed, list) else []
    _bound(content, len(items))
    return _listing(title, [_item(item, feed, title) for item in items if isinstance(item, dict)])


def _listing(title: str, entries: list[Entry]) -> Listing:
    usable = [entry for entry in entries if entry.address]
    return Listing(kind=Kind.FEED, title=title, entries=once(usable), left_out=len(entries) - len(usable))


def _bound(content: bytes, entries: int) -> None:
    """Refuse what would take minutes to parse."""
    if len(content) > MOST_BYTES or entries > MOST_ENTRIES:
        most = f"{MOST_BYTES // 1_000_000} MB or {MOST_ENTRIES:,} entries"
        raise AnswerRefused(f"it is a feed of more than {most}: a sitemap of the same site may do")


def _entry(found: Mapping[str, Any], outlet: str) -> Entry:
    summary = normalise(text_of(found.get("summary", "")))
    content = max((normalise(text_of(one.get("value", ""))) for one in found.get("content", ())), key=len, default="")
    title = one_line(text_of(found.get("title", "")))
    source = one_line(text_of(found.get("source", {}).get("title", "")))
    return Entry(
        address=usable(found.get("link", "")),
        title=title,
        author=one_line(found.get("author", "")),
        outlet=source or outlet,
        published=_of_time(found.get("published_parsed")),
        text=_whole(content),
        summary=_summary(content, summary),
        stamp=stamp_of(_updated(found), title, summary, content),
    )


def _updated(found: Mapping[str, Any]) -> str:
    """When the feed says that it was updated; feedparser would give the day of publication where it does not."""
    said = found["updated"] if "updated" in found else found.get("published", "")
    return str(said)


def _item(item: Mapping[str, Any], feed: Mapping[str, Any], outlet: str) -> Entry:
    markup = normalise(text_of(_said(item, "content_html")))
    content = markup or normalise(_said(item, "content_text"))
    summary = normalise(_said(item, "summary"))
    title = one_line(_said(item, "title"))
    return Entry(
        address=usable(_said(item, "url")),
        title=title,
        author=_authors(item) or _authors(feed),
        outlet=outlet,
        published=instant(_said(item, "date_published")),
        text=_whole(content),
        summary=_summary(content, summary),
        stamp=stamp_of(_said(item, "date_modified"), title, content, *filter(None, [summary])),
    )


def _authors(thing: Mapping[str, Any]) -> str:
    listed = thing.get("authors")
    authors: Iterable[Any] = listed if isinstance(listed, list) else [thing.get("author")]
    return one_line(", ".join(filter(None, (_said(one, "name") for one in authors if isinstance(one, dict)))))


def _said(thing: Mapping[str, Any], name: str) -> str:
    value = thing.get(name)
    return value if isinstance(value, str) else ""


def _whole(text: str) -> str:
    """The text if it reads like a whole article, else empty."""
    return text if len(text) >= WHOLE and not text.endswith(_CUT_OFF) else ""


def _summary(content: str, summary: str) -> str:
    """What is said at most of an article, where that is not the whole of it."""
    said = max(content, summary, key=len)
    return "" if _whole(content) or len(said) < LEAST else said


def _of_time(parsed: struct_time | None) -> datetime | None:
    try:
        return datetime(*parsed[:6], tzinfo=UTC) if parsed else None
    except (ValueError, OverflowError):
        return None

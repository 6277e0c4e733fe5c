"""Web pages saved whole by a browser: the page is a part of a message, with where it came from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message

from vectorstore.errors import UnreadableFile
from vectorstore.readers import html_file
from vectorstore.readers.message import header, is_body, page_in, parse
from vectorstore.readers.record import address, one_line
from vectorstore.readers.source import Found, Source
from vectorstore.types import Failure


def read_mhtml(source: Source) -> Iterator[Found | Failure]:
    """The article in the page. When it was saved says nothing of when it was published."""
    whole, *parts = parse(source)
    page = next((part for part in [whole, *parts] if is_body(part, "text/html")), None)
    if page is None:
        raise UnreadableFile("there is no page in it: save it anew")
    article = html_file.article_in(page_in(page))
    yield Found(
        source.place,
        replace(
            article,
            title=article.title or one_line(header(whole, "Subject")),
            url=article.url or _address(whole, page),
        ),
        alone=True,
    )


def _address(whole: Message, page: Message) -> str:
    said = (header(whole, "Snapshot-Content-Location"), header(page, "Content-Location"))
    return next(filter(None, map(address, said)), "")

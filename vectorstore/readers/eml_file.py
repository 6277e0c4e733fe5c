"""E-mail, such as newsletters: the message is the article. What is attached is named and left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from email.message import Message
from email.utils import parsedate_to_datetime

from vectorstore.dates import parse_date
from vectorstore.errors import UnreadableFile
from vectorstore.readers import html_file
from vectorstore.readers.folder import MOST_NAMED
from vectorstore.readers.message import display_name, header, is_body, page_in, parse, text_in
from vectorstore.readers.outlet import outlet_named
from vectorstore.readers.record import address, language, one_line
from vectorstore.readers.source import Found, Source
from vectorstore.readers.text_file import article_told_of
from vectorstore.types import Article, Failure

_NO_TEXT = "it is a message without text"


def read_eml(source: Source) -> Iterator[Found | Failure]:
    """The article in a message, published when it was sent, and then what is attached to it, said once."""
    whole, *parts = parse(source)
    parts = parts or [whole]
    yield Found(source.place, _article(whole, parts), alone=True)
    if attached := [part for part in parts if part.get_content_disposition() == "attachment"]:
        yield Failure(place=source.place, reason=_left_out(attached))


def _article(whole: Message, parts: Sequence[Message]) -> Article:
    subject = one_line(header(whole, "Subject"))
    sender = one_line(display_name(header(whole, "From")))
    outlet = outlet_named(sender)
    article = _body(parts, subject)
    return replace(
        article,
        title=subject or article.title,
        url=address(header(whole, "Archived-At").strip("<>")) or article.url,
        source=outlet or article.source,
        author=article.author or ("" if outlet else sender),
        published=_sent(whole) or article.published,
        language=language(header(whole, "Content-Language")) or article.language,
    )


def _body(parts: Sequence[Message], subject: str) -> Article:
    """From the HTML, or else from the plain text: many say there no more than "see this in a browser"."""
    for part in parts:
        if is_body(part, "text/html"):
            try:
                return html_file.article_in(page_in(part))
            except UnreadableFile:
                continue
    plain = "\n\n".join(text_in(part) for part in parts if is_body(part, "text/plain"))
    if not plain.strip():
        raise UnreadableFile(_NO_TEXT)
    return article_told_of({"title": subject}, plain)


def _sent(whole: Message) -> datetime | None:
    try:
        return parse_date(parsedate_to_datetime(header(whole, "Date")).isoformat())
    except (ValueError, OverflowError):
        return None


def _left_out(attached: Sequence[Message]) -> str:
    names = [one_line(part.get_filename("") or "without a name") for part in attached[:MOST_NAMED]]
    return f"attached and left out: {', '.join(names)}; save what you need of it, and add it by itself"

"""Plain text: the first line is the title, and the lines below it may tell date, author and outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from vectorstore.dates import parse_date
from vectorstore.errors import UnreadableFile
from vectorstore.normalise import normalise
from vectorstore.readers.byline import Byline, parse_byline
from vectorstore.readers.decode import decode
from vectorstore.readers.furniture import is_label, is_reading_time
from vectorstore.readers.outlet import outlet_of_opening, outlet_of_rights
from vectorstore.readers.record import article_of
from vectorstore.readers.source import Found, Source
from vectorstore.types import Article, Failure
from vectorstore.wrapping import unwrap, wraps

LONGEST_TITLE = 200  # characters: a longer first line is text
HEAD = 8  # lines below the title that may tell something about the article
TAIL = 3  # lines at the end that may claim its rights

_UPDATED = re.compile(r"(?:last )?(?:updated|modified)\b", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n{3,}")


@dataclass(slots=True, kw_only=True)
class _Told:
    """What the lines around the text say of the article."""

    title: str = ""
    published: datetime | None = None
    updated: datetime | None = None
    author: str = ""
    outlet: str = ""
    text: list[str] = field(default_factory=list)


def read_text(source: Source) -> Iterator[Found | Failure]:
    """The article in a file."""
    yield Found(source.place, article_in(decode(source.content())), alone=True)


def article_in(text: str) -> Article:
    """The article in a plain text; its id is empty.

    Lines that only repeat the title, tell date, author or reading time, or name a section are left out of the
    article's text. A title that reads like a sentence stays in it. When it was updated is never when it was published.

    Raises:
        UnreadableFile: nothing is left.
    """
    told = _Told()
    plain = normalise(text)
    lines = plain.split("\n")
    if len(lines[0]) <= LONGEST_TITLE and len(lines[0]) not in wraps(plain)[:1]:
        told.title = lines[0]
        lines = lines if lines[0].endswith(".") else lines[1:]
    _read_lines(told, lines)
    _read_rights(told)
    body = unwrap(_BLANK_LINES.sub("\n\n", "\n".join(told.text)).strip()) or told.title
    if not body:
        raise UnreadableFile("it holds no text")
    return Article(
        id="",
        title=told.title,
        text=body,
        source=told.outlet or _outlet_of_body(body),
        author=told.author,
        published=told.published,
        updated=told.updated,
    )


def article_told_of(fields: Mapping[str, object], text: str) -> Article:
    """The article in a plain text about which a record tells more: what the record tells comes first.

    Raises:
        UnreadableFile: there is no text.
    """
    told = article_of({**fields, "text": "none"})
    if told.title and not text.startswith(told.title):
        text = f"{told.title[:LONGEST_TITLE]}\n\n{text}"
    found = article_in(text)
    return replace(
        found,
        id=told.id,
        title=told.title or found.title,
        url=told.url,
        source=told.source or found.source,
        author=told.author or found.author,
        published=told.published or found.published,
        updated=told.updated or found.updated,
        language=told.language,
    )


def _read_lines(told: _Told, lines: list[str]) -> None:
    seen = 0
    for line in lines:
        seen += bool(line)
        if is_label(line) or (line and seen <= HEAD and _tells(told, line)):
            continue
        told.text.append(line)


def _tells(told: _Told, line: str) -> bool:
    """Take in what a line of the head tells; whether that is all it says."""
    if is_reading_time(line) or (line == told.title and not line.endswith(".")):
        return True
    byline = parse_byline(line) or Byline(published=parse_date(line))
    told.author = told.author or byline.author
    told.outlet = told.outlet or byline.outlet
    if _UPDATED.match(line):
        told.updated = told.updated or byline.published
    else:
        told.published = told.published or byline.published
    return byline != Byline()


def _read_rights(told: _Told) -> None:
    for at in [at for at, line in enumerate(told.text) if line][-TAIL:]:
        if outlet := outlet_of_rights(told.text[at]):
            told.outlet = told.outlet or outlet
            told.text[at] = ""


def _outlet_of_body(body: str) -> str:
    """Looked for where each of the first paragraphs begins: a standfirst and a caption may come before."""
    return next(filter(None, map(outlet_of_opening, body[:2_000].split("\n"))), "")

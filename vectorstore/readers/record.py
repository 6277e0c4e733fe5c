"""A record with named fields -> an Article. Only ``text`` is required; fields that we do not know are ignored."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime

from vectorstore.dates import from_timestamp, parse_date
from vectorstore.errors import UnreadableFile
from vectorstore.normalise import normalise
from vectorstore.types import Article
from vectorstore.wrapping import unwrap

DATE_FIELDS = ("published_at", "published", "date_published", "datepublished", "pubdate", "date")
UPDATE_FIELDS = ("updated_at", "updated", "date_modified", "datemodified", "modified")
LANGUAGE_FIELDS = ("language", "lang", "inlanguage")
LONGEST_FIELD = 500  # characters of a title, an outlet, an author
LONGEST_ADDRESS = 2_000

_LANGUAGE = re.compile(r"([A-Za-z]{2,3})(?![^-_.@])")
_NO_LANGUAGE = ("und", "zxx", "mul")


def article_of(record: object) -> Article:
    """The article in a record; its id is empty if the record has none.

    Raises:
        UnreadableFile: it is no object, or has no text.
    """
    if not isinstance(record, Mapping):
        raise UnreadableFile('it is not an object with fields, such as {"text": "…"}')
    fields = {str(name).strip().casefold(): value for name, value in record.items()}
    return Article(
        id=" ".join(normalise(_plain(fields.get("id"))).split()),
        title=one_line(_plain(fields.get("title"))),
        text=_text(fields),
        url=address(_plain(fields.get("url"))),
        source=one_line(_plain(fields.get("source"))),
        author=one_line(_plain(fields.get("author"))),
        published=_first_instant(fields, DATE_FIELDS),
        updated=_first_instant(fields, UPDATE_FIELDS),
        language=next(filter(None, (language(_plain(fields.get(name))) for name in LANGUAGE_FIELDS)), ""),
    )


def one_line(text: str) -> str:
    """Normalised, on one line, and of bounded length."""
    line = " ".join(normalise(text).split())
    return line if len(line) <= LONGEST_FIELD else f"{line[: LONGEST_FIELD - 1].rstrip()}…"


def address(text: str) -> str:
    """The text if it is an address of the web, else empty."""
    text = text.strip()
    usable = text.lower().startswith(("http://", "https://")) and len(text) <= LONGEST_ADDRESS
    return text if usable and text.isprintable() and " " not in text else ""


def language(tag: str) -> str:
    """The language that a tag such as "de-AT" or "de_AT.UTF-8" names: "de". Empty if it names none."""
    found = _LANGUAGE.match(tag.strip())
    return found[1].lower() if found and found[1].lower() not in _NO_LANGUAGE else ""


def _first_instant(fields: Mapping[str, object], names: Sequence[str]) -> datetime | None:
    return next(filter(None, (_instant(fields.get(name)) for name in names)), None)


def _text(fields: Mapping[str, object]) -> str:
    if "text" not in fields:
        raise UnreadableFile("it has no field named text")
    text = fields["text"]
    if not isinstance(text, str):
        raise UnreadableFile("its text is not a string")
    plain = unwrap(normalise(text))
    if not plain:
        raise UnreadableFile("its text is empty")
    return plain


def _plain(value: object) -> str:
    match value:
        case str():
            return value
        case bool() | None:
            return ""
        case int() | float():
            return str(value)
        case list():
            return ", ".join(filter(None, map(_plain, value)))
        case {"name": name}:
            return _plain(name)
        case _:
            return ""


def _instant(value: object) -> datetime | None:
    match value:
        case str():
            return parse_date(value)
        case date():
            return parse_date(value.isoformat())
        case bool():
            return None
        case int() | float():
            return from_timestamp(value)
        case _:
            return None

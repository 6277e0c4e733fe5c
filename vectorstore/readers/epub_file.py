"""E-books and magazines in EPUB: each document in the order of reading is an article."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote
from zipfile import ZipFile

from lxml import etree

from vectorstore.errors import UnreadableFile
from vectorstore.readers.html_file import heading_of, page_of, text_of
from vectorstore.readers.package import open_package, parse_xml, part, texts
from vectorstore.readers.properties import author_told
from vectorstore.readers.record import one_line
from vectorstore.readers.source import Found, Source
from vectorstore.readers.text_file import article_told_of
from vectorstore.types import Article, Failure

SHORTEST = 200  # characters of a document that is an article, and no cover, title page or picture
MOST_DOCUMENTS = 5_000

_CONTAINER = "META-INF/container.xml"
_ENCRYPTION = "META-INF/encryption.xml"
_PAGES = ("application/xhtml+xml", "text/html")
_NO_BOOK = "it is no whole EPUB file: get it anew"
_NO_TEXT = "no text was found in it"
_LOCKED = "it is protected against copying, and its text cannot be read"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Book:
    told: dict[str, str] = field(default_factory=dict)  # what is told of all its documents, as in a record
    title: str = ""
    documents: tuple[str, ...] = ()  # names in the package, in the order of reading


def read_epub(source: Source) -> Iterator[Found | Failure]:
    """The articles in a book. One without a heading has the book's title."""
    empty = True
    with open_package(source) as package:
        book = _book(package)
        for name in book.documents[:MOST_DOCUMENTS]:
            found = _document(package, name, book, source)
            empty = empty and found is None
            if found:
                yield found
    if empty:
        raise UnreadableFile(_NO_TEXT)


def _document(package: ZipFile, name: str, book: _Book, source: Source) -> Found | Failure | None:
    place = f"{source.place}/{one_line(name)}"
    try:
        article = _article(part(package, name), book)
    except UnreadableFile as error:
        return Failure(place=place, reason=str(error))
    return Found(place, article, alone=True, inside=(name,)) if article else None


def _article(data: bytes, book: _Book) -> Article | None:
    page = page_of(data) if data.strip() else ""
    text = text_of(page)
    if len(text) < SHORTEST:
        return None
    return article_told_of({**book.told, "title": heading_of(page) or book.title}, text)


def _book(package: ZipFile) -> _Book:
    container = parse_xml(part(package, _CONTAINER) or _missing())
    paths = [file.get("full-path", "") for file in container.iterfind(".//{*}rootfile")]
    opf = parse_xml((part(package, paths[0]) if paths else b"") or _missing())
    documents = tuple(_documents(opf, posixpath.dirname(paths[0])))
    if set(documents) & set(_encrypted(package)):
        raise UnreadableFile(_LOCKED)
    title = next(iter(texts(opf, "title")), "")
    creators = ", ".join(filter(None, map(author_told, texts(opf, "creator")[:5])))
    return _Book(
        title=title,
        told={
            "source": next(iter(texts(opf, "publisher")), title),
            "author": creators,
            "published": _dated(opf, "publication") or _dated(opf, ""),
            "updated": _dated(opf, "modification") or _modified(opf),
            "language": next(iter(texts(opf, "language")), ""),
        },
        documents=documents,
    )


def _missing() -> bytes:
    raise UnreadableFile(_NO_BOOK)


def _documents(opf: etree._Element, folder: str) -> Iterator[str]:
    pages = {
        item.get("id", ""): posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in opf.iterfind(".//{*}manifest/{*}item")
        if item.get("media-type") in _PAGES and "nav" not in item.get("properties", "").split()
    }
    for reference in opf.iterfind(".//{*}spine/{*}itemref"):
        name = pages.pop(reference.get("idref", ""), "")
        if name and reference.get("linear") != "no":
            yield name


def _encrypted(package: ZipFile) -> list[str]:
    """The names of the parts that are encrypted: fonts often are, and do no harm."""
    data = part(package, _ENCRYPTION)
    return [one.get("URI", "") for one in parse_xml(data).iterfind(".//{*}CipherReference")] if data else []


def _dated(opf: etree._Element, event: str) -> str:
    """The date of an event. EPUB 2 names each date's, EPUB 3 has no date but that of publication."""
    for date in opf.iterfind(".//{*}metadata/{*}date"):
        events = [value for name, value in date.items() if etree.QName(name).localname == "event"]
        if events == [event] or not (events or event):
            return "".join(date.itertext()).strip()
    return ""


def _modified(opf: etree._Element) -> str:
    found = opf.iterfind(".//{*}metadata/{*}meta[@property='dcterms:modified']")
    return next(("".join(one.itertext()).strip() for one in found), "")

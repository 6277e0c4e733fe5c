"""PDF files: pypdf takes the text out, page by page."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from vectorstore.errors import UnreadableFile
from vectorstore.normalise import normalise
from vectorstore.readers.pages import address_printed, text_of_pages, without_title
from vectorstore.readers.properties import author_told, title_told
from vectorstore.readers.source import Found, Source
from vectorstore.readers.text_file import article_told_of
from vectorstore.types import Article, Failure

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.xmp import XmpInformation

MOST_PAGES = 5_000
MOST_NAMED = 20  # damaged pages that are named

_PRISM = tuple(f"http://prismstandard.org/namespaces/basic/{version}/" for version in ("3.0", "2.1", "2.0", "1.2"))
_NO_PDF = "it is damaged or no PDF file: get it anew"
_LOCKED = "it is encrypted: save it without a password"
_TOO_LONG = f"it has more than {MOST_PAGES:,} pages: cut it into smaller ones"
_NO_TEXT = "it holds pictures of pages and no text: run text recognition (OCR) on it first"


def read_pdf(source: Source) -> Iterator[Found | Failure]:
    """The article in a file, and then which of its pages are damaged. When it was made is not when it was published."""
    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what fails is reported by us, with the file's name
    try:
        article, damaged = _read(source.content())
    except RecursionError as error:
        raise UnreadableFile("its parts are nested too deeply") from error
    except _faults() as error:
        raise UnreadableFile(_NO_PDF) from error
    yield Found(source.place, article, alone=True)
    if damaged:
        shown = ", ".join(map(str, damaged[:MOST_NAMED]))
        yield Failure(place=source.place, reason=f"damaged pages of it were left out: {shown}")


def _faults() -> tuple[type[Exception], ...]:
    """What pypdf raises when a file is not what it should be."""
    from pypdf.errors import PyPdfError

    return PyPdfError, AssertionError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, OSError


def _read(data: bytes) -> tuple[Article, list[int]]:
    """The article, and the numbers of the pages that cannot be read."""
    reader = _opened(data)
    pages, damaged = [], []
    for number, page in enumerate(reader.pages, start=1):
        try:
            pages.append(normalise(page.extract_text()))
        except _faults():
            damaged.append(number)
    return _article(reader, pages, _NO_PDF if damaged else _NO_TEXT), damaged


def _article(reader: PdfReader, pages: Sequence[str], if_empty: str) -> Article:
    text = text_of_pages(pages)
    if not text:
        raise UnreadableFile(if_empty)
    document = reader.metadata
    title = title_told(str(document.title or "")) if document else ""
    told = {"title": title, "url": address_printed(pages), "language": _language(reader), **_published_as(reader)}
    article = article_told_of(told, without_title(title, text))
    author = article.author or (author_told(str(document.author or "")) if document else "")
    return replace(article, author=author)


def _opened(data: bytes) -> PdfReader:
    from pypdf import PasswordType, PdfReader

    reader = PdfReader(BytesIO(data))
    if reader.is_encrypted and reader.decrypt("") is PasswordType.NOT_DECRYPTED:
        raise UnreadableFile(_LOCKED)
    if len(reader.pages) > MOST_PAGES:
        raise UnreadableFile(_TOO_LONG)
    return reader


def _published_as(reader: PdfReader) -> dict[str, str]:
    """What the publisher wrote into the file, in the words of PRISM, for that alone says when it was published."""
    xmp = reader.xmp_metadata
    if xmp is None:
        return {}
    told = {
        "published": _said(xmp, "publicationDate") or _said(xmp, "coverDate"),
        "updated": _said(xmp, "modificationDate"),
        "source": _said(xmp, "publicationName"),
        "url": _said(xmp, "url"),
    }
    return {name: value for name, value in told.items() if value}


def _language(reader: PdfReader) -> str:
    return str(reader.root_object.get("/Lang", ""))


def _said(xmp: XmpInformation, name: str) -> str:
    for namespace in _PRISM:
        for element in xmp.get_element("", namespace, name):
            text = "".join(getattr(child, "data", "") for child in element.childNodes) or getattr(element, "value", "")
            if text.strip():
                return str(text).strip()
    return ""

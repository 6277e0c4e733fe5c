"""PDF files: pypdf takes the text out, page by page; lines that stand on most pages are left out."""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from vectorstore.errors import UnreadableFile
from vectorstore.normalise import normalise
from vectorstore.readers.properties import author_told, title_told
from vectorstore.readers.source import Found, Source
from vectorstore.readers.text_file import article_told_of
from vectorstore.types import Article, Failure

if TYPE_CHECKING:
    from pypdf import PdfReader
    from pypdf.xmp import XmpInformation

MOST_PAGES = 5_000
EDGE = 2  # lines at the top and at the bottom of a page that may stand on every page
FEWEST = 4  # pages of a document in which such lines are looked for

_PRISM = tuple(f"http://prismstandard.org/namespaces/basic/{version}/" for version in ("3.0", "2.1", "2.0", "1.2"))
_FIGURES = re.compile(r"\d+")
_BROKEN_WORD = re.compile(r"(\w+)-\n([^\W\d_]+)")
_ENDS = (".", "!", "?", ":", '"', "”", "’", "…")
_NO_PDF = "it is damaged or no PDF file: get it anew"
_LOCKED = "it is encrypted: save it without a password"
_TOO_LONG = f"it has more than {MOST_PAGES:,} pages: cut it into smaller ones"
_NO_TEXT = "it holds pictures of pages and no text: run text recognition (OCR) on it first"


def read_pdf(source: Source) -> Iterator[Found | Failure]:
    """The article in a file. When the file was made says nothing of when it was published."""
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # what fails is reported by us, with the file's name
    try:
        article = _article(source.content())
    except RecursionError as error:
        raise UnreadableFile("its parts are nested too deeply") from error
    except (PyPdfError, ValueError, LookupError, TypeError, AttributeError, ArithmeticError, OSError) as error:
        raise UnreadableFile(_NO_PDF) from error
    yield Found(source.place, article, alone=True)


def _article(data: bytes) -> Article:
    reader = _opened(data)
    text = body([normalise(page.extract_text()) for page in reader.pages])
    if not text:
        raise UnreadableFile(_NO_TEXT)
    document = reader.metadata
    told = {"title": title_told(str(document.title or "")) if document else "", **_published_as(reader)}
    article = article_told_of(told, text)
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
    return {
        "published": _said(xmp, "publicationDate") or _said(xmp, "coverDate"),
        "source": _said(xmp, "publicationName"),
        "url": _said(xmp, "url"),
    }


def _said(xmp: XmpInformation, name: str) -> str:
    for namespace in _PRISM:
        for element in xmp.get_element("", namespace, name):
            text = "".join(getattr(child, "data", "") for child in element.childNodes) or getattr(element, "value", "")
            if text.strip():
                return str(text).strip()
    return ""


def body(pages: Sequence[str]) -> str:
    """Pages as one text, without their running heads and numbers, and with broken words whole again."""
    lines = [page.split("\n") for page in pages]
    running = _running(lines) if len(pages) >= FEWEST else frozenset()
    kept = ["\n".join(_without(page, running)).strip() for page in lines]
    text = ""
    for page in filter(None, kept):
        text += ("\n\n" if text.endswith(_ENDS) else "\n" if text else "") + page
    return _BROKEN_WORD.sub(lambda found: _mended(found[1], found[2], text), text)


def _running(pages: Sequence[Sequence[str]]) -> frozenset[str]:
    """The lines, figures aside, that stand at the edge of more than half of the pages."""
    counts = Counter(line for page in pages for line in {_shape(page[at]) for at in _edge(page)})
    return frozenset(line for line, count in counts.items() if 2 * count > len(pages))


def _without(page: Sequence[str], running: frozenset[str]) -> list[str]:
    edge = set(_edge(page))
    return [line for at, line in enumerate(page) if at not in edge or _shape(line) not in running]


def _edge(page: Sequence[str]) -> list[int]:
    filled = [at for at, line in enumerate(page) if line]
    return [*filled[:EDGE], *filled[EDGE:][-EDGE:]]


def _shape(line: str) -> str:
    return _FIGURES.sub("0", line)


def _mended(start: str, end: str, text: str) -> str:
    """A word that a line end broke: with its hyphen if it is so written elsewhere, or goes on with a capital."""
    hyphenated = f"{start}-{end}"
    return hyphenated if end[0].isupper() or hyphenated in text else start + end

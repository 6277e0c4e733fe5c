"""Web pages, saved or fetched: trafilatura takes the article and leaves the clutter. Nothing is fetched here."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from typing import Any

from lxml.etree import Comment, ParserError, ProcessingInstruction, iterwalk, strip_elements
from lxml.html import HtmlElement, document_fromstring

from vectorstore.dates import parse_date
from vectorstore.errors import UnreadableFile
from vectorstore.normalise import normalise
from vectorstore.readers.decode import decode
from vectorstore.readers.furniture import is_label
from vectorstore.readers.page_facts import Facts, facts_of, forget_updates
from vectorstore.readers.record import address, one_line
from vectorstore.readers.source import Found, Source, too_large
from vectorstore.types import Article, Failure

MOST_BYTES = 30_000_000  # of a page: parsed, it takes some thirty times as much memory
MOST_ELEMENTS = 20_000  # beyond that trafilatura takes very long, and all the words of the page are taken

_CHARSET = re.compile(rb"<meta[^>]{1,200}?charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*>")
_HEAD = 4_000  # bytes in which a page names its encoding
_SIGNS_OF_LAYOUT = re.compile(r"^(?:[-•*] |\| ?)| ?\|$")
_BLOCKS = frozenset("p div section article br li tr td th h1 h2 h3 h4 h5 h6 blockquote pre dt dd figcaption".split())
_EXTRACTION: dict[str, Any] = {
    "with_metadata": True,
    "include_comments": False,
    "date_extraction_params": {"extensive_search": False, "original_date": True},  # no date is made up of years in text
}
_NO_TEXT = "no text was found in the page"


def read_html(source: Source) -> Iterator[Found | Failure]:
    """The article in a page."""
    yield Found(source.place, article_in(page_of(source.content(MOST_BYTES))), alone=True)


def page_of(data: bytes, declared: str = "") -> str:
    """The page in some bytes, in the encoding declared for them or the one that the page declares.

    Raises:
        UnreadableFile: it is no text, or too large.
    """
    if len(data) > MOST_BYTES:
        raise UnreadableFile(too_large(MOST_BYTES))
    found = _CHARSET.search(data[:_HEAD])
    return decode(data, declared or (found[1].decode("ascii", "ignore") if found else ""))


def article_in(page: str) -> Article:
    """The article in a page of HTML; its id is empty.

    Raises:
        UnreadableFile: there is no text in it.
    """
    from trafilatura import bare_extraction, load_html

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what fails is reported by us, with the file's name
    page = _DECLARATION.sub("", page, count=1)
    tree = load_html(page)
    named, facts, document = "", Facts(), None
    if tree is not None:
        strip_elements(tree, "template", with_tail=False)
        named, facts = tree.findtext(".//title") or "", facts_of(tree)
        forget_updates(tree)
        document = bare_extraction(tree, **_EXTRACTION) if len(list(tree.iter())) <= MOST_ELEMENTS else None
    title = one_line(_said(document, "title") or named)
    text = _plain(_said(document, "text"), title) or normalise(text_of(page))
    if not text:
        raise UnreadableFile(_NO_TEXT)
    return Article(
        id="",
        title=title,
        text=text,
        url=address(_said(document, "url")),
        source=one_line(_said(document, "sitename") or _said(document, "hostname")),
        author=one_line(_said(document, "author").replace("; ", ", ")),
        published=facts.published or parse_date(_said(document, "date")),
        updated=facts.updated,
        language=facts.language,
    )


def text_of(markup: str) -> str:
    """The words of some HTML, a block a paragraph, without scripts, styles, comments and the page's title."""
    tree = _tree(markup)
    if tree is None:
        return ""
    strip_elements(tree, "script", "style", "template", "title", Comment, ProcessingInstruction, with_tail=False)
    return "".join(_words(tree)).strip()


def heading_of(markup: str) -> str:
    """The first heading in some HTML, or else its title."""
    tree = _tree(markup)
    headings = [] if tree is None else [one for name in ("h1", "h2", "h3", "title") for one in tree.iter(name)]
    return next(filter(None, (one_line("".join(heading.itertext())) for heading in headings)), "")


def _tree(markup: str) -> HtmlElement | None:
    try:
        return document_fromstring(_DECLARATION.sub("", markup, count=1))
    except (ParserError, ValueError):
        return None


def _words(tree: HtmlElement) -> Iterator[str]:
    for event, element in iterwalk(tree, events=("start", "end")):
        if element.tag in _BLOCKS:
            yield "\n\n"
        yield (element.text if event == "start" else element.tail) or ""


def _said(document: Any, name: str) -> str:
    return getattr(document, name, None) or ""


def _plain(text: str, title: str) -> str:
    """A paragraph a line as trafilatura gives it -> paragraphs, without the signs it puts for lists and tables."""
    lines = [_SIGNS_OF_LAYOUT.sub("", line.strip()) for line in text.split("\n")]
    if lines and one_line(lines[0]) == title:
        lines = lines[1:]
    return normalise("\n\n".join(line for line in lines if not is_label(line)))

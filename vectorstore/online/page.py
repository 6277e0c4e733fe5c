"""A page that was fetched -> an Article, known by the address that the page says is its own."""

from __future__ import annotations

import re
from codecs import BOM_UTF8
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urljoin

from lxml.html import HTMLParser, document_fromstring

from vectorstore.errors import UnreadableFile
from vectorstore.fetch.address import plain, same_owner, same_page
from vectorstore.fetch.client import Fetched
from vectorstore.online.listing import Entry, usable
from vectorstore.readers.confined import ConfinedReader
from vectorstore.readers.decode import decode
from vectorstore.readers.html_file import page_of
from vectorstore.readers.identify import DIGITS
from vectorstore.readers.source import Found, Source
from vectorstore.types import Article, Failure

HEAD = 300_000  # characters of a page in which it tells its address

_CANONICAL = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")


class Pages:
    """Reads pages one after another, in a process that a page may break without harm to this one."""

    def __init__(self) -> None:
        self._reader = ConfinedReader()

    def article_at(self, fetched: Fetched, entry: Entry | None = None) -> Article:
        """The article in a page. What the page does not tell of it, the list's entry may.

        Raises:
            UnreadableFile: there is no text in it, or it breaks its reader.
        """
        entry = entry or Entry(address=fetched.address)
        if fetched.kind == "text/plain":
            article = self._read(decode(fetched.content, fetched.charset), ".txt")
            return _completed(article, fetched.address, entry)
        page = page_of(fetched.content, fetched.charset)
        return _completed(self._read(page, ".html"), _canonical(page[:HEAD], fetched.address) or fetched.address, entry)

    def close(self) -> None:
        """End the process."""
        self._reader.close()

    def _read(self, text: str, kind: str) -> Article:
        with TemporaryDirectory(prefix="articlebot-") as folder:
            path = Path(folder) / f"page{kind}"
            path.write_bytes(BOM_UTF8 + text.encode("utf-8", "replace"))
            found = list(self._reader.read(Source(path=path)))  # all of it, or the process would be ended
        match found:
            case [Found(article=article), *_]:
                return article
            case [Failure(reason=reason), *_]:
                raise UnreadableFile(reason)
        raise UnreadableFile("there is nothing in it")


def article_of(entry: Entry) -> Article:
    """The article that an entry holds as a whole."""
    return _completed(Article(id="", text=entry.text), entry.address, entry)


def id_at(url: str) -> str:
    """The id of the article at an address: the same for all addresses that differ in nothing that matters."""
    page = same_page(url)
    last = page.partition("?")[0].rpartition("/")[2]
    name = re.sub(r"\W+", "-", re.sub(r"\.\w{1,5}$", "", last)).casefold().strip("-")
    return f"{name[:40] or 'article'}~{sha256(page.encode()).hexdigest()[:DIGITS]}"


def _completed(article: Article, url: str, entry: Entry) -> Article:
    url = plain(url)
    host = re.split(r"[/:?]", same_page(url), maxsplit=1)[0]
    told = article.source if article.source and not host.endswith(article.source.removeprefix("www.")) else ""
    return replace(
        article,
        id=id_at(url),
        url=url,
        title=article.title or entry.title,
        source=told or entry.outlet or host,
        author=article.author or entry.author,
        published=article.published or entry.published,
    )


def _canonical(page: str, at: str) -> str:
    """The address that a page says is its own, if it is of the same site and not just the site's front."""
    tree = document_fromstring(page.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    for path in _CANONICAL:
        for said in tree.xpath(path):
            url = _joined(at, str(said).strip())
            if url and same_owner(url, at) and "/" in same_page(url):
                return url
    return ""


def _joined(at: str, said: str) -> str:
    try:
        return usable(urljoin(at, said))
    except ValueError:
        return ""

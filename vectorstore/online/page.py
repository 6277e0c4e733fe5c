"""A page that was fetched -> an Article, known by the address that the page says is its own."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from urllib.parse import urljoin

from lxml.html import HTMLParser, document_fromstring

from vectorstore.fetch.address import plain, same_owner, same_page
from vectorstore.fetch.client import Fetched
from vectorstore.online.listing import Entry
from vectorstore.readers import text_file
from vectorstore.readers.decode import decode
from vectorstore.readers.html_file import article_in, page_of
from vectorstore.readers.identify import DIGITS
from vectorstore.readers.record import address
from vectorstore.types import Article

_CANONICAL = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")


def article_at(fetched: Fetched, entry: Entry | None = None) -> Article:
    """The article in a page. What the page does not tell of it, the list's entry may.

    Raises:
        UnreadableFile: there is no text in it.
    """
    if fetched.kind == "text/plain":
        article = text_file.article_in(decode(fetched.content, fetched.charset))
        canonical = ""
    else:
        page = page_of(fetched.content, fetched.charset)
        article = article_in(page)
        canonical = _canonical(page, fetched.address)
    return _completed(article, canonical or fetched.address, entry or Entry(address=fetched.address))


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
        return address(urljoin(at, said))
    except ValueError:
        return ""

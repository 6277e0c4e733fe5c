"""By which id and address an article from the web is known."""

from __future__ import annotations

import re
from dataclasses import replace
from hashlib import sha256
from urllib.parse import urljoin

from lxml.html import HTMLParser, document_fromstring

from vectorstore.fetch.address import plain, same_owner, same_page
from vectorstore.online.listing import Entry, usable
from vectorstore.readers.identify import DIGITS
from vectorstore.types import Article

_CANONICAL = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")


def id_at(url: str, within: str = "") -> str:
    """The id of the article at an address: the same for all addresses that differ in nothing that matters.

    ``within`` tells the articles of one file apart.
    """
    page = same_page(url)
    last = page.partition("?")[0].rpartition("/")[2]
    name = re.sub(r"\W+", "-", re.sub(r"\.\w{1,5}$", "", last)).casefold().strip("-")
    key = f"{page}\n{within}" if within else page
    return f"{name[:40] or 'article'}~{sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()[:DIGITS]}"


def completed(article: Article, url: str, entry: Entry, id: str = "") -> Article:
    """The article at an address. What it does not tell of itself, the list's entry may."""
    url = plain(url)
    host = re.split(r"[/:?]", same_page(url), maxsplit=1)[0]
    told = article.source if article.source and not host.endswith(article.source.removeprefix("www.")) else ""
    return replace(
        article,
        id=id or id_at(url),
        url=url,
        title=article.title or entry.title,
        source=told or entry.outlet or host,
        author=article.author or entry.author,
        published=article.published or entry.published,
    )


def canonical(page: str, at: str) -> str:
    """The address that a page of HTML says is its own, if that can be believed, else empty."""
    tree = document_fromstring(page.encode("utf-8", "replace"), parser=HTMLParser(encoding="utf-8"))
    claims = (str(said) for path in _CANONICAL for said in tree.xpath(path))
    return next(filter(None, (believed(said, at) for said in claims)), "")


def believed(said: str, at: str) -> str:
    """The address that is claimed to be that of what was found ``at`` another, if it is of the same site.

    No front page is believed, or one article would take the place of all.
    """
    url = _joined(at, said.strip())
    return url if url and same_owner(url, at) and "/" in same_page(url) else ""


def _joined(at: str, said: str) -> str:
    try:
        return usable(urljoin(at, said))
    except ValueError:
        return ""

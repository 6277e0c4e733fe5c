"""What a page tells of itself to programs: when it was published, when it was updated, in what language it is."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from lxml.html import HtmlElement

from vectorstore.dates import parse_date
from vectorstore.readers.record import language

_PUBLISHED = frozenset(
    "article:published_time og:published_time datepublished pubdate publishdate publish-date parsely-pub-date date"
    " dc.date dc.date.issued dcterms.issued citation_publication_date".split()
)
_UPDATED = frozenset(
    "article:modified_time og:updated_time datemodified last-modified lastmod revised dc.date.modified"
    " dcterms.modified".split()
)
_NAMES = ("property", "name", "itemprop", "http-equiv")
_SCRIPTS = "//script[@type='application/ld+json']"
_MODIFIED = re.compile(r'"dateModified"\s*:\s*"[^"]*"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """None and empty are what a page does not tell."""

    published: datetime | None = None
    updated: datetime | None = None
    language: str = ""


def facts_of(tree: HtmlElement) -> Facts:
    """What a page tells. The dates are to the second where the page has them so."""
    return Facts(
        published=_first(_dates(tree, _PUBLISHED, "datePublished")),
        updated=_first(_dates(tree, _UPDATED, "dateModified")),
        language=_language(tree),
    )


def forget_updates(tree: HtmlElement) -> None:
    """Take the dates of updates out of a page, or they would be taken for that of publication where it has none."""
    for element in [*_named(tree, _UPDATED)]:
        for name in ("content", "datetime"):
            element.attrib.pop(name, None)
    for script in tree.xpath(_SCRIPTS):
        script.text = _MODIFIED.sub('"updated":""', script.text or "")


def _first(said: Iterator[str]) -> datetime | None:
    return next(filter(None, map(parse_date, said)), None)


def _dates(tree: HtmlElement, names: frozenset[str], key: str) -> Iterator[str]:
    for element in _named(tree, names):
        yield element.get("content") or element.get("datetime") or ""
    for script in tree.xpath(_SCRIPTS):
        yield from _linked_data_dates(script.text or "", key)


def _named(tree: HtmlElement, names: frozenset[str]) -> Iterator[HtmlElement]:
    for element in tree.iter("meta", "time"):
        called = {(element.get(name) or "").casefold() for name in _NAMES}
        if called & names or (names is _PUBLISHED and element.get("pubdate") is not None):
            yield element


def _language(tree: HtmlElement) -> str:
    root = tree.getroottree().getroot()
    said = [root.get("lang"), root.get("xml:lang"), *tree.xpath("//meta[@property='og:locale']/@content")]
    return next(filter(None, (language(str(tag)) for tag in said if tag)), "")


def _linked_data_dates(script: str, key: str) -> list[str]:
    try:
        data = json.loads(script)
    except (ValueError, RecursionError):
        return []
    things = data if isinstance(data, list) else [data]
    things = [thing for thing in things if isinstance(thing, dict)]
    things += [inner for thing in things for inner in _graph(thing) if isinstance(inner, dict)]
    return [thing[key] for thing in things if isinstance(thing.get(key), str)]


def _graph(thing: dict[str, object]) -> list[object]:
    graph = thing.get("@graph")
    return graph if isinstance(graph, list) else []

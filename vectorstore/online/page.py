"""A page or a file that was fetched -> Articles, known by the address that it says is its own."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from vectorstore.errors import UnreadableFile
from vectorstore.fetch.client import Fetched
from vectorstore.fetch.content import TEXTS
from vectorstore.online.identity import believed, canonical, completed, id_at
from vectorstore.online.listing import Entry, usable
from vectorstore.readers.confined import ConfinedReader
from vectorstore.readers.decode import decode
from vectorstore.readers.html_file import page_of
from vectorstore.readers.source import Found, Source
from vectorstore.types import Article, Failure

HEAD = 300_000  # characters of a page in which it tells its address
MOST_ITEMS = 50_000  # articles and failures of one address
MOST_CHARACTERS = 100_000_000  # of their texts

_PAGES = (".html", ".htm", ".xml")
_NO_TEXT = (b"%PDF-", b"PK\x03\x04")  # how a PDF and a package begin, whatever a server calls them
_TOO_MUCH = "there is more in it than is taken from one address: download it and add the file"


class Pages:
    """Reads what was fetched, one after another, in a process that it may break without harm to this one."""

    def __init__(self, most: int = MOST_ITEMS) -> None:
        """``most`` articles and failures are taken from one address."""
        self._reader = ConfinedReader()
        self._most = most

    def articles_at(self, fetched: Fetched, entry: Entry | None = None) -> list[Article | Failure]:
        """The article in a page, or those in a file. What they do not tell of themselves, the list's entry may.

        Raises:
            UnreadableFile: there is no text in it, or it breaks its reader.
        """
        entry = entry or Entry(address=fetched.address)
        content, own = fetched.content, ""
        if content.startswith(_NO_TEXT):
            pass
        elif fetched.ending in _PAGES:
            page = page_of(content, fetched.charset)
            content, own = _as_utf8(page), canonical(page[:HEAD], fetched.address)
        elif fetched.ending in TEXTS and fetched.charset:
            content = _as_utf8(decode(content, fetched.charset))
        found = list(self._read(content, ".html" if fetched.ending in _PAGES else fetched.ending, fetched.address))
        match found:
            case []:
                raise UnreadableFile("there is nothing in it")
            case [Failure(reason=reason)]:
                raise UnreadableFile(reason)
        return _known(found, fetched.address, own, entry)

    def close(self) -> None:
        """End the process."""
        self._reader.close()

    def _read(self, content: bytes, ending: str, address: str) -> Iterator[Found | Failure]:
        """What is in a file of that content; failures are told by the address."""
        with TemporaryDirectory(prefix="articlebot-") as folder:
            path = Path(folder) / f"page{ending}"
            path.write_bytes(content)
            characters = 0
            for count, found in enumerate(self._reader.read(Source(path=path)), start=1):
                characters += len(found.article.text) if isinstance(found, Found) else 0
                if count > self._most or characters > MOST_CHARACTERS:
                    yield Failure(place=address, reason=_TOO_MUCH)
                    return
                if isinstance(found, Failure):
                    found = replace(found, place=found.place.replace(str(path), address, 1))
                yield found


def article_of(entry: Entry) -> Article:
    """The article that an entry holds as a whole."""
    return completed(Article(id="", text=entry.text), entry.address, entry)


def summary_of(entry: Entry) -> Article:
    """What an entry says of an article that cannot be had, marked as no more than that."""
    return completed(Article(id="", text=entry.summary, abridged=True), entry.address, entry)


def _known(found: list[Found | Failure], at: str, own: str, entry: Entry) -> list[Article | Failure]:
    """What was found at an address, each article with its id.

    One that is alone there is known by the address. Of several each keeps the address that it tells, but is known by
    where it stands in the file: nothing that a stranger writes into a file gets at another's article.
    """
    alike: Counter[str] = Counter()
    known: list[Article | Failure] = []
    for one in found:
        if isinstance(one, Failure):
            known.append(one)
        elif one.alone and not one.inside:
            known.append(completed(one.article, own or believed(one.article.url, at) or at, entry))
        else:
            told = one.article
            within = "\n".join((*one.inside, "" if one.alone else told.id or told.url or told.title))
            alike[within] += 1
            known.append(completed(told, usable(told.url) or at, entry, id=id_at(at, f"{within}\n{alike[within]}")))
    return known


def _as_utf8(text: str) -> bytes:
    return BOM_UTF8 + text.encode("utf-8", "replace")

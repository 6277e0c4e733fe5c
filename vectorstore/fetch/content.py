"""Which kinds of content are read, by what servers call them."""

from __future__ import annotations

from collections.abc import Collection
from email.message import Message
from pathlib import PurePosixPath

import httpx

PAGES = (".html", ".xml", ".txt")
"""Endings of what is a page or a list; all else that is read is a file."""

TEXTS = (".txt", ".md", ".markdown", ".csv", ".json", ".jsonl", ".ndjson")
"""Endings of what is no more than text."""

_NAMED = (*TEXTS, ".html", ".htm", ".xml", ".pdf", ".docx", ".epub", ".eml", ".mhtml", ".mht", ".zip")

_ENDINGS = {
    ".html": "text/html application/xhtml+xml",
    ".xml": "text/xml application/xml application/rss+xml application/atom+xml application/rdf+xml",
    ".txt": "text/plain",
    ".json": "application/json application/feed+json",
    ".jsonl": "application/jsonl application/x-ndjson application/ndjson application/x-jsonlines",
    ".csv": "text/csv application/csv",
    ".md": "text/markdown text/x-markdown",
    ".pdf": "application/pdf application/x-pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".epub": "application/epub+zip",
    ".eml": "message/rfc822",
    ".mhtml": "multipart/related application/x-mimearchive",
    ".zip": "application/zip application/x-zip-compressed",
}
_BY_TYPE = {name: ending for ending, names in _ENDINGS.items() for name in names.split()}

_PACKED = frozenset(("application/gzip", "application/x-gzip"))
_UNTOLD = frozenset(
    "application/octet-stream binary/octet-stream application/force-download application/download".split()
)
"""Types that say no more than that it is to be saved; what it is called tells then."""


def packed(kind: str, names: Collection[str]) -> bool:
    """Whether content of this type, under these names, is a ".gz" file."""
    return kind in _PACKED | _UNTOLD and any(name.lower().endswith(".gz") for name in names)


def ending_of(kind: str, names: Collection[str]) -> str:
    """The ending of a file with content of this type: ".pdf"; empty if it is not read.

    ``names`` are what it is called, in its address and by its server; they count where the type tells too little.
    """
    endings = [PurePosixPath(name.lower().removesuffix(".gz")).suffix for name in names]
    if kind == "text/plain":  # as which many servers send every text
        return next((ending for ending in endings if ending in TEXTS), ".txt")
    if kind in _PACKED | _UNTOLD:
        named = (ending for ending in endings if ending in _NAMED)
        return next(named, ".html" if packed(kind, names) else "")
    return _BY_TYPE.get(kind, "")


def names_of(url: httpx.URL, disposition: str) -> tuple[str, ...]:
    """What the content at an address is called: as its server says in ``Content-Disposition``, then in the address."""
    header = Message()
    header["content-disposition"] = disposition
    return tuple(name for name in (header.get_filename(""), url.path) if name)

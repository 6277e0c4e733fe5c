"""Which reader reads which kind of file, and what is said of one that cannot be read."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator, Mapping
from zipfile import BadZipFile

from vectorstore.errors import UnreadableFile
from vectorstore.readers.csv_file import read_csv
from vectorstore.readers.docx_file import read_docx
from vectorstore.readers.eml_file import read_eml
from vectorstore.readers.epub_file import read_epub
from vectorstore.readers.html_file import read_html
from vectorstore.readers.json_file import read_json, read_json_lines
from vectorstore.readers.markdown_file import read_markdown
from vectorstore.readers.mhtml_file import read_mhtml
from vectorstore.readers.pdf_file import read_pdf
from vectorstore.readers.sniff import HEAD, sniff
from vectorstore.readers.source import Found, Reader, Source
from vectorstore.readers.text_file import read_text
from vectorstore.readers.zip_file import Allowance, members
from vectorstore.types import Failure

READERS: Mapping[str, Reader] = {
    ".txt": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".mhtml": read_mhtml,
    ".mht": read_mhtml,
    ".json": read_json,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".csv": read_csv,
    ".pdf": read_pdf,
    ".docx": read_docx,
    ".epub": read_epub,
    ".eml": read_eml,
}
"""What reads each kind of file, packed with gzip (".txt.gz") or not."""

ZIP = ".zip"
KINDS = (*READERS, ZIP)
LINES = (".jsonl", ".ndjson")
ONE = (".txt", ".md", ".markdown", ".html", ".htm", ".mhtml", ".mht", ".pdf", ".docx", ".eml")
"""Kinds of which a file holds one article."""

PLAIN = (".txt", ".md", ".markdown", ".json", *LINES, ".csv")
"""Kinds that are no more than text: nothing in a small one takes long, or much memory."""


def kind_of(source: Source) -> str:
    """What a file holds: as its name says, unless how it begins says otherwise.

    Raises:
        UnreadableFile: it is of a kind that is known and cannot be read.
        OSError: it cannot be opened, or is not packed as its name says.
    """
    with source.open() as stream:
        return sniff(stream.read(HEAD), source.kind)


def files_in(source: Source, allowance: Allowance | None = None) -> Iterator[Source | Failure]:
    """The file itself, or the files in it and in those if it is a zip file."""
    allowance = allowance or Allowance()
    try:
        if kind_of(source) != ZIP:
            yield source
            return
        for member in members(source, KINDS, allowance):
            if isinstance(member, Source):
                yield from files_in(member, allowance)
            else:
                yield member
    except _BAD as error:
        yield failure(source, error)


def contents(source: Source) -> Iterator[Found | Failure]:
    """The articles in a file that is no zip file."""
    try:
        for found in READERS[kind_of(source)](source):
            yield found if isinstance(found, Failure) else found._replace(inside=source.inside + found.inside)
    except _BAD as error:
        yield failure(source, error)


_BAD = (UnreadableFile, OSError, EOFError, zlib.error, BadZipFile, NotImplementedError, RecursionError)


def failure(source: Source, error: Exception) -> Failure:
    """What is said of a file that cannot be read, and of why."""
    match error:
        case UnreadableFile():
            reason = str(error)
        case RecursionError():
            reason = "its parts are nested too deeply"
        case NotImplementedError() | BadZipFile():
            reason = "it is packed in a way that is damaged or not known: get it anew"
        case EOFError() | zlib.error() | gzip.BadGzipFile():
            reason = "it is no whole gzip file: get it anew"
        case _:
            reason = f"it cannot be read ({getattr(error, 'strerror', None) or error})"
    return Failure(place=source.place, reason=reason)

"""CSV files: the first row names the fields."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from vectorstore.errors import UnreadableFile
from vectorstore.readers.decode import decode
from vectorstore.readers.record import article_of
from vectorstore.readers.source import MOST_BYTES, Found, Source
from vectorstore.types import Failure

_DELIMITERS = ",;\t|"


def read_csv(source: Source) -> Iterator[Found | Failure]:
    """An article a row. Commas, semicolons, tabs or bars between the fields."""
    csv.field_size_limit(MOST_BYTES)
    text = decode(source.content()).lstrip("\r\n")
    head = text.split("\n", 1)[0]
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=max(_DELIMITERS, key=head.count))
    names = _names(next(rows, []))
    empty = True
    begins = rows.line_num + 1
    for row in rows:
        if any(field.strip() for field in row):
            empty = False
            yield _found(source.line(begins), dict(zip(names, row, strict=False)))
        begins = rows.line_num + 1
    if empty:
        raise UnreadableFile("it has no row below the one that names the fields")


def _names(row: list[str]) -> list[str]:
    names = [name.strip().casefold() for name in row]
    if "text" not in names:
        shown = ", ".join(names[:8])[:200]
        raise UnreadableFile(f"its first row must name the fields, one of them text; it names {shown}")
    return names


def _found(place: str, record: dict[str, str]) -> Found | Failure:
    try:
        return Found(place, article_of(record))
    except UnreadableFile as error:
        return Failure(place=place, reason=str(error))

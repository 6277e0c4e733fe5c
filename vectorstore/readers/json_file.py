"""JSON files: one object, a list of objects, or an object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from vectorstore.errors import UnreadableFile
from vectorstore.readers.decode import decode
from vectorstore.readers.record import article_of
from vectorstore.readers.source import MOST_BYTES, Found, Source, too_large
from vectorstore.types import Failure


def read_json(source: Source) -> Iterator[Found | Failure]:
    """One object, or a list of objects; objects in lines are read as such."""
    text = decode(source.content())
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        if error.msg != "Extra data":
            raise UnreadableFile(f"it is not JSON: {error}") from error
        yield from read_json_lines(source)
        return
    except (ValueError, RecursionError) as error:
        raise UnreadableFile(_unfit(error)) from error
    if not isinstance(content, list):
        yield Found(source.place, article_of(content), alone=True)
        return
    if not content:
        raise UnreadableFile("it is an empty list")
    for number, record in enumerate(content, start=1):
        yield _found(f"{source.place}, object {number}", record)


def read_json_lines(source: Source) -> Iterator[Found | Failure]:
    """An object a line; blank lines are passed over."""
    empty = True
    with source.open() as stream:
        for number, line in enumerate(_lines(stream), start=1):
            if line is None or line.strip():
                empty = False
                yield _read_line(source.line(number), line)
    if empty:
        raise UnreadableFile("it is empty")


def _lines(stream: BinaryIO) -> Iterator[bytes | None]:
    """Lines; None stands for one that is too long."""
    while line := stream.readline(MOST_BYTES + 1):
        if len(line) <= MOST_BYTES:
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = stream.readline(MOST_BYTES)
        yield None


def _read_line(place: str, line: bytes | None) -> Found | Failure:
    if line is None:
        return Failure(place=place, reason=too_large())
    try:
        record = json.loads(line.decode("utf-8-sig").rstrip())
    except UnicodeDecodeError:
        return Failure(place=place, reason="it is not UTF-8: save the file as UTF-8")
    except json.JSONDecodeError as error:
        return Failure(place=place, reason=f"it is not JSON: {error.msg} (column {error.colno})")
    except (ValueError, RecursionError) as error:
        return Failure(place=place, reason=_unfit(error))
    return _found(place, record)


def _found(place: str, record: object) -> Found | Failure:
    try:
        return Found(place, article_of(record))
    except UnreadableFile as error:
        return Failure(place=place, reason=str(error))


def _unfit(error: Exception) -> str:
    return "it is nested too deeply" if isinstance(error, RecursionError) else f"it is not JSON: {error}"

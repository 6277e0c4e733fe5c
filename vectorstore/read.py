"""Files and folders -> Articles. What cannot be read is reported and never stops the rest.

An article keeps the id that its record gives. Otherwise the id is made of the file's resolved path and, where a file
holds many, of the record's address or title: the same file read again gives the same ids, whatever is added to it.
An article with the same content under another id (the file was moved or copied) is for the library to recognise.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from vectorstore.errors import UnreadableFile
from vectorstore.readers.confined import ConfinedReader
from vectorstore.readers.folder import files_below
from vectorstore.readers.identify import Identifier
from vectorstore.readers.kinds import KINDS, LINES, ONE, PLAIN, READERS, contents, kind_of
from vectorstore.readers.source import Source
from vectorstore.types import Article, Failure

__all__ = ["KINDS", "READERS", "Failure", "count", "read"]

_SMALL = 2_000_000  # bytes of a text that is read at once, and not by the process that has limits
_MOST_COUNTED = 500_000_000  # bytes of files looked through only to know how many articles there will be
_SUPPORTED = f"{' '.join(KINDS)}, and .gz of these"


def read(paths: Iterable[Path]) -> Iterator[Article | Failure]:
    """The articles in files and folders, in order; of a folder all files below it, sorted by path.

    Hidden files are passed over, and so is what links lead to outside the folder. A file given twice is read once.
    """
    for item in read_each(paths):
        if isinstance(item, Failure):
            yield item
        else:
            yield from item[1]


def read_each(paths: Iterable[Path]) -> Iterator[tuple[Path, Iterator[Article | Failure]] | Failure]:
    """The same, file by file: what is in each is to be read before the next one."""
    identifier = Identifier()
    with closing(ConfinedReader()) as confined:
        for source in _sources(paths):
            if isinstance(source, Failure):
                yield source
            else:
                yield source.path, _articles(source, confined, identifier)


def _articles(source: Source, confined: ConfinedReader, identifier: Identifier) -> Iterator[Article | Failure]:
    path = source.path.resolve()
    for found in contents(source) if _is_quick(source) else confined.read(source):
        yield found if isinstance(found, Failure) else identifier.identify(path, found)


def count(paths: Iterable[Path]) -> int | None:
    """About how many articles and failures ``read`` will give; None if finding out takes reading them."""
    total = looked_through = 0
    for source in _sources(paths):
        if isinstance(source, Failure) or source.kind in ONE:
            total += 1
            continue
        looked_through += source.path.stat().st_size
        if source.kind not in LINES or looked_through > _MOST_COUNTED:
            return None
        total += _lines_in(source)
    return total


def _sources(paths: Iterable[Path]) -> Iterator[Source | Failure]:
    """The files to read, each once."""
    seen: set[Path] = set()
    for path in paths:
        for found in _sources_at(path):
            if isinstance(found, Source):
                resolved = found.path.resolve()
                if resolved in seen:
                    continue
                seen.add(resolved)
            yield found


def _sources_at(path: Path) -> Iterator[Source | Failure]:
    try:
        is_folder, is_file, exists = path.is_dir(), path.is_file(), path.exists()
    except OSError as error:
        yield Failure(place=str(path), reason=f"it cannot be opened ({error.strerror})")
        return
    if is_folder:
        yield from files_below(path, KINDS)
    elif not exists:
        yield Failure(place=str(path), reason="there is no such file or folder")
    elif not is_file:
        yield Failure(place=str(path), reason="it is neither a file nor a folder")
    elif Source(path=path).kind not in KINDS:
        yield Failure(place=str(path), reason=f"files of this kind cannot be read, only {_SUPPORTED}")
    else:
        yield Source(path=path)


def _lines_in(source: Source) -> int:
    try:
        with source.open() as stream:
            return sum(block.count(b"\n") for block in iter(lambda: stream.read(1 << 20), b""))
    except (OSError, EOFError, zlib.error):
        return 0


def _is_quick(source: Source) -> bool:
    """Whether a file is a small text, or cannot be opened at all: everything else is read under limits."""
    try:
        return not source.packed and source.path.stat().st_size <= _SMALL and kind_of(source) in PLAIN
    except (UnreadableFile, OSError):
        return True

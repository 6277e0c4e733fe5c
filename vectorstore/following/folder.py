"""One look at a followed folder: files that are new, changed or gone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from vectorstore.errors import BadInput
from vectorstore.following.arrival import Arrival
from vectorstore.following.source import Visit
from vectorstore.read import KINDS, read_each
from vectorstore.readers.folder import files_below
from vectorstore.readers.source import Source
from vectorstore.types import Failure


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """What a folder holds: its files, each with size and time, and the folders in it that cannot be opened."""

    stamps: Mapping[str, str]
    failures: tuple[Failure, ...] = ()


def files_in(folder: Path) -> Files:
    """The files that can be read.

    Raises:
        BadInput: there is no such folder, or it cannot be opened.
    """
    try:
        os.scandir(folder).close()
    except OSError as error:
        raise BadInput(f"the folder cannot be opened ({error.strerror}); its articles stay as they are") from error
    found = list(files_below(folder, KINDS))
    return Files(
        stamps={str(one.path): _stamp(one.path) for one in found if isinstance(one, Source)},
        failures=tuple(one for one in found if isinstance(one, Failure) and one.place != str(folder)),
    )


def arrivals(files: Files, known: Mapping[str, Visit], now: datetime) -> Iterator[Arrival]:
    """What new and changed files hold, and that others are gone. Of a folder that cannot be opened nothing is gone."""
    changed = [place for place, stamp in files.stamps.items() if not _is_known(known.get(place), stamp)]
    for read in read_each(map(Path, changed)):
        if not isinstance(read, Failure):
            place = str(read[0])
            visit = known.get(place) or Visit(place=place, asked=now)
            yield Arrival(visit=replace(visit, asked=now, stamp=files.stamps[place], listed=True), items=read[1])
    closed = [Path(failure.place) for failure in files.failures]
    for place, visit in known.items():
        hidden = any(Path(place).is_relative_to(folder) for folder in closed)
        if visit.listed and place not in files.stamps and not hidden:
            yield Arrival(visit=replace(visit, asked=now, listed=False))


def _is_known(visit: Visit | None, stamp: str) -> bool:
    return visit is not None and visit.listed and visit.stamp == stamp


def _stamp(path: Path) -> str:
    try:
        status = path.stat()
    except OSError:
        return ""
    return f"{status.st_mtime_ns} {status.st_size}"

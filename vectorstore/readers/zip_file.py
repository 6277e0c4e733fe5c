"""Zip files: each member is a file like any other. Nothing is unpacked to disk, so no name in one is ever a path."""

from __future__ import annotations

import stat
import struct
from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import PurePosixPath
from typing import BinaryIO, cast
from zipfile import BadZipFile, ZipFile, ZipInfo

from vectorstore.errors import UnreadableFile
from vectorstore.readers.folder import left_out_reason
from vectorstore.readers.package import ENCRYPTED
from vectorstore.readers.record import one_line
from vectorstore.readers.source import Source
from vectorstore.types import Failure

DEEPEST = 3  # zip files within each other

_APPLE = "__MACOSX"
_ENCRYPTED = "files in it that are encrypted: {}; unpack it with its password, and add what comes out"


@dataclass(slots=True, kw_only=True)
class Allowance:
    """What a zip file and all those in it may still hold."""

    members: int = 100_000
    unpacked: int = 4_000_000_000  # bytes, as they are declared; no member gives more than it declares

    def take(self, infos: list[ZipInfo]) -> None:
        """Take off what these members need. Raises ``UnreadableFile`` if that is more than is left."""
        self.members -= len(infos)
        self.unpacked -= sum(info.file_size for info in infos)
        if self.members < 0:
            raise UnreadableFile("it holds too many files: unpack it, and add the folder")
        if self.unpacked < 0:
            raise UnreadableFile("it unpacks to more than 4 GB: unpack it, and add the folder")


def members(source: Source, kinds: Collection[str], allowance: Allowance) -> Iterator[Source | Failure]:
    """The members of these kinds, in the order of the archive, and then what was left out, said once.

    A member can be opened until the next one is asked for.

    Raises:
        UnreadableFile: it is no zip file, or too large or too deep.
    """
    if len(source.inside) >= DEEPEST:
        raise UnreadableFile(f"it is a zip file within {DEEPEST} others: unpack the outer ones, and add the folder")
    left_out: Counter[str] = Counter()
    none, encrypted = True, 0
    with _opened(source) as archive:
        infos = archive.infolist()
        allowance.take(infos)
        for info in filter(_is_file, infos):
            member = _member(source, archive, info)
            if member.kind not in kinds:
                left_out[member.kind or "no extension"] += 1
            elif stat.S_ISLNK(info.external_attr >> 16):
                left_out["links"] += 1
            elif info.flag_bits & ENCRYPTED:
                encrypted += 1
            else:
                none = False
                yield member
    if encrypted:
        yield Failure(place=source.place, reason=_ENCRYPTED.format(encrypted))
    if left_out or (none and not encrypted):
        yield Failure(place=source.place, reason=left_out_reason(none, left_out, kinds))


def _opened(source: Source) -> ZipFile:
    on_disk = source.member is None and not source.packed
    try:
        return ZipFile(source.path if on_disk else BytesIO(source.content()))
    except (BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise UnreadableFile("it is no whole zip file: get it anew") from error


def _is_file(info: ZipInfo) -> bool:
    parts = PurePosixPath(info.filename).parts
    is_folder = info.filename.endswith("/") or not parts
    return not (is_folder or parts[:1] == (_APPLE,) or any(_is_hidden(part) for part in parts))


def _is_hidden(part: str) -> bool:
    return part.startswith(".") and part.strip(".") != ""


def _member(source: Source, archive: ZipFile, info: ZipInfo) -> Source:
    return Source(
        path=source.path,
        inside=(*source.inside, one_line(info.filename)),
        member=partial(_opened_member, archive, info),
    )


def _opened_member(archive: ZipFile, info: ZipInfo) -> BinaryIO:
    try:
        return cast(BinaryIO, archive.open(info))
    except (ValueError, OverflowError, RuntimeError, struct.error) as error:
        raise BadZipFile("a member's header leads nowhere") from error

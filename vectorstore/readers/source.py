"""What a reader is given, and what it gives back."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import BinaryIO, NamedTuple, cast

from vectorstore.errors import UnreadableFile
from vectorstore.types import Article, Failure

MOST_BYTES = 100_000_000
"""Unpacked bytes of a file that is read as a whole, and of a line of one that is read in lines."""


def too_large(most: int = MOST_BYTES) -> str:
    """What is said of more bytes than that."""
    return f"it holds more than {most // 1_000_000} MB in one piece: cut it into smaller ones"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file of articles, packed with gzip or not, or such a file in an archive.

    ``inside`` names the members that lead to it, the outermost first; ``member`` opens it then. These names come from
    strangers: they are shown and never opened as paths.
    """

    path: Path
    inside: tuple[str, ...] = ()
    member: Callable[[], BinaryIO] | None = None

    @property
    def place(self) -> str:
        """How it is named in messages."""
        return "/".join([str(self.path), *self.inside])

    @property
    def name(self) -> str:
        """Its name without the folders it is in."""
        return PurePosixPath(self.inside[-1]).name if self.inside else self.path.name

    @property
    def packed(self) -> bool:
        """Whether the name says that it is packed with gzip."""
        return PurePosixPath(self.name).suffix.lower() == ".gz"

    @property
    def kind(self) -> str:
        """The extension that tells what the file holds, in lower case: ".json" of "a.JSON.gz"."""
        name = PurePosixPath(self.name)
        return PurePosixPath(name.stem if self.packed else name.name).suffix.lower()

    def open(self) -> BinaryIO:
        """The unpacked bytes, to be closed."""
        if self.packed:
            return cast(BinaryIO, gzip.open(self.member() if self.member else self.path))
        return self.member() if self.member else self.path.open("rb")

    def content(self, most: int = MOST_BYTES) -> bytes:
        """All the unpacked bytes.

        Raises:
            UnreadableFile: there are none, or too many.
        """
        with self.open() as stream:
            data = stream.read(most + 1)
        if len(data) > most:
            raise UnreadableFile(too_large(most))
        if not data.strip():
            raise UnreadableFile("it is empty")
        return data

    def line(self, number: int) -> str:
        """How a line of the file is named in messages, lines from 1."""
        return f"{self.place}, line {number}"


class Found(NamedTuple):
    """An article and where it was found. Its id is empty where the file gives none."""

    place: str
    article: Article
    alone: bool = False  # the file holds this article and no other
    inside: tuple[str, ...] = ()  # where in an archive the file is


Reader = Callable[[Source], Iterator[Found | Failure]]
"""Raises ``UnreadableFile`` with the reason when nothing more of the file can be read."""

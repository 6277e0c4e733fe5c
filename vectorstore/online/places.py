"""Places as people name them, files, folders, addresses and files of addresses -> Articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

from vectorstore.errors import UnreadableFile
from vectorstore.fetch.address import looks_like_address
from vectorstore.fetch.client import Client
from vectorstore.fetch.polite import Polite
from vectorstore.online.open import lines_in
from vectorstore.online.page import Pages
from vectorstore.online.visit import MOST, read_address
from vectorstore.read import read
from vectorstore.types import Article, Failure

LARGEST_LIST = 10_000_000  # bytes of a file that may be a list of addresses


def sort(places: Iterable[str]) -> tuple[list[Path], list[str]]:
    """The files and folders of articles, and the addresses, those that files list among them; each once."""
    paths: dict[Path, None] = {}
    addresses: dict[str, None] = {}
    for place in places:
        if looks_like_address(place):
            addresses[place] = None
        elif listed := _listed(Path(place)):
            addresses |= dict.fromkeys(listed)
        else:
            paths[Path(place)] = None
    return list(paths), list(addresses)


def read_places(places: Iterable[str], polite: Polite | None = None, most: int = MOST) -> Iterator[Article | Failure]:
    """The articles at all places, files first; of a list of pages at most ``most``."""
    paths, addresses = sort(places)
    yield from read(paths)
    if not addresses:
        return
    polite = polite or Polite(fetcher=Client())
    with closing(Pages()) as pages:
        for address in addresses:
            yield from read_address(address, polite, pages, most)


def _listed(path: Path) -> tuple[str, ...]:
    try:
        usable = path.is_file() and path.stat().st_size <= LARGEST_LIST
        return lines_in(path.read_bytes()) if usable else ()
    except (OSError, UnreadableFile):
        return ()

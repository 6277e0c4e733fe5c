"""What the admin does to the library over HTTP: add files, addresses and text, remove articles, follow sources.

What is added is answered with a line of JSON for each article, as soon as it is in for good.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import secrets
import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Header, Request
from fastapi.responses import StreamingResponse
from pydantic import BaseModel, ConfigDict, Field

from bot.build import polite_for, sources_of
from bot.plain import json_values
from bot.settings import Settings
from bot.web.access import MEGABYTE, Access
from bot.web.opening import Opening
from vectorstore.errors import ArticleBotError, BadInput
from vectorstore.fetch.address import looks_like_address
from vectorstore.fetch.polite import Polite
from vectorstore.following.source import FollowedSource
from vectorstore.following.sources import Sources
from vectorstore.ingest import Outcome, Progress
from vectorstore.library import Library
from vectorstore.online.places import read_places
from vectorstore.readers.record import article_of

INCOMING = "incoming"  # in the data folder: files while they are read
LONGEST_NAME = 100  # characters of a file's name
BINARY = "application/octet-stream"  # no form of another site can send it

Steps = Iterable[Progress | FollowedSource]


class _Body(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Address(_Body):
    """A page, a feed, a sitemap or a list; ``follow`` looks at it again later."""

    address: str = Field(max_length=2_000)
    follow: bool = False


class Pasted(_Body):
    """An article as somebody typed or pasted it."""

    text: str = Field(max_length=5_000_000)
    title: str = ""
    source: str = ""
    author: str = ""
    url: str = ""
    published: str = ""


@dataclass(slots=True, kw_only=True)
class Additions:
    """What additions need: the library once it is open, and one polite client for all addresses."""

    opening: Opening
    settings: Settings
    polite: Polite | None = field(default=None)

    @property
    def library(self) -> Library:
        """The library; waits until it is open."""
        return self.opening.opened.result().library

    async def incoming(self) -> Path:
        """Where files are put while they are read; waits until the library is open."""
        return (await asyncio.wrap_future(self.opening.opened)).library.folder / INCOMING

    @property
    def sources(self) -> Sources:
        """What the library follows."""
        self.polite = self.polite or polite_for(self.settings)
        return sources_of(self.library, self.settings, self.polite)

    def file(self, path: Path) -> Iterator[Progress]:
        """Take in a file, and delete it. Failures are told by its name alone."""
        try:
            for step in self.library.ingest(path):
                yield replace(step, place=step.place.removeprefix(f"{path.parent}/"))
        finally:
            shutil.rmtree(path.parent, ignore_errors=True)

    def address(self, wanted: Address) -> Iterator[Progress | FollowedSource]:
        """Take in what is at an address."""
        place = wanted.address.strip()
        if not looks_like_address(place):
            raise BadInput("that is no address: write it as https://example.org/page")
        if wanted.follow:
            yield from self.sources.refresh([self.sources.add(place).place])
            return
        self.polite = self.polite or polite_for(self.settings)
        yield from self.library.ingest(read_places([place], self.polite, self.settings.fetch_most))

    def text(self, pasted: Pasted) -> Iterator[Progress]:
        """Take in what was pasted. The same text again is the same article."""
        article = article_of({**pasted.model_dump(), "published": pasted.published or None})
        digest = hashlib.sha256(f"{article.title}\n{article.text}".encode()).hexdigest()[:12]
        yield from self.library.ingest([replace(article, id=f"pasted~{digest}")])


def addition_routes(additions: Additions, access: Access) -> APIRouter:
    """The addresses under ``/api/library``. Only who may change the library gets anywhere."""
    router = APIRouter(prefix="/api/library", dependencies=[Depends(_changing(access))])

    @router.post("/files")
    async def add_file(request: Request, name: str, content_type: Annotated[str, Header()] = "") -> StreamingResponse:
        """Add the file that is the body."""
        if content_type != BINARY:
            raise BadInput(f"send the file as the body, with the content type {BINARY}")
        path = await received(request, await additions.incoming(), name, access.largest)
        return _lines(additions.file(path))

    @router.post("/addresses")
    def add_address(wanted: Address) -> StreamingResponse:
        """Add what is at an address."""
        return _lines(additions.address(wanted))

    @router.post("/text")
    def add_text(pasted: Pasted) -> StreamingResponse:
        """Add an article that was pasted."""
        return _lines(additions.text(pasted))

    @router.delete("/articles")
    def remove(id: str) -> dict[str, Any]:
        """Take an article out."""
        additions.library.remove(id)
        return {"removed": id}

    @router.post("/sources/refresh")
    def refresh(place: str = "") -> StreamingResponse:
        """Look at a source, or at all."""
        return _lines(additions.sources.refresh([place] if place else []))

    @router.delete("/sources")
    def unfollow(place: str) -> dict[str, Any]:
        """Follow a source no more; its articles stay."""
        additions.sources.remove(place)
        return {"removed": place}

    return router


async def received(request: Request, folder: Path, name: str, largest: int) -> Path:
    """The body of a request as a file, in a folder named after its content. Raises ``BadInput`` if it is too large."""
    folder.mkdir(exist_ok=True)
    part = folder / f"{secrets.token_hex(8)}.part"
    try:
        path = folder / await _written(request, part, largest) / safe_name(name)
        path.parent.mkdir(exist_ok=True)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


async def _written(request: Request, part: Path, largest: int) -> str:
    """Write the body, and give its digest."""
    digest, size = hashlib.sha256(), 0
    with part.open("wb") as stream:
        async for block in request.stream():
            size += len(block)
            if size > largest:
                raise BadInput(f"the file has more than {largest // MEGABYTE:,} MB: add it with python -m bot ingest")
            digest.update(block)
            stream.write(block)
    return digest.hexdigest()[:16]


def safe_name(name: str) -> str:
    """What a file may be called here: its last part, without anything that is not printed, its ending kept."""
    last = "".join(char for char in name.replace("\\", "/").rpartition("/")[2] if char.isprintable()).lstrip(".")
    stem, dot, ending = last.rpartition(".") if "." in last else (last, "", "")
    shown = stem.encode("utf-8", "ignore")[:LONGEST_NAME].decode(errors="ignore")
    return f"{shown or 'article'}{dot}{ending[:10]}"


def _changing(access: Access) -> Callable[[Request], None]:
    def check(request: Request) -> None:
        access.check_change(request)

    return check


def _lines(steps: Steps) -> StreamingResponse:
    return StreamingResponse(_told(steps), media_type="application/x-ndjson")


def _told(steps: Steps) -> Iterator[str]:
    try:
        for step in steps:
            if isinstance(step, Progress):
                yield json.dumps(json_values(step)) + "\n"
    except ArticleBotError as error:
        yield json.dumps(json_values(Progress(place="", outcome=Outcome.FAILED, reason=str(error)))) + "\n"

"""What a followed source is, and what is remembered of the pages and files that it lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from vectorstore.fetch.client import NO_VALIDATORS, Validators
from vectorstore.online.listing import Kind


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowedSource:
    """A source and how it fares. Instants are UTC."""

    number: int
    place: str  # an address, or the path of a folder
    kind: Kind
    title: str = ""  # as it names itself; empty if it does not
    added: datetime
    due: datetime  # when it is looked at next, if somebody keeps looking
    articles: int = 0  # that came from it and are in the library
    gone: int = 0  # of these, no longer where they came from
    succeeded: datetime | None = None  # the last time that all went well
    failed: datetime | None = None  # the last time that something did not
    error: str = ""  # what that was
    failures: int = 0  # in a row: 0 if the last time went well
    validators: Validators = NO_VALIDATORS


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """A page or a file of a source, as it was when last asked for."""

    place: str
    asked: datetime
    stamp: str = ""  # what the list said of it, or size and time of a file
    validators: Validators = NO_VALIDATORS
    digest: str = ""  # of the content
    listed: bool = True
    articles: frozenset[str] = frozenset()  # ids of what came of it
    abridged: frozenset[str] = frozenset()  # those among them that are only what the list says of them
    removed: frozenset[str] = frozenset()  # those among them that somebody took out of the library

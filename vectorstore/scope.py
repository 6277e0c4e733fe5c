"""What a query allows, resolved, and as SQL."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import UTC, datetime

from vectorstore.rows import seconds
from vectorstore.types import Query

EVERYTHING = Query(text="", as_of=datetime.max.replace(tzinfo=UTC))
"""Allows every article."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Scope:
    """The articles that a query allows. Seconds since 1970, inclusive; nothing given is no limit."""

    since: int | None = None
    until: int | None = None
    undated: bool = True  # what has no date, too
    outlets: tuple[str, ...] = ()  # without case
    articles: tuple[str, ...] = ()


def scope_of(query: Query, latest: int | None) -> Scope:
    """What a query allows, where the latest article was published ``latest`` seconds after 1970."""
    outlets = tuple(source.casefold() for source in query.sources)
    as_of = math.floor(query.as_of.timestamp())
    if query.since is None and query.until is None:
        limit = None if latest is None or latest <= as_of else as_of
        return Scope(until=limit, outlets=outlets, articles=query.articles)
    until = seconds(query.until)
    return Scope(
        since=None if query.since is None else -math.floor(-query.since.timestamp()),
        until=as_of if until is None else min(as_of, until),
        undated=False,
        outlets=outlets,
        articles=query.articles,
    )


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on ``articles``. False when it is always met."""

    sql: str = "TRUE"
    values: tuple[object, ...] = ()

    def __bool__(self) -> bool:
        return self.sql != "TRUE"


def condition(scope: Scope) -> Condition:
    """A scope as SQL."""
    parts: list[tuple[str, object]] = []
    if scope.until is not None:
        parts.append((f"articles.published <= ?{' OR articles.published IS NULL' * scope.undated}", scope.until))
    if scope.since is not None:
        parts.append(("articles.published >= ?", scope.since))
    if scope.outlets:
        parts.append(("articles.outlet IN (SELECT value FROM json_each(?))", json.dumps(scope.outlets)))
    if scope.articles:
        parts.append(("articles.id IN (SELECT value FROM json_each(?))", json.dumps(scope.articles)))
    if not parts:
        return Condition()
    return Condition(" AND ".join(f"({sql})" for sql, _ in parts), tuple(value for _, value in parts))

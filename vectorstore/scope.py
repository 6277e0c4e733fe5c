"""What a query allows, as SQL."""

from __future__ import annotations

import json
import math
from dataclasses import dataclass
from datetime import UTC, datetime

from vectorstore.rows import seconds
from vectorstore.types import Query

EVERYTHING = Query(text="", as_of=datetime.max.replace(tzinfo=UTC))
"""Allows every article."""


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition on ``articles``. False when it is always met."""

    sql: str = "TRUE"
    values: tuple[object, ...] = ()

    def __bool__(self) -> bool:
        return self.sql != "TRUE"


def allowed(query: Query, latest: int | None) -> Condition:
    """The articles a query allows, where the latest was published ``latest`` seconds after 1970."""
    parts = [*_dates(query, latest)]
    if query.sources:
        outlets = json.dumps([source.casefold() for source in query.sources])
        parts.append(("articles.outlet IN (SELECT value FROM json_each(?))", outlets))
    if query.articles:
        ids = json.dumps(query.articles)
        parts.append(("articles.id IN (SELECT value FROM json_each(?))", ids))
    if not parts:
        return Condition()
    return Condition(" AND ".join(f"({sql})" for sql, _ in parts), tuple(value for _, value in parts))


def _dates(query: Query, latest: int | None) -> list[tuple[str, object]]:
    as_of = math.floor(query.as_of.timestamp())
    if query.since is None and query.until is None:
        if latest is None or latest <= as_of:
            return []
        return [("articles.published <= ? OR articles.published IS NULL", as_of)]
    until = seconds(query.until)
    parts: list[tuple[str, object]] = [("articles.published <= ?", as_of if until is None else min(as_of, until))]
    if query.since is not None:
        parts.append(("articles.published >= ?", -math.floor(-query.since.timestamp())))
    return parts

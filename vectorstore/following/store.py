"""Followed sources in ``library.db``. What writes works inside the transaction that it is given."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime, timedelta
from sqlite3 import Connection
from typing import Any

from vectorstore.fetch.client import Validators
from vectorstore.following.source import FollowedSource, Visit
from vectorstore.online.listing import Kind
from vectorstore.rows import EPOCH, instant, seconds

_SOURCES = """
    SELECT number, place, kind, title, added, due, succeeded, failed, error, failures, etag, modified,
        (SELECT count(DISTINCT id) FROM brought JOIN articles ON id = article WHERE brought.source = sources.number),
        (SELECT count(DISTINCT id) FROM brought JOIN articles ON id = article
            WHERE brought.source = sources.number AND gone IS NOT NULL)
    FROM sources
"""
_VISITS = """
    SELECT visits.place, asked, stamp, etag, modified, visits.digest, listed,
        json_group_array(article) FILTER (WHERE article IS NOT NULL),
        json_group_array(article) FILTER (WHERE article IS NOT NULL AND articles.id IS NULL),
        json_group_array(article) FILTER (WHERE articles.abridged)
    FROM visits
        LEFT JOIN brought ON brought.source = visits.source AND brought.place = visits.place
        LEFT JOIN articles ON articles.id = article
    WHERE visits.source = ? GROUP BY visits.place
"""


def sources(connection: Connection) -> list[FollowedSource]:
    """All that are followed, in the order in which they were added."""
    return [_source(row) for row in connection.execute(f"{_SOURCES} ORDER BY number")]


def source_at(connection: Connection, place: str) -> FollowedSource | None:
    """The source at a place, if one is followed there."""
    row = connection.execute(f"{_SOURCES} WHERE place = ?", (place,)).fetchone()
    return _source(row) if row else None


def add(connection: Connection, place: str, kind: Kind, title: str, now: datetime) -> None:
    """Follow a source, due at once."""
    sql = "INSERT INTO sources (place, kind, title, added, due) VALUES (?, ?, ?, ?, ?)"
    connection.execute(sql, (place, kind.value, title, seconds(now), seconds(now)))


def remove(connection: Connection, place: str) -> bool:
    """Follow a source no more. False if none is followed there."""
    return connection.execute("DELETE FROM sources WHERE place = ?", (place,)).rowcount > 0


def note_success(connection: Connection, source: FollowedSource, now: datetime, due: datetime) -> None:
    """A look at a source went well; its title and validators may be new."""
    connection.execute(
        "UPDATE sources SET succeeded = ?, failures = 0, due = ?, title = ?, etag = ?, modified = ? WHERE number = ?",
        (
            seconds(now),
            seconds(due),
            source.title,
            source.validators.etag,
            source.validators.modified,
            source.number,
        ),
    )


def note_error(connection: Connection, number: int, error: str, now: datetime) -> None:
    """Something of a source went wrong."""
    connection.execute("UPDATE sources SET failed = ?, error = ? WHERE number = ?", (seconds(now), error, number))


def note_failure(connection: Connection, number: int, due: datetime) -> None:
    """A look at a source brought nothing; it is tried again later."""
    sql = "UPDATE sources SET failures = failures + 1, due = ? WHERE number = ?"
    connection.execute(sql, (seconds(due), number))


def visits(connection: Connection, number: int) -> dict[str, Visit]:
    """What is remembered of a source's pages or files, by place."""
    return {row[0]: _visit(row) for row in connection.execute(_VISITS, (number,))}


def remember(connection: Connection, number: int, visit: Visit) -> None:
    """Keep a visit in place of an earlier one to the same place."""
    connection.execute(
        """
        INSERT INTO visits VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET
            stamp = excluded.stamp, etag = excluded.etag, modified = excluded.modified, digest = excluded.digest,
            asked = excluded.asked, listed = excluded.listed
        """,
        (
            number,
            visit.place,
            visit.stamp,
            visit.validators.etag,
            visit.validators.modified,
            visit.digest,
            seconds(visit.asked),
            visit.listed,
        ),
    )
    connection.executemany(
        "INSERT OR IGNORE INTO brought VALUES (?, ?, ?)", [(number, visit.place, id) for id in visit.articles]
    )


def mark_gone(
    connection: Connection, ids: Collection[str], number: int, place: str, now: datetime
) -> list[tuple[str, str]]:
    """Mark articles as gone from a place of a source, unless another place still has them.

    Ids and titles of those that were not marked before.
    """
    sql = """
        UPDATE articles SET gone = ?
        WHERE gone IS NULL AND id IN (SELECT value FROM json_each(?)) AND NOT EXISTS (
            SELECT 1 FROM brought JOIN visits ON visits.source = brought.source AND visits.place = brought.place
            WHERE article = articles.id AND listed AND NOT (brought.source = ? AND brought.place = ?)
        )
        RETURNING id, title
    """
    return connection.execute(sql, (seconds(now), json.dumps(sorted(ids)), number, place)).fetchall()


def mark_there(connection: Connection, ids: Collection[str]) -> None:
    """Take the mark off."""
    sql = "UPDATE articles SET gone = NULL WHERE gone IS NOT NULL AND id IN (SELECT value FROM json_each(?))"
    connection.execute(sql, (json.dumps(sorted(ids)),))


def gone(connection: Connection, ids: Sequence[str] | None) -> Mapping[str, datetime]:
    """When articles were found to be gone, by id; all of them unless ids are given."""
    sql = "SELECT id, gone FROM articles WHERE gone IS NOT NULL"
    sql += "" if ids is None else " AND id IN (SELECT value FROM json_each(?))"
    found = connection.execute(sql, () if ids is None else (json.dumps(ids),))
    return {id: at(when) for id, when in found}


def at(seconds: int) -> datetime:
    """The UTC instant that many seconds after 1970."""
    return EPOCH + timedelta(seconds=seconds)


def _source(row: Sequence[Any]) -> FollowedSource:
    return FollowedSource(
        number=row[0],
        place=row[1],
        kind=Kind(row[2]),
        title=row[3],
        added=at(row[4]),
        due=at(row[5]),
        succeeded=instant(row[6]),
        failed=instant(row[7]),
        error=row[8],
        failures=row[9],
        validators=Validators(etag=row[10], modified=row[11]),
        articles=row[12],
        gone=row[13],
    )


def _visit(row: Sequence[Any]) -> Visit:
    return Visit(
        place=row[0],
        asked=at(row[1]),
        stamp=row[2],
        validators=Validators(etag=row[3], modified=row[4]),
        digest=row[5],
        listed=bool(row[6]),
        articles=frozenset(json.loads(row[7])),
        removed=frozenset(json.loads(row[8])),
        abridged=frozenset(json.loads(row[9])),
    )

"""What the library holds, read from SQLite: articles and their chunks."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from vectorstore import copies, rows, stories
from vectorstore.coverage import Coverage, counted
from vectorstore.database import Database
from vectorstore.errors import NoSuchArticle
from vectorstore.schema import ORDINAL_BITS
from vectorstore.scope import EVERYTHING, Condition, Scope, condition, scope_of
from vectorstore.types import Article, Chunk, Headline, Hit, Query, Story

__all__ = ["Catalog", "Coverage"]


class Catalog:
    """The articles and chunks of a library. Reads from any thread; ``changes`` has what writes."""

    def __init__(self, path: Path) -> None:
        """Open the file at ``path``, or create it. Raises what ``Database`` raises."""
        self.database = Database(path)
        self._coverage = (-1, Coverage())

    def close(self) -> None:
        """Close the file."""
        self.database.close()

    def writing(self) -> AbstractContextManager[Connection]:
        """One transaction, kept when the block ends and undone when it raises."""
        return self.database.writing()

    def meta(self, key: str) -> str:
        """What is noted under a key; empty if nothing is."""
        with self.database.reading() as connection:
            row = connection.execute("SELECT value FROM meta WHERE key = ?", (key,)).fetchone()
        return row[0] if row else ""

    def coverage(self) -> Coverage:
        """What there is. Remembered until something is written."""
        generation = self.database.generation
        if self._coverage[0] != generation:
            with self.database.reading() as connection:
                self._coverage = (generation, counted(connection))
        return self._coverage[1]

    def headlines(self, query: Query = EVERYTHING, *, limit: int | None = None, offset: int = 0) -> list[Headline]:
        """The articles a query allows, newest first; those without a date last; ties, latest added first."""
        condition = self._allowed(query)
        sql = f"""
            SELECT {rows.HEADLINE} FROM articles WHERE {condition.sql}
            ORDER BY published DESC, number DESC LIMIT ? OFFSET ?
        """
        with self.database.reading() as connection:
            found = connection.execute(sql, (*condition.values, -1 if limit is None else limit, offset))
            return [rows.headline(row) for row in found]

    def article(self, id: str, version: int | None = None) -> Article:
        """The present text of an article, or an earlier one, given by its id or that of a copy.

        Raises:
            NoSuchArticle: there is none of that id, or no such version of it.
        """
        sql = f"""
            SELECT {rows.VERSION}, text.text FROM articles JOIN versions AS text ON text.article = articles.number
            WHERE articles.id = ? AND text.version = ifnull(?, articles.version)
        """
        with self.database.reading() as connection:
            row = connection.execute(sql, (copies.original(connection, id), version)).fetchone()
        if row is None:
            raise _missing(f"article {id!r}" if version is None else f"version {version} of article {id!r}")
        return rows.article(row)

    def versions(self, id: str) -> list[Headline]:
        """What an article was called in each of its versions, the first one first. Raises ``NoSuchArticle``."""
        sql = f"""
            SELECT {rows.VERSION} FROM articles JOIN versions AS text ON text.article = articles.number
            WHERE articles.id = ? ORDER BY text.version
        """
        with self.database.reading() as connection:
            found = connection.execute(sql, (copies.original(connection, id),)).fetchall()
        if not found:
            raise _missing(f"article {id!r}")
        return [rows.headline(row) for row in found]

    def addresses(self, id: str) -> list[Headline]:
        """Where else an article stands in the same words, and what it is called there, by id."""
        with self.database.reading() as connection:
            return copies.others(connection, copies.original(connection, id))

    def hits(self, ids: Sequence[str], query: Query = EVERYTHING) -> dict[str, Hit]:
        """The chunks of these ids that a query allows, by id, scored 0. Unknown ids are left out."""
        condition = self._allowed(query)
        sql = f"""
            SELECT {rows.HIT} FROM json_each(?) AS wanted
            CROSS JOIN chunks ON chunks.id = wanted.value {rows.WITH_ARTICLE}
            WHERE {condition.sql}
        """
        with self.database.reading() as connection:
            found = [rows.hit(row) for row in connection.execute(sql, (json.dumps(ids), *condition.values))]
        return {hit.chunk.id: hit for hit in found}

    def allows(self, ids: Sequence[str], query: Query) -> set[str]:
        """Which of these chunks a query allows. Unknown ids are left out."""
        condition = self._allowed(query)
        sql = f"""
            SELECT chunks.id FROM json_each(?) AS wanted
            CROSS JOIN chunks ON chunks.id = wanted.value {rows.WITH_ARTICLE}
            WHERE {condition.sql}
        """
        with self.database.reading() as connection:
            return {id for (id,) in connection.execute(sql, (json.dumps(ids), *condition.values))}

    def chunks_of(self, id: str) -> list[Hit]:
        """All chunks of an article in order, scored 0; none if there is no such article."""
        sql = f"""
            SELECT {rows.HIT} FROM articles CROSS JOIN chunks ON {rows.OF_ARTICLE}
            WHERE articles.id = ? ORDER BY chunks.number
        """
        with self.database.reading() as connection:
            return [rows.hit(row) for row in connection.execute(sql, (id,))]

    def neighbours(self, chunk: Chunk, reach: int = 1) -> list[Chunk]:
        """The chunks up to ``reach`` places before and after a chunk, in order, without itself."""
        sql = f"""
            SELECT {rows.HIT}
            FROM chunks AS this CROSS JOIN chunks ON chunks.number BETWEEN this.number - ? AND this.number + ?
                AND chunks.number != this.number
                AND chunks.number >> {ORDINAL_BITS} = this.number >> {ORDINAL_BITS}
            {rows.WITH_ARTICLE} WHERE this.id = ? ORDER BY chunks.number
        """
        with self.database.reading() as connection:
            return [rows.hit(row).chunk for row in connection.execute(sql, (reach, reach, chunk.id))]

    def stories(self, ids: Sequence[str], as_of: datetime) -> dict[str, Story]:
        """The stories of these articles as told by then, by id; an article that stood alone has none."""
        with self.database.reading() as connection:
            return stories.told(connection, ids, as_of)

    def scope(self, query: Query) -> Scope:
        """What a query allows."""
        if query is EVERYTHING:
            return Scope()
        if query.articles:
            with self.database.reading() as connection:
                originals = tuple(copies.original(connection, id) for id in query.articles)
            query = replace(query, articles=originals)
        return scope_of(query, rows.seconds(self.coverage().latest))

    def count_chunks(self, query: Query) -> int:
        """How many chunks a query allows."""
        condition = self._allowed(query)
        if not condition:
            return self.coverage().chunks
        sql = f"SELECT ifnull(sum(chunks), 0) FROM articles WHERE {condition.sql}"
        with self.database.reading() as connection:
            return int(connection.execute(sql, condition.values).fetchone()[0])

    def chunk_ids(self, query: Query = EVERYTHING, limit: int | None = None) -> list[str]:
        """Ids of the embedded chunks that a query allows, at most ``limit``."""
        condition = self._allowed(query)
        sql = f"""
            SELECT chunks.id FROM articles CROSS JOIN chunks ON {rows.OF_ARTICLE}
            WHERE chunks.embedded AND {condition.sql} LIMIT ?
        """
        with self.database.reading() as connection:
            found = connection.execute(sql, (*condition.values, -1 if limit is None else limit))
            return [id for (id,) in found]

    def pending(self, limit: int = -1) -> list[Hit]:
        """Chunks that are not embedded yet, scored 0, first added first."""
        sql = f"""
            SELECT {rows.HIT} FROM chunks {rows.WITH_ARTICLE}
            WHERE chunks.embedded = 0 ORDER BY chunks.number LIMIT ?
        """
        with self.database.reading() as connection:
            return [rows.hit(row) for row in connection.execute(sql, (limit,))]

    def doomed(self, limit: int = -1) -> list[str]:
        """Ids of chunks that are gone, but whose vectors may still be there."""
        with self.database.reading() as connection:
            return [id for (id,) in connection.execute("SELECT id FROM doomed LIMIT ?", (limit,))]

    def _allowed(self, query: Query) -> Condition:
        return condition(self.scope(query))


def _missing(which: str) -> NoSuchArticle:
    return NoSuchArticle(f"there is no {which}: python -m bot articles list shows those there are")

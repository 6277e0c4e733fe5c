"""What the library holds, read from SQLite: articles and their chunks."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from sqlite3 import Connection

from vectorstore import rows, stories
from vectorstore.database import Database
from vectorstore.errors import NoSuchArticle
from vectorstore.schema import ORDINAL_BITS
from vectorstore.scope import EVERYTHING, Condition, Scope, condition, scope_of
from vectorstore.types import Article, Chunk, Headline, Hit, Query, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What there is: how many articles and chunks, of which outlets, from when to when."""

    articles: int = 0
    chunks: int = 0
    sources: Mapping[str, int] = field(default_factory=dict)  # articles of each outlet, most first
    earliest: datetime | None = None
    latest: datetime | None = None


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
            self._coverage = (generation, self._count())
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
        """The present text of an article, or an earlier one.

        Raises:
            NoSuchArticle: there is none of that id, or no such version of it.
        """
        sql = """
            SELECT articles.id, text.title, text.url, text.source, text.author, text.published, text.version,
                ifnull(articles.story, 0), text.text
            FROM articles JOIN versions AS text ON text.article = articles.number
            WHERE articles.id = ? AND text.version = ifnull(?, articles.version)
        """
        with self.database.reading() as connection:
            row = connection.execute(sql, (id, version)).fetchone()
        if row is None:
            which = f"article {id!r}" if version is None else f"version {version} of article {id!r}"
            raise NoSuchArticle(f"there is no {which}: python -m bot articles list shows those there are")
        return rows.article(row)

    def versions(self, id: str) -> list[Headline]:
        """What an article was called in each of its versions, the first one first.

        Raises:
            NoSuchArticle: there is none of that id.
        """
        sql = """
            SELECT articles.id, text.title, text.url, text.source, text.author, text.published, text.version,
                ifnull(articles.story, 0)
            FROM articles JOIN versions AS text ON text.article = articles.number
            WHERE articles.id = ? ORDER BY text.version
        """
        with self.database.reading() as connection:
            found = [rows.headline(row) for row in connection.execute(sql, (id,))]
        if not found:
            raise NoSuchArticle(f"there is no article {id!r}: python -m bot articles list shows those there are")
        return found

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

    def articles_after(self, number: int, limit: int) -> list[tuple[int, Article]]:
        """The next articles in the order in which they were added, each with its number here."""
        sql = f"""
            SELECT {rows.HEADLINE}, versions.text, articles.number
            FROM articles JOIN versions
                ON versions.article = articles.number AND versions.version = articles.version
            WHERE articles.number > ? ORDER BY articles.number LIMIT ?
        """
        with self.database.reading() as connection:
            return [(row[-1], rows.article(row)) for row in connection.execute(sql, (number, limit))]

    def last_staged(self) -> int:
        """The number of the last article that a rebuild under way has dealt with; 0 if none."""
        sql = f"SELECT ifnull(max(number) >> {ORDINAL_BITS}, 0) FROM staged"
        with self.database.reading() as connection:
            return int(connection.execute(sql).fetchone()[0])

    def _allowed(self, query: Query) -> Condition:
        return condition(self.scope(query))

    def _count(self) -> Coverage:
        with self.database.reading() as connection:
            articles, chunks, earliest, latest = connection.execute(
                "SELECT count(*), ifnull(sum(chunks), 0), min(published), max(published) FROM articles"
            ).fetchone()
            sources = connection.execute(
                "SELECT (SELECT source FROM articles WHERE outlet = counted.outlet ORDER BY published DESC LIMIT 1), "
                "counted.articles FROM (SELECT outlet, count(*) AS articles FROM articles WHERE outlet != '' "
                "GROUP BY outlet) AS counted ORDER BY counted.articles DESC, counted.outlet"
            ).fetchall()
        return Coverage(
            articles=articles,
            chunks=chunks,
            sources=dict(sources),
            earliest=rows.instant(earliest),
            latest=rows.instant(latest),
        )

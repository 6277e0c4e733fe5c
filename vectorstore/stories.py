"""Which articles tell one story in nearly the same words: copies of agency reports, updates, republished articles.

A story is what hangs together by pairs of such articles. Its number is that of the first added of its articles;
one that stands alone has none. Each function works inside the transaction it is given.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from sqlite3 import Connection

from vectorstore import rows
from vectorstore.shingles import band_keys, same_story, shingles
from vectorstore.types import Headline, Story

MOST_COMPARED = 50  # articles that are read to place one


def join(connection: Connection, number: int) -> None:
    """Make an article one story with those that tell the same. It must be in none yet."""
    own = shingles(_text(connection, number))
    keys = band_keys(own)
    found: set[int] = set()
    compared = 0
    for other, story in _candidates(connection, keys):
        if story in found:
            continue
        if compared == MOST_COMPARED:
            break
        compared += 1
        if same_story(own, shingles(_text(connection, other))):
            found.add(story)
    connection.executemany("INSERT INTO bands (key, article) VALUES (?, ?)", [(key, number) for key in set(keys)])
    if found:
        _unite(connection, {number, *found})


def leave(connection: Connection, number: int) -> None:
    """Take an article out of its story. Those that are left remain one, even if only this one held them together."""
    connection.execute("DELETE FROM bands WHERE article = ?", (number,))
    (story,) = connection.execute("SELECT story FROM articles WHERE number = ?", (number,)).fetchone()
    if story is None:
        return
    connection.execute("UPDATE articles SET story = NULL WHERE number = ?", (number,))
    first, left = connection.execute("SELECT min(number), count(*) FROM articles WHERE story = ?", (story,)).fetchone()
    connection.execute("UPDATE articles SET story = ? WHERE story = ?", (first if left > 1 else None, story))


def told(connection: Connection, ids: Sequence[str], as_of: datetime) -> dict[str, Story]:
    """The stories of these articles, by id, as far as published by then or not dated; none of one that stands alone."""
    sql = f"""
        SELECT {rows.HEADLINE}, wanted.value, count(*), min(articles.published) AS earliest
        FROM json_each(?) AS wanted
        CROSS JOIN articles AS cited ON cited.id = wanted.value
        CROSS JOIN articles ON articles.story = cited.story
        WHERE articles.published <= ? OR articles.published IS NULL
        GROUP BY wanted.key, articles.outlet
        ORDER BY wanted.key, earliest IS NULL, earliest, articles.number
    """  # the headline is that of the row with the minimum: https://sqlite.org/lang_select.html#bareagg
    outlets = connection.execute(sql, (json.dumps(ids), rows.seconds(as_of)))
    stories = {id: _story(list(group)) for id, group in groupby(outlets, key=lambda row: str(row[-3]))}
    return {id: story for id, story in stories.items() if story.articles > 1}


def others(connection: Connection, id: str) -> list[Headline]:
    """The other articles of an article's story, the first published first, those without a date last."""
    sql = f"""
        SELECT {rows.HEADLINE} FROM articles
        WHERE story = (SELECT story FROM articles WHERE id = :id) AND id != :id
        ORDER BY published IS NULL, published, number
    """
    return [rows.headline(row) for row in connection.execute(sql, {"id": id})]


def _story(outlets: Sequence[rows.Row]) -> Story:
    """From a row for each outlet, the first to tell it first."""
    headlines = [rows.headline(row) for row in outlets]
    return Story(
        articles=sum(row[-2] for row in outlets),
        outlets=tuple(headline.source for headline in headlines if headline.source),
        earliest=headlines[0] if headlines[0].published else None,
    )


def _candidates(connection: Connection, keys: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Articles that share a key, each with its story's number or its own; those that share most come first."""
    sql = """
        SELECT articles.number, ifnull(articles.story, articles.number)
        FROM json_each(?) AS wanted
        CROSS JOIN bands ON bands.key = wanted.value
        CROSS JOIN articles ON articles.number = bands.article
        GROUP BY articles.number ORDER BY count(*) DESC, articles.number
    """
    yield from connection.execute(sql, (json.dumps(keys),)).fetchall()


def _text(connection: Connection, number: int) -> str:
    sql = """
        SELECT text FROM versions WHERE article = :number
            AND version = (SELECT version FROM articles WHERE number = :number)
    """
    (text,) = connection.execute(sql, {"number": number}).fetchone()
    return str(text)


def _unite(connection: Connection, stories: set[int]) -> None:
    """Make stories one, given by number; an article that stands alone is given by its own."""
    listed = "(SELECT value FROM json_each(:stories))"
    connection.execute(
        f"UPDATE articles SET story = :first WHERE number IN {listed} OR story IN {listed}",
        {"first": min(stories), "stories": json.dumps(sorted(stories))},
    )

from __future__ import annotations

import sqlite3
from pathlib import Path

from tests.vectorstore.test_stories import AGENCY, COPY, LONGER, OTHER, groups, stored, take_in
from vectorstore.catalog import Catalog
from vectorstore.schema import SCHEMA

VERSION_1 = (
    "DROP TABLE brought",
    "DROP TABLE visits",
    "DROP TABLE sources",
    "ALTER TABLE articles DROP COLUMN gone",
    "CREATE VIEW passages AS SELECT number, id AS title, text FROM chunks",
    "CREATE VIRTUAL TABLE words USING fts5 (title, text, content = 'passages', content_rowid = 'number')",
    "CREATE VIRTUAL TABLE vocabulary USING fts5vocab (words, row)",
    "DROP TABLE bands",
    "DROP INDEX articles_by_story",
    "ALTER TABLE articles DROP COLUMN story",
    "PRAGMA user_version = 1",
)


def test_a_library_of_version_1_is_opened_with_the_stories_it_would_have_had(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    catalog = Catalog(path)
    take_in(catalog, [AGENCY, OTHER, COPY, LONGER])
    before = stored(catalog)
    catalog.close()
    with sqlite3.connect(path) as connection:
        for statement in VERSION_1:
            connection.execute(statement)
    connection.close()

    catalog = Catalog(path)

    assert groups(catalog) == [["agency", "copy", "longer"]]
    assert stored(catalog) == before
    assert catalog.database.problems() == []
    with catalog.database.reading() as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert connection.execute("SELECT name FROM sqlite_schema WHERE name LIKE 'words%'").fetchall() == []
    catalog.close()


def test_opening_a_library_that_is_up_to_date_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Catalog(path).close()
    before = path.read_bytes()

    Catalog(path).close()

    assert path.read_bytes() == before

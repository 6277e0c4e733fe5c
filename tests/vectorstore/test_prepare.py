from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.fakes import FakeEmbedder
from vectorstore.catalog import Catalog
from vectorstore.database import Database
from vectorstore.errors import LibraryUnwritable
from vectorstore.folder import KEPT
from vectorstore.ingest import Outcome
from vectorstore.library import Library
from vectorstore.rebuild import rebuild
from vectorstore.schema import SCHEMA

SCHEMAS = sorted((Path(__file__).parent / "schemas").glob("*.sql"), key=lambda path: int(path.stem))
"""A library of each earlier schema, as the program of that time wrote it. A new schema adds the one before it."""

of_every_schema = pytest.mark.parametrize("script", SCHEMAS, ids=lambda path: f"schema {path.stem}")


def written(folder: Path, script: Path) -> Path:
    """The file of a library of an earlier schema."""
    connection = sqlite3.connect(folder / "library.db")
    connection.executescript(script.read_text())
    connection.close()
    return folder / "library.db"


def test_there_is_a_library_of_every_earlier_schema() -> None:
    assert [int(path.stem) for path in SCHEMAS] == list(range(1, SCHEMA))


@of_every_schema
def test_an_old_library_has_all_that_it_had_and_what_is_new(tmp_path: Path, script: Path) -> None:
    catalog = Catalog(written(tmp_path, script))

    assert [(headline.id, headline.story) for headline in catalog.headlines()] == [
        ("copy", 1),
        ("agency", 1),
        ("other", 0),
    ]
    assert [catalog.article("agency", version).text[:14] for version in (1, 2)] == ["The ferry sank", "The ferry left"]
    assert len(catalog.chunk_ids()) == 3
    assert catalog.meta("fingerprint") == "fake/64 sentences-1/900"
    assert catalog.database.problems() == []
    with catalog.database.reading() as connection:
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA,)
        assert connection.execute("SELECT name FROM sqlite_schema WHERE name LIKE 'words%'").fetchall() == []
    catalog.close()


@of_every_schema
def test_its_tables_are_those_of_a_new_library(tmp_path: Path, script: Path) -> None:
    def tables(database: Database) -> dict[str, set[tuple[object, ...]]]:
        with database.reading() as connection:
            names = connection.execute("SELECT name FROM sqlite_schema ORDER BY name").fetchall()
            return {name: set(connection.execute(f"PRAGMA table_info({name})")) for (name,) in names}

    old, new = Database(written(tmp_path, script)), Database(tmp_path / "new.db")

    assert tables(old) == tables(new)
    old.close()
    new.close()


@of_every_schema
def test_copies_of_its_articles_are_known_and_the_same_again_is_unchanged(tmp_path: Path, script: Path) -> None:
    written(tmp_path, script)
    with Library.open(tmp_path, FakeEmbedder(), check=False) as library:
        list(rebuild(library))
        other = library.article("other")
        again = [step.outcome for step in library.ingest([other, type(other)(id="again", text=other.text)])]

    assert again == [Outcome.UNCHANGED, Outcome.COPY]


@of_every_schema
def test_the_file_is_kept_as_it_was_until_the_next_rebuild(tmp_path: Path, script: Path) -> None:
    path = written(tmp_path, script)
    before = dump(path)

    with Library.open(tmp_path, FakeEmbedder(), check=False) as library:
        kept = tmp_path / KEPT.format(script.stem)
        assert dump(kept) == before
        list(rebuild(library))

    assert list(tmp_path.glob("library-schema-*")) == []


def dump(path: Path) -> list[str]:
    connection = sqlite3.connect(path)
    lines = list(connection.iterdump())
    connection.close()
    return lines


def test_an_old_library_that_cannot_be_kept_is_left_as_it_is(tmp_path: Path) -> None:
    path = written(tmp_path, SCHEMAS[-1])
    before = dump(path)
    (tmp_path / f"{KEPT.format(SCHEMAS[-1].stem)}.part").mkdir()

    with pytest.raises(LibraryUnwritable, match="cannot be written"):
        Catalog(path)

    assert dump(path) == before


def test_opening_a_library_that_is_up_to_date_writes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    Catalog(path).close()
    before = path.read_bytes()

    Catalog(path).close()

    assert path.read_bytes() == before
    assert list(tmp_path.glob("library-schema-*")) == []

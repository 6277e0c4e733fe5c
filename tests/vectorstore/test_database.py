from __future__ import annotations

import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from vectorstore.database import Database
from vectorstore.errors import LibraryDamaged, LibraryError, LibraryUnwritable
from vectorstore.schema import SCHEMA

ADD = "INSERT INTO doomed VALUES ('x')"
COUNT = "SELECT count(*) FROM doomed"


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "library.db")
    yield database
    database.close()


def count(database: Database) -> int:
    with database.reading() as connection:
        return int(connection.execute(COUNT).fetchone()[0])


def test_a_transaction_is_seen_when_it_is_complete(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(ADD)
        during = count(database)

    assert (during, count(database)) == (0, 1)


def test_a_transaction_that_raises_leaves_nothing(database: Database) -> None:
    with pytest.raises(sqlite3.IntegrityError), database.writing() as connection:
        connection.executemany("INSERT INTO doomed VALUES (?)", [("x",), ("x",)])

    assert count(database) == 0
    assert database.generation == 0


def test_a_reader_sees_the_same_until_it_is_done(database: Database) -> None:
    with database.reading() as reader:
        before = reader.execute(COUNT).fetchone()
        with database.writing() as connection:
            connection.execute(ADD)
        after = reader.execute(COUNT).fetchone()

    assert before == after == (0,)
    assert count(database) == 1


def test_each_transaction_starts_a_new_generation(database: Database) -> None:
    with database.writing() as connection:
        connection.execute(ADD)

    assert database.generation == 1


def test_readers_in_many_threads_do_not_disturb_a_writer(database: Database) -> None:
    failed: list[BaseException] = []

    def read() -> None:
        try:
            for _ in range(50):
                assert count(database) % 2 == 0
        except BaseException as error:  # noqa: BLE001 - shown by the assertion below
            failed.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for number in range(50):
        with database.writing() as connection:
            connection.executemany("INSERT INTO doomed VALUES (?)", [(f"{number}a",), (f"{number}b",)])
    for thread in threads:
        thread.join()

    assert failed == []
    assert count(database) == 100


def test_what_was_written_is_there_when_opened_again(database: Database, tmp_path: Path) -> None:
    with database.writing() as connection:
        connection.execute(ADD)
    database.close()

    again = Database(tmp_path / "library.db")

    assert count(again) == 1
    again.close()


def test_a_connection_in_use_closes_when_it_is_given_back(database: Database) -> None:
    with database.reading() as connection:
        database.close()
        assert connection.execute(COUNT).fetchone() == (0,)

    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        connection.execute(COUNT)


@pytest.mark.parametrize("content", [b"not a database, but long enough to be one" * 100, b"SQLite format 3\0"])
def test_a_file_that_is_no_database_is_named(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(content)

    with pytest.raises(LibraryDamaged, match=r"library\.db is damaged"):
        Database(path)


def test_the_database_of_another_program_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE theirs (a)")
    other.close()

    with pytest.raises(LibraryDamaged, match="is not a library"):
        Database(path)


def test_a_newer_schema_is_left_alone(database: Database, tmp_path: Path) -> None:
    with database.writing() as connection:
        connection.execute(f"PRAGMA user_version = {SCHEMA + 1}")
    database.close()

    with pytest.raises(LibraryError, match="newer version"):
        Database(tmp_path / "library.db")


def test_a_folder_in_the_place_of_the_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(LibraryUnwritable, match="cannot be written"):
        Database(tmp_path)


def test_a_sound_file_has_no_problems(database: Database) -> None:
    assert database.problems() == []


def test_what_was_removed_is_off_the_disk_once_compacted(database: Database, tmp_path: Path) -> None:
    secret = "xylophone" * 500
    with database.writing() as connection:
        connection.execute("INSERT INTO doomed VALUES (?)", (secret,))
    with database.writing() as connection:
        connection.execute("DELETE FROM doomed")

    database.compact()

    files = list(tmp_path.iterdir())
    assert files
    assert not any(b"xylophone" in path.read_bytes() for path in files)

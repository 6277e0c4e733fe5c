"""Conversations kept in SQLite, in a file of their own in the data folder.

Everything is somebody's: what belongs to another owner is as if it were not there. Where there are no accounts,
the owner is the empty string.
"""

from __future__ import annotations

import secrets
import sqlite3
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from bot.conversations.kept import Exchange, Filters, Kept, Listed
from vectorstore.errors import LibraryDamaged, LibraryUnwritable, NoSuchConversation

FILE = "conversations.db"
SCHEMA = 1
NONE = "there is no such conversation: it was deleted, or is somebody else's"
UNREADABLE = "This answer was kept by another version of ArticleBot and cannot be shown: ask again."
TABLES = (
    """CREATE TABLE conversations (
        id TEXT PRIMARY KEY, owner TEXT NOT NULL, title TEXT NOT NULL, created REAL NOT NULL, changed REAL NOT NULL,
        filters TEXT NOT NULL, shared TEXT UNIQUE
    )""",
    "CREATE INDEX of_owner ON conversations (owner, changed)",
    """CREATE TABLE exchanges (
        conversation TEXT NOT NULL REFERENCES conversations ON DELETE CASCADE, position INTEGER NOT NULL,
        question TEXT NOT NULL, words TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (conversation, position)
    ) WITHOUT ROWID""",
    f"PRAGMA user_version = {SCHEMA}",
)


class Conversations:
    """What is kept in one file. Safe to use from any thread; close it when done."""

    def __init__(self, path: Path, *, new_secret: Callable[[], str] = lambda: secrets.token_urlsafe(16)) -> None:
        """Open the file, or make it.

        Raises:
            LibraryDamaged: it is not a file of ours.
            LibraryUnwritable: it cannot be opened for writing.
        """
        self.path = path
        self._new_secret = new_secret
        self._turn = threading.Lock()
        with self._explained():
            self._connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
            self._prepare()

    def close(self) -> None:
        """Close the file."""
        with self._turn:
            self._connection.close()

    def begin(self, owner: str, title: str, now: datetime, filters: Filters) -> str:
        """Make an empty conversation; its id."""
        id = self._new_secret()
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO conversations VALUES (?, ?, ?, ?, ?, ?, NULL)",
                (id, owner, title, now.timestamp(), now.timestamp(), _text(Filters, filters)),
            )
        return id

    def put(self, owner: str, id: str, position: int, exchange: Exchange, now: datetime) -> None:
        """Keep an exchange at its position, counted from 0; what was there and after it is gone."""
        with self._changing(owner, id) as connection:
            connection.execute("DELETE FROM exchanges WHERE conversation = ? AND position >= ?", (id, position))
            connection.execute(
                "INSERT INTO exchanges VALUES (?, ?, ?, ?, ?)",
                (id, position, exchange.question, _words(exchange), _text(Exchange, exchange)),
            )
            connection.execute("UPDATE conversations SET changed = ? WHERE id = ?", (now.timestamp(), id))

    def amend(self, owner: str, id: str, position: int, exchange: Exchange) -> None:
        """Keep an exchange in place of the one at its position; what comes after it stays."""
        with self._changing(owner, id) as connection:
            connection.execute(
                "UPDATE exchanges SET words = ?, value = ? WHERE conversation = ? AND position = ?",
                (_words(exchange), _text(Exchange, exchange), id, position),
            )

    def get(self, owner: str, id: str) -> Kept:
        """A conversation of the owner's. Raises ``NoSuchConversation``."""
        return self._one("owner = ? AND id = ?", (owner, id))

    def shared_at(self, secret: str) -> Kept:
        """A conversation that everybody with its address may read. Raises ``NoSuchConversation``."""
        return self._one(
            "shared = ?", (secret,), "there is no conversation here: it was deleted, or is no longer shared"
        )

    def listed(self, owner: str, search: str = "", *, limit: int = 200) -> list[Listed]:
        """The owner's conversations, the one that changed last first; those that say all the words searched for."""
        told = "EXISTS (SELECT 1 FROM exchanges WHERE conversation = id AND instr(words, ?))"
        said = f"(instr(casefold(title), ?) OR {told})"
        words = search.casefold().split()
        sql = f"""
            SELECT id, title, changed, (SELECT count(*) FROM exchanges WHERE conversation = id), shared IS NOT NULL
            FROM conversations WHERE {" AND ".join(["owner = ?", *[said for _ in words]])}
            ORDER BY changed DESC, rowid DESC LIMIT ?
        """
        rows = self._rows(sql, (owner, *(value for word in words for value in (word, word)), limit))
        return [
            Listed(id=id, title=title, changed=_instant(changed), exchanges=exchanges, shared=bool(shared))
            for id, title, changed, exchanges, shared in rows
        ]

    def citing(self, owner: str, article: str) -> list[tuple[str, str]]:
        """The owner's conversations in which an article is cited, by id and title, the latest first."""
        cites = "json_extract(cited.value, '$.article.id') = ?"
        sql = f"""
            SELECT id, title FROM conversations WHERE owner = ? AND EXISTS (
                SELECT 1 FROM exchanges, json_each(exchanges.value, '$.answer.citations') AS cited
                WHERE conversation = conversations.id AND {cites}
            ) ORDER BY changed DESC, rowid DESC
        """
        return [(id, title) for id, title in self._rows(sql, (owner, article))]

    def rename(self, owner: str, id: str, title: str) -> None:
        """Give a conversation another title; an empty one is left as it was."""
        with self._changing(owner, id) as connection:
            if title.strip():
                connection.execute("UPDATE conversations SET title = ? WHERE id = ?", (title.strip(), id))

    def narrow(self, owner: str, id: str, filters: Filters) -> None:
        """Let other filters hold from now on."""
        with self._changing(owner, id) as connection:
            connection.execute("UPDATE conversations SET filters = ? WHERE id = ?", (_text(Filters, filters), id))

    def share(self, owner: str, id: str, shared: bool) -> str:
        """Let everybody with its address read it, or nobody; the secret part of the address."""
        secret = self.get(owner, id).shared if shared else ""
        if shared and not secret:
            secret = self._new_secret()
        with self._changing(owner, id) as connection:
            connection.execute("UPDATE conversations SET shared = ? WHERE id = ?", (secret or None, id))
        return secret

    def delete(self, owner: str, id: str) -> None:
        """Remove a conversation for good."""
        with self._changing(owner, id) as connection:
            connection.execute("DELETE FROM conversations WHERE id = ?", (id,))

    def _one(self, condition: str, values: Sequence[str], missing: str = NONE) -> Kept:
        found = self._rows(
            f"SELECT id, title, created, changed, filters, ifnull(shared, '') FROM conversations WHERE {condition}",
            values,
        )
        if not found:
            raise NoSuchConversation(missing)
        id, title, created, changed, filters, shared = found[0]
        held = self._rows("SELECT question, value FROM exchanges WHERE conversation = ? ORDER BY position", (id,))
        return Kept(
            id=id,
            title=title,
            created=_instant(created),
            changed=_instant(changed),
            filters=_adapter(Filters).validate_json(filters),
            shared=shared,
            exchanges=tuple(_exchange(question, value) for question, value in held),
        )

    def _rows(self, sql: str, values: Sequence[Any]) -> list[Any]:
        with self._turn, self._explained():
            return self._connection.execute(sql, values).fetchall()

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._turn, self._explained():
            self._connection.execute("BEGIN IMMEDIATE")
            try:
                yield self._connection
                self._connection.execute("COMMIT")
            finally:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")

    @contextmanager
    def _changing(self, owner: str, id: str) -> Iterator[sqlite3.Connection]:
        with self._writing() as connection:
            if not connection.execute("SELECT 1 FROM conversations WHERE owner = ? AND id = ?", (owner, id)).fetchone():
                raise NoSuchConversation(NONE)
            yield connection

    def _prepare(self) -> None:
        self._connection.create_function("casefold", 1, str.casefold, deterministic=True)
        self._connection.execute("PRAGMA journal_mode = WAL")
        self._connection.execute("PRAGMA synchronous = NORMAL")  # a kill loses nothing, a power cut a few sentences
        self._connection.execute("PRAGMA foreign_keys = ON")
        self._connection.execute("PRAGMA secure_delete = ON")
        (found,) = self._connection.execute("PRAGMA user_version").fetchone()
        if found > SCHEMA:
            raise LibraryDamaged(f"{self.path} was written by a newer version of ArticleBot: install that version")
        if found == 0:
            with self._writing() as connection:
                for statement in TABLES:
                    connection.execute(statement)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.OperationalError as error:
            raise LibraryUnwritable(f"{self.path} cannot be used ({error}): see that the disk has space") from error
        except sqlite3.DatabaseError as error:
            raise LibraryDamaged(f"{self.path} is damaged ({error}): move it away to begin a new one") from error


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)


def _words(exchange: Exchange) -> str:
    """What a search looks at."""
    return " ".join([exchange.question, exchange.answer.plain if exchange.answer else ""]).casefold()


def _text(kind: Any, value: Any) -> str:
    return _adapter(kind).dump_json(value).decode()


def _exchange(question: str, value: str) -> Exchange:
    try:
        read: Exchange = _adapter(Exchange).validate_json(value)
    except ValidationError:
        return Exchange(question=question, problem=UNREADABLE)
    return read


def _instant(seconds: float) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)

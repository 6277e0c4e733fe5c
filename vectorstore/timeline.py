"""How many articles there are of each outlet over time."""

from __future__ import annotations

from dataclasses import dataclass
from sqlite3 import Connection
from typing import Literal

Step = Literal["day", "month", "year"]

_FORMATS: dict[Step, str] = {"day": "%Y-%m-%d", "month": "%Y-%m", "year": "%Y"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """The articles of one outlet, empty if not known, in one stretch of time, such as 2026-11 (UTC)."""

    time: str
    outlet: str
    articles: int


def timeline(connection: Connection, step: Step) -> list[Counted]:
    """All articles with a date, by time and then by outlet, most first. Times without articles are left out."""
    sql = """
        SELECT strftime(?, published, 'unixepoch') AS time, max(source), count(*) AS articles
        FROM articles WHERE published IS NOT NULL GROUP BY time, outlet ORDER BY time, articles DESC, outlet
    """
    found = connection.execute(sql, (_FORMATS[step],))
    return [Counted(time=time, outlet=outlet, articles=articles) for time, outlet, articles in found]

from __future__ import annotations

from pathlib import Path

from tests.factories import article
from vectorstore import changes, rows, staging
from vectorstore.catalog import Catalog
from vectorstore.chunk import split

ARTICLES = [article(f"n{number}", title=f"T{number}") for number in range(3)]


def test_articles_wait_in_the_order_they_were_added_until_they_are_staged(tmp_path: Path) -> None:
    catalog = Catalog(tmp_path / "library.db")
    with catalog.writing() as connection:
        for one in ARTICLES:
            changes.add(connection, one, rows.digest(one), split(one))

        first, second = staging.waiting(connection, 0, 2)
        (third,) = staging.waiting(connection, second.number, 2)
        staging.stage(connection, second, split(second.article))
        changes.remove(connection, "n2")
        staging.stage(connection, third, split(third.article))

        assert [one.article for one in (first, second, third)] == ARTICLES
        assert staging.waiting(connection, 0, 9) == [first]
        assert staging.staged(connection) == ["n1#0"]
    catalog.close()

from __future__ import annotations

import itertools
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import bot.evaluate
from tests.factories import article, day
from tests.vectorstore.test_shingles import OWN_REPORT, WIRE
from vectorstore import changes, rows
from vectorstore.catalog import Catalog
from vectorstore.read import read
from vectorstore.types import Article, Story

BUNDLED = Path(bot.evaluate.__file__).parent / "bundled" / "articles.jsonl"

AGENCY = article("agency", WIRE, source="Northern Wire", published=day("2026-03-03"))
COPY = article("copy", "From our correspondent. " + WIRE, source="Harbour Times", published=day("2026-03-04"))
LONGER = article("longer", f"{WIRE} {OWN_REPORT}", source="Gazette", published=day("2026-03-05"))
OWN = article("own", f"{OWN_REPORT} So much for our own report.", source="Courier", published=day("2026-03-03"))
OTHER = article("other", "The council met for hours and voted to keep the old bridge open. " * 9, source="Courier")


@pytest.fixture
def catalog(tmp_path: Path) -> Iterator[Catalog]:
    catalog = Catalog(tmp_path / "library.db")
    yield catalog
    catalog.close()


def take_in(catalog: Catalog, articles: Iterable[Article]) -> None:
    """As ingest does, without chunks."""
    with catalog.writing() as connection:
        for one in articles:
            old = changes.stored(connection, one.id)
            if old is None:
                changes.add(connection, one, rows.digest(one), [])
            elif old.digest != rows.digest(one):
                changes.change(connection, old, one, rows.digest(one), [])


def remove(catalog: Catalog, id: str) -> None:
    with catalog.writing() as connection:
        changes.remove(connection, id)


def groups(catalog: Catalog) -> list[list[str]]:
    """The ids of the articles of each story."""
    told: dict[int, list[str]] = {}
    for headline in catalog.headlines():
        if headline.story:
            told.setdefault(headline.story, []).append(headline.id)
    return sorted(sorted(ids) for ids in told.values())


def stored(catalog: Catalog) -> list[list[sqlite3.Row]]:
    with catalog.database.reading() as connection:
        return [connection.execute(f"SELECT * FROM {table}").fetchall() for table in ("articles", "bands")]


def test_copies_are_one_story_and_other_reports_stand_alone(catalog: Catalog) -> None:
    take_in(catalog, [AGENCY, OTHER, COPY])

    assert groups(catalog) == [["agency", "copy"]]
    assert catalog.article("other").story == 0
    assert catalog.article("copy").story == catalog.article("agency").story == 1


def test_two_outlets_own_reports_of_one_event_are_two_stories(catalog: Catalog) -> None:
    take_in(catalog, [AGENCY, OWN])

    assert groups(catalog) == []


@pytest.mark.parametrize("order", list(itertools.permutations([AGENCY, COPY, OTHER, LONGER])))
def test_the_order_of_articles_does_not_matter(catalog: Catalog, order: Sequence[Article]) -> None:
    take_in(catalog, order)

    assert groups(catalog) == [["agency", "copy", "longer"]]


def test_an_article_that_holds_two_stories_makes_them_one(catalog: Catalog) -> None:
    take_in(catalog, [AGENCY, COPY, OWN])
    apart = groups(catalog)

    take_in(catalog, [LONGER])

    assert apart == [["agency", "copy"]]
    assert groups(catalog) == [["agency", "copy", "longer", "own"]]


def test_the_same_again_changes_nothing(catalog: Catalog) -> None:
    take_in(catalog, [AGENCY, COPY, OTHER])
    before = stored(catalog)

    take_in(catalog, [AGENCY, COPY, OTHER])

    assert stored(catalog) == before


@pytest.mark.parametrize("gone", ["agency", "copy", "longer"])
def test_a_removed_article_leaves_the_rest_a_story(catalog: Catalog, gone: str) -> None:
    take_in(catalog, [AGENCY, COPY, LONGER])

    remove(catalog, gone)

    assert groups(catalog) == [sorted({"agency", "copy", "longer"} - {gone})]


def test_the_last_article_of_a_story_stands_alone(catalog: Catalog) -> None:
    take_in(catalog, [AGENCY, COPY])

    remove(catalog, "agency")

    assert groups(catalog) == []
    assert catalog.article("copy").story == 0


def test_an_article_that_comes_to_say_something_else_leaves_its_story_and_comes_back(catalog: Catalog) -> None:
    take_in(catalog, [AGENCY, COPY])
    take_in(catalog, [replace(AGENCY, text=OTHER.text)])
    changed = groups(catalog)

    take_in(catalog, [replace(AGENCY, text=f"{WIRE} The search was called off in the evening.")])

    assert changed == []
    assert groups(catalog) == [["agency", "copy"]]


def test_a_removed_article_and_its_return_are_as_if_nothing_had_been(catalog: Catalog) -> None:
    take_in(catalog, [AGENCY, COPY])
    before = stored(catalog)

    remove(catalog, "copy")
    take_in(catalog, [COPY])

    assert stored(catalog) == before


def test_what_is_told_of_a_story_is_who_told_it_and_who_was_first(catalog: Catalog) -> None:
    undated = article("undated", WIRE, source="", title="Ferry sinks")
    take_in(catalog, [LONGER, COPY, AGENCY, replace(COPY, id="again", published=day("2026-03-09")), undated, OTHER])

    told = catalog.stories(["copy", "other", "nobody"], day("2026-12-31"))

    first = replace(AGENCY, story=1).headline
    outlets = ("Northern Wire", "Harbour Times", "Gazette")
    assert told == {"copy": Story(articles=5, outlets=outlets, earliest=first)}


def test_what_was_published_later_is_not_told(catalog: Catalog) -> None:
    take_in(catalog, [AGENCY, COPY, LONGER])

    assert catalog.stories(["agency"], day("2026-03-04"))["agency"].outlets == ("Northern Wire", "Harbour Times")
    assert catalog.stories(["agency"], day("2026-03-03")) == {}


def test_nothing_is_first_when_no_date_is_known(catalog: Catalog) -> None:
    take_in(catalog, [replace(AGENCY, published=None), replace(COPY, published=None)])

    assert catalog.stories(["copy"], day("2026-12-31"))["copy"].earliest is None


def test_the_bundled_set_has_its_five_copies_of_agency_reports(catalog: Catalog) -> None:
    take_in(catalog, [one for one in read([BUNDLED]) if isinstance(one, Article)])

    assert groups(catalog) == [
        ["deal-kt-0305", "deal-nwa-0305"],
        ["elect-nwa-0627", "elect-ve-0627"],
        ["ferry-hc-0211", "ferry-nwa-0211"],
        ["fire-nwa-0802", "fire-ve-0802"],
        ["museum-hc-0814", "museum-nwa-0814"],
    ]

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from tests.factories import day
from vectorstore.following.plan import Task, tasks
from vectorstore.following.source import Visit
from vectorstore.online.listing import Entry

NOW = day("2026-01-10")


def visit(place: str, *, days: float = 0, stamp: str = "1", listed: bool = True, removed: bool = False) -> Visit:
    return Visit(
        place=place,
        asked=NOW - timedelta(days=days),
        stamp=stamp,
        listed=listed,
        articles=frozenset({place}),
        removed=frozenset({place} if removed else ()),
    )


def entry(address: str, *, stamp: str = "1", text: str = "") -> Entry:
    return Entry(address=address, stamp=stamp, text=text)


def planned(entries: list[Entry] | None, *visits: Visit, trusted: bool = False) -> list[tuple[str, bool]]:
    """Addresses, each with whether it left the list."""
    found = tasks(entries, {one.place: one for one in visits}, NOW, trusted=trusted)
    return [(task.entry.address, task.left) for task in found]


def test_new_pages_come_before_changed_ones_before_those_that_left_before_those_asked_long_ago() -> None:
    entries = [entry("old"), entry("changed", stamp="2"), entry("new"), entry("fresh")]

    assert planned(entries, visit("old", days=1), visit("changed"), visit("left"), visit("fresh", days=0.9)) == [
        ("new", False),
        ("changed", False),
        ("left", True),
        ("old", False),
    ]


def test_a_page_that_is_known_is_asked_for_with_what_is_known_of_it() -> None:
    known = visit("a", days=2)

    assert tasks([entry("a")], {"a": known}, NOW) == [Task(entry=entry("a"), known=known)]


def test_a_list_that_is_the_same_leaves_those_asked_long_ago() -> None:
    assert planned(None, visit("a", days=1), visit("b"), visit("c", days=9, listed=False)) == [("a", False)]


def test_what_was_asked_for_in_vain_is_asked_for_every_time() -> None:
    known = replace(visit("a"), abridged=frozenset({"a"}))

    assert planned([entry("a")], known) == planned(None, known) == [("a", False)]


def test_what_left_the_list_is_asked_for_once() -> None:
    assert planned([], visit("a", listed=False, days=9)) == []


def test_what_was_removed_from_the_library_is_left_alone() -> None:
    assert (
        planned([entry("a", stamp="2"), entry("b")], visit("a", removed=True), visit("b", days=9, removed=True)) == []
    )


def test_a_list_that_tells_when_pages_changed_is_trusted_for_a_week() -> None:
    entries = [entry("a"), entry("b"), entry("c", stamp="")]
    visits = visit("a", days=6), visit("b", days=7), visit("c", days=1, stamp="")

    assert planned(entries, *visits, trusted=True) == [("b", False), ("c", False)]


def test_what_the_list_holds_as_a_whole_is_not_asked_for_by_age() -> None:
    assert planned([entry("a", text="The whole article.")], visit("a", days=9)) == []

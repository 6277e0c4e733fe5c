from __future__ import annotations

from typing import Any

from bot.conversations.kept import Filters
from bot.web.place import PAGE, Place


def test_a_place_is_read_back_as_it_was() -> None:
    at = Place(conversation="k", filters=Filters(articles=("a",)), search="bridge", shown=3 * PAGE)

    assert Place.of(at.values) == at


def test_what_makes_no_sense_is_a_new_tab() -> None:
    strange: list[dict[str, Any] | None] = [None, {}, {"filters": 1}, {"shown": 0}, {"shown": 10**9}, {"search": []}]

    assert all(Place.of(values) == Place() for values in strange)

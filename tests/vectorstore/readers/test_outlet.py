from __future__ import annotations

import pytest

from vectorstore.readers.outlet import outlet_named, outlet_of_opening, outlet_of_rights


@pytest.mark.parametrize(
    ("opening", "outlet"),
    [
        ("CNN — The council", "CNN"),
        ("Reuters - The council", "Reuters"),
        ("BRUSSELS (The Courier) – The council", "The Courier"),
        ("PARIS (France) — The council", ""),
        ("The AP - a newspaper", ""),
    ],
)
def test_the_opening_names_an_outlet_or_none(opening: str, outlet: str) -> None:
    assert outlet_of_opening(opening) == outlet


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("© 2023 The New Arab", "The New Arab"),
        ("Copyright 2023 Reuters. All rights reserved.", "Reuters"),
        ("(c) 2020-2022 BBC", "BBC"),
        ("© 2023 Getty Images", ""),
        ("The copyright of 2023 is disputed.", ""),
    ],
)
def test_a_claim_of_rights_names_an_outlet_or_none(line: str, outlet: str) -> None:
    assert outlet_of_rights(line) == outlet


@pytest.mark.parametrize("name", ["The Guardian", "Morning Post", "courier.example.com", "AFP"])
def test_names_of_outlets_are_known_by_their_words(name: str) -> None:
    assert outlet_named(name) == name


@pytest.mark.parametrize("name", ["London", "Jane Doe", "Getty Images News"])
def test_other_names_are_no_outlets(name: str) -> None:
    assert outlet_named(name) == ""

from __future__ import annotations

import pytest

from bot.people import bare, is_land, is_role, named, names_of, names_within


def test_names_lose_titles_and_what_belongs_to_them() -> None:
    said = "Turkish Foreign Minister Hakan Fidan met Lavrov's envoy in Pyongyang, and the US said no."

    assert names_of(said) == ["Hakan Fidan", "Lavrov", "Pyongyang", "US"]
    assert bare("President Biden") == "Biden"


def test_a_word_that_only_opens_a_sentence_is_no_name_within_it() -> None:
    assert names_within("Hospitals were bombed, Lavrov said.") == ["Lavrov"]
    assert names_within("Lavrov stated this.") == ["Lavrov"]


@pytest.mark.parametrize(
    ("sentence", "people"),
    [
        ("In Pyongyang, Lavrov stated that Russia is ready.", ["Lavrov"]),
        ("The captain Edvin Marsh left the Saint Orla near Halden.", ["Edvin Marsh"]),
        ("Foreign Minister Hakan Fidan was there.", ["Hakan Fidan"]),
        ("Israel said so.", []),
    ],
)
def test_who_speaks_or_has_an_office_is_a_person(sentence: str, people: list[str]) -> None:
    assert [bare(one.name) for one in named(sentence) if one.is_person] == people


def test_countries_capitals_and_peoples_are_lands() -> None:
    assert all(map(is_land, ("Turkey", "Turkish", "Ankara", "North Korea", "US")))
    assert not any(map(is_land, ("Lavrov", "Michael Jordan", "Ellisford")))


def test_an_office_is_what_a_person_is_called() -> None:
    assert is_role("the mayor of Ellisford")
    assert is_role("the Turkish foreign minister")
    assert not is_role("the press conference")
    assert not is_role("")

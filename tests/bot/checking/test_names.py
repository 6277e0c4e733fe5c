from __future__ import annotations

import pytest

from bot.checking.known_names import Names
from bot.checking.names import names


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("On Monday Marta Lindqvist met the mayor of Veyle.", ["Monday", "Marta", "Lindqvist", "Veyle"]),
        ("Lindqvist's lead grew.", ["Lindqvist"]),
        ("The U.N. Security Council met.", ["UN", "Security", "Council"]),
        ("He told the US so.", ["US"]),
        ("However, nobody came.", []),
        ("Meanwhile Okafor waited.", ["Okafor"]),
        ("Finally, it rained.", []),
        ("I said it.", []),
        ('He said: "We will go."', []),
        ("rates rose", []),
        ("Police met the mayor of Veyle.", ["Veyle"]),
        ("Due to rain, nobody came.", []),
    ],
)
def test_names_are_found_by_how_they_are_written(sentence: str, found: list[str]) -> None:
    assert [name.text for name in names(sentence)] == found


KNOWN = Names(
    [
        "Russia's Foreign Minister met the United Nations Security Council in Turkey, France and the U.S.",
        "Palestine, China, Niger and Austria were there. The Bank of England was not. Jean-Luc Picard was.",
    ]
)


@pytest.mark.parametrize(
    "name",
    "Russia Russian Russians UN UNSC Turkish Turks French American Palestinians Chinese Austrian English Picard "
    "Jean-Luc US Foreign Russian-Chinese".split(),
)
def test_a_name_is_known_in_another_form(name: str) -> None:
    assert name in KNOWN


@pytest.mark.parametrize("name", ["Putin", "Australia", "Iran", "EU", "Luca", "NATO", "Slovakia", "British-Russian"])
def test_a_name_that_is_not_there_is_not_known(name: str) -> None:
    assert name not in KNOWN


def test_a_name_of_two_words_that_is_a_country_is_one() -> None:
    assert [name.text for name in names("In the United States, United Airlines flew.")] == [
        "United States",
        "United",
        "Airlines",
    ]


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        ("United States", "American troops left.", True),
        ("America", "They left the United States.", True),
        ("European Union", "EU leaders met.", True),
        ("UN", "The United Nations met.", True),
        ("United States", "They tell us nothing.", False),
        ("United States", "United Airlines flew between two states.", False),
        ("United", "American troops left.", False),
    ],
)
def test_a_country_is_known_by_its_full_name_too(name: str, text: str, *, known: bool) -> None:
    assert (name in Names([text])) is known


@pytest.mark.parametrize(
    ("name", "text", "known"),
    [
        ("TV", "It was shown on television.", True),
        ("CEO", "The firm's chief executive left.", True),
        ("MPs", "Members of parliament voted.", True),
        ("TV", "It was heard on the radio.", False),
        ("Noel", "A play by Noël Coward.", True),
        ("Kraków", "A village near Krakow.", True),
        ("Wegrzce", "The village of Węgrzce.", True),
        ("Noel", "A play by Nolan Coward.", False),
    ],
)
def test_a_name_is_known_by_its_short_form_and_without_its_marks(name: str, text: str, *, known: bool) -> None:
    assert (name in Names([text])) is known

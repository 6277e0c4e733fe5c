from __future__ import annotations

import pytest

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


def test_a_name_of_two_words_that_is_a_country_is_one() -> None:
    assert [name.text for name in names("In the United States, United Airlines flew.")] == [
        "United States",
        "United",
        "Airlines",
    ]

"""What a part of a sentence says, and sentences made of several."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("“We left at noon,” said Ann Lee, who runs a shop in Rome.", "Ann Lee runs a shop in Rome."),
        ("Ann Lee, who runs a shop in Rome, fell.", "Ann Lee runs a shop in Rome."),
        ("Ann Lee runs a shop in Rome. Ann Lee fell in Oslo.", "Ann Lee, who runs a shop in Rome, fell in Oslo."),
        ("Ann Lee fell in Oslo. Ann Lee was hurt by Bob Roe.", "Ann Lee fell in Oslo and was hurt by Bob Roe."),
        ("Ms Lee fell in Oslo. She was hurt by a car.", "Ms Lee fell in Oslo and was hurt by a car."),
        ("Ms Lee fell in Oslo. She was hurt by a car.", "Ms Lee fell in Oslo, and she was hurt by a car."),
        ("The mayor, Ms Lee, fell in Oslo. She was hurt by a car.", "Ms Lee fell in Oslo and was hurt by a car."),
    ],
)  # fmt: skip
def test_a_sentence_is_so_if_its_parts_are(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("“We left at noon,” said Ann Lee of Bob Roe, who runs a shop in Rome.", "Ann Lee runs a shop in Rome."),
        ("“We left at noon,” said Bob Roe and Ann Lee, who runs a shop in Rome.", "Bob Roe runs a shop in Rome."),
        ("Ann Lee, who fled Rome in May, stole a car on the way, police said.", "Ann Lee fled Rome in May."),
        ("Ann Lee, who fled Rome in May, stole a car, police said.", "Ann Lee fled Rome in May."),
        ("Ann Lee, who, Bob said, stole a car, left Rome.", "Ann Lee stole a car."),
        ("Ann Lee, who Bob said stole a car, left Rome.", "Ann Lee stole a car."),
        ("The sister of Ann Lee, who runs a shop in Rome, fell.", "Ann Lee runs a shop in Rome."),
        ("Ann Lee and Bob Roe, who runs a shop in Rome, fell.", "Ann Lee runs a shop in Rome."),
        ("Ann Lee's son, who runs a shop in Rome, fell.", "Ann Lee runs a shop in Rome."),
        ("Ann Lee, who ran a shop in Rome, fell.", "Ann Lee runs a shop in Rome."),
        ("Ann Lee, who has a shop, she says, in Rome, fell.", "Ann Lee has a shop."),
        ("Ann Lee fell in Oslo. Bob Roe was hurt by a car.", "Ann Lee fell in Oslo and was hurt by a car."),
        ("Ann Lee fell in Oslo. Bob Roe runs a shop in Rome.", "Ann Lee, who runs a shop in Rome, fell in Oslo."),
        ("Ann Lee said Bob Roe fell. Ann Lee was hurt by a car.", "Ann Lee said Bob Roe fell and was hurt by a car."),
        (
            "Ann Lee was charged in Oslo. Ann Lee released a dog in Rome.",
            "Ann Lee was charged in Oslo and released in Rome.",
        ),
        ("Ms Lee fell in Oslo. She was hurt by a car.", "Ms Lee fell in Oslo and was hurt by a dog."),
        ("Ms Lee met Eve Roe in Oslo. She was hurt by a car.", "Ms Lee met Eve Roe in Oslo and was hurt by a car."),
    ],
)  # fmt: skip
def test_parts_are_not_put_together_to_what_nobody_wrote(source: str, sentence: str) -> None:
    assert not proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "Ann Lee fell in Oslo. Bob Roe was hurt by a car.",
            "Although Ann Lee fell in Oslo, Bob Roe was hurt by a car.",
        ),
        ("Ann Lee praised Bob Roe. Bob Roe runs a shop in Rome.", "Ann Lee praised Bob Roe, who runs a shop in Rome."),
        (
            "Ms Lee did not concede. Her agent, Corin Hale, said the party would appeal.",
            "Ms Lee did not concede, and her agent, Corin Hale, said the party would appeal.",
        ),
    ],
)  # fmt: skip
def test_parts_of_a_sentence_follow_each_other_as_in_the_article(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "Ann Lee fell in Oslo. Bob Roe was not hurt by a car.",
            "Although Ann Lee fell in Oslo, Bob Roe was hurt by a car.",
        ),
        ("Ann Lee praised Bob Roe. Ann Lee runs a shop in Rome.", "Ann Lee praised Bob Roe, who runs a shop in Rome."),
        (
            "Ann Lee praised Eve Fox and Bob Roe. Bob Roe was hurt by a car.",
            "Ann Lee praised Eve Fox and Bob Roe, who were hurt by a car.",
        ),
        (
            "Ms Lee did not concede. It rained. Ms Roe fell. Her agent, Corin Hale, said the party would appeal.",
            "Ms Lee did not concede, and her agent, Corin Hale, said the party would appeal.",
        ),
        ("Ann Lee, 34, fell. Bob Roe, 43, a nurse from Rome, fell.", "Ann Lee, a 34-year-old nurse from Rome, fell."),
        (
            "Ann Lee was ill while Bob Roe sailed. Ann Lee was fined in Rome.",
            "While Ann Lee was fined in Rome, Bob Roe sailed.",
        ),
    ],
)  # fmt: skip
def test_parts_are_not_of_those_whom_the_article_does_not_name_there(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

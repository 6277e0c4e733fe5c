import pytest

from bot.checking.align import claim, sources
from bot.checking.order import detached, turned
from tests.factories import hit

RACE = "Lindqvist beat Okafor. Okafor thanked the voters. Lindqvist was then sued by Moreau."


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ("Lindqvist narrowly beat Okafor.", 0.0),
        ("Yesterday Okafor beat Lindqvist.", 1.0),
        ("Yesterday Moreau sued Lindqvist.", 0.0),
        ("Okafor thanked Moreau.", 0.0),
        ("It rained.", 0.0),
        ("", 0.0),
    ],
)
def test_names_are_turned_round_when_every_sentence_has_them_the_other_way(said: str, share: float) -> None:
    found = sources([hit(RACE)])

    assert turned(claim(said, found), found) == share


def test_names_in_lower_case_are_known_from_the_sources() -> None:
    found = sources([hit("The winner was Lindqvist, not Okafor. In May Lindqvist beat Okafor.")])

    assert turned(claim("okafor beat lindqvist.", found), found) == 1.0


@pytest.mark.parametrize(
    ("said", "loose"),
    [
        ("The fire killed 12 people.", False),
        ("The fire killed 40 people.", True),
        ("The fire injured 40.", False),
        ("The fire injured 12.", True),
        ("It rained.", False),
    ],
)
def test_a_number_is_detached_from_what_another_one_stands_nearer_to(said: str, loose: bool) -> None:
    found = sources([hit("The fire killed 12 people, injured 40 and destroyed the mill.")])

    assert (detached(claim(said, found), found) > 0) is loose


def test_a_detail_that_no_source_has_is_not_called_detached() -> None:
    found = sources([hit("The fire killed 12 people.")])

    assert detached(claim("The fire killed 99 people.", found), found) == 0.0

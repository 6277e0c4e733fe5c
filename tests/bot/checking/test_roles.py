import pytest

from bot.checking.roles import crossed


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Bayern beat Dortmund.", "Bayern beat Dortmund."),
        ("Bayern beat Dortmund.", "Dortmund was beaten by Bayern."),
        ("Marta Lindqvist sued the Harbour Bank.", "The Harbour Bank was sued by Marta Lindqvist."),
        ("Germany's chancellor resigned.", "The chancellor of Germany resigned."),
        ("In Lisbon, Bayern beat Dortmund.", "Bayern beat Dortmund in Lisbon."),
        ("Bayern beat Dortmund.", "It rained."),
        ("", ""),
    ],
)
def test_nothing_is_crossed_where_a_source_says_the_same(claim: str, source: str) -> None:
    assert crossed(claim, [source]) == 0.0


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Bayern beat Dortmund.", "Dortmund beat Bayern."),
        ("The Harbour Bank sued Marta Lindqvist.", "Marta Lindqvist sued the Harbour Bank."),
        ("Lindqvist sued Marta's bank.", "The bank sued Lindqvist."),
        ("Dortmund defeated Bayern.", "Dortmund was defeated by Bayern."),
    ],
)
def test_who_did_it_and_to_whom_is_crossed_when_they_change_places(claim: str, source: str) -> None:
    assert crossed(claim, [source]) > 0.4


def test_one_source_that_says_it_is_enough() -> None:
    assert crossed("Bayern beat Dortmund.", ["Dortmund beat Bayern.", "Then Bayern beat Dortmund."]) == 0.0

from __future__ import annotations

import pytest

from bot.proving.left_out import gaps
from bot.proving.words import read
from tests.proving import proves


def left_out(text: str) -> set[str]:
    """What may be left out of a sentence, marks at the ends aside."""
    words = read(text)
    found = (" ".join(word.text for word in words[start:end] if not word.mark) for start, end in gaps(words))
    return {stretch for stretch in found if stretch}


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Ann, who is 34, left.", {"who is 34", "who is 34 left"}),
        ("Ann, 34, left.", {"34"}),
        ("The ship, built in 1994, sank.", {"in 1994"}),
        ("The ship, operated by Bob, sank.", {"operated by Bob", "by Bob"}),
        ("The ship sank (a ferry) near Oslo.", {"ferry"}),
        ("Bob hid it from Rome, the lawsuit alleges.", set()),
        ("The ship sank on Monday.", {"on Monday"}),
        ("The ship also sank.", {"also"}),
        ("Mr Lee left.", {"Mr"}),
        ("The ship sank, killing nine.", {"killing nine"}),
        ("Ann left and Bob wept.", {"and Bob wept"}),
        ("The ship sinks on Monday.", set()),
        ("The ship never sank on Monday.", set()),
        ("The ship might have sunk on Monday.", set()),
        ("The ship was lost, police said.", set()),
        ("The ship, if it sails, wins.", set()),
    ],
)
def test_only_what_changes_nothing_may_be_left_out(text: str, may: set[str]) -> None:
    assert left_out(text) == may


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "CivicPay, an app for tax, fines and meals, said on Monday that hackers had copied its records.",
            "CivicPay said on Monday that hackers had copied its records.",
        ),
        (
            "The bridge will not open until June, and the cost has risen to 22 million crowns.",
            "The bridge will not open until June.",
        ),
        (
            "The observatory raised its alert to level four at 5.10 a.m., two hours before the eruption.",
            "The observatory raised its alert to level four.",
        ),
        ("Ann Lee went to the court, where she will plead her case.", "Ann Lee went to the court."),
    ],
)  # fmt: skip
def test_an_aside_with_a_list_and_a_second_half_may_be_left_out(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "CivicPay, an app for Rome, Bob Roe and Ann Lee, said hackers had copied its records.",
            "CivicPay said hackers had copied its records.",
        ),
        ("Bob Roe, a nurse, Eve Fox and Ann Lee fell in Rome.", "Bob Roe and Ann Lee fell in Rome."),
        ("Bob Roe met a nurse, a judge and a clerk, and left Rome.", "Bob Roe met a nurse and a clerk."),
        ("The bridge will not open until June, and the cost has risen.", "The bridge will open."),
        ("The bridge will not open until June, and the cost has risen.", "The bridge will not open."),
        ("If it rains, the ship will stay, and the crew will be paid.", "The crew will be paid."),
        ("Between the bank, and the union was no deal, the firm said.", "Between the bank was no deal."),
        ("Prices rose in May 2019.", "Prices rose."),
        ("Prices rose on Monday by two crowns.", "Prices rose by two crowns."),
        ("No alert was raised at 5.10 a.m. in Rome.", "No alert was raised in Rome."),
        ("The alert may be raised at 5.10 a.m. in Rome.", "The alert may be raised in June in Rome."),
        ("Trains run, where there are staff, from Rome to Oslo.", "Trains run from Rome to Oslo."),
        ("Trains ran, where possible, from Rome to Oslo.", "Trains ran from Rome to Oslo."),
    ],
)  # fmt: skip
def test_a_list_of_people_is_no_aside_and_a_condition_stays(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

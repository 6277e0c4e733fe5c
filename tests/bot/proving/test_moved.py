"""When something was done, at the end of a sentence."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Ann Lee was charged on Thursday with theft.", "Ann Lee was charged with theft on Thursday."),
        ("The case was filed on Monday in the court at Rome.", "The case was filed in the court at Rome on Monday."),
        (
            "Stellmark abandoned its bid for Corran on Monday, saying it was too dear.",
            "On Monday, Stellmark abandoned its bid for Corran.",
        ),
        ("Ann Lee sold the ship on Monday.", "On Monday Ann Lee sold the ship."),
        ("Ann Lee sold the ship on Monday.", "On 10 February 2025, Ann Lee sold the ship."),
    ],
)  # fmt: skip
def test_when_something_was_done_may_be_said_last(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Ann Lee was told on Thursday of a strike.", "Ann Lee was told of a strike on Thursday."),
        (
            "Ann Lee announced on Thursday the closure of the bank.",
            "Ann Lee announced the closure of the bank on Thursday.",
        ),
        ("Ann Lee called on Thursday for a vote.", "Ann Lee called for a vote on Thursday."),
        ("Ann Lee agreed on Thursday to sell the bank.", "Ann Lee agreed to sell the bank on Thursday."),
        (
            "Ann Lee was charged on Thursday with theft and was freed on Friday.",
            "Ann Lee was charged with theft on Friday.",
        ),
        (
            "Ann Lee was charged with the theft on Thursday.",
            "Ann Lee was charged on Thursday with the theft on Friday.",
        ),
        ("Ann Lee was not charged on Thursday with theft.", "Ann Lee was charged with theft on Thursday."),
        ("Ann Lee was named on Thursday as a witness who fled on Friday.", "Ann Lee was named as a witness on Friday."),
        ("Ann Lee was expected on Thursday in Rome.", "Ann Lee was in Rome on Thursday."),
        ("Ann Lee announced a strike on Monday.", "On Monday, Ann Lee announced a strike."),
        ("Ann Lee won a vote on Monday.", "On Monday, Ann Lee won a vote."),
        ("Ann Lee lost the election on Monday.", "On Monday, Ann Lee lost the election."),
        ("Ann Lee sold the ship that sank on Monday.", "On Monday, Ann Lee sold the ship that sank."),
        ("Ann Lee said Bob Roe sold the ship on Monday.", "On Monday, Ann Lee said Bob Roe sold the ship."),
        ("Ann Lee may have sold the ship on Monday.", "On Monday, Ann Lee sold the ship."),
        ("Ann Lee sold the ship on Monday.", "On Tuesday, Ann Lee sold the ship."),
        ("Ann Lee sold nothing on Monday.", "On Monday, Ann Lee sold the ship."),
    ],
)  # fmt: skip
def test_a_day_does_not_move_to_what_may_have_one_of_its_own(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

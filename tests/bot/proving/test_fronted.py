"""The same in another order at the beginning."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "Because there was no veto, Stellmark must pay Corran a fee.",
            "Stellmark must pay Corran a fee because there was no veto.",
        ),
        (
            "The opposition's spokeswoman on the economy, Liv Arden, said it was late.",
            "Liv Arden, the opposition's spokeswoman on the economy, said it was late.",
        ),
        ("Turnout was 58 per cent, the highest since 1998.", "Turnout was 58%, which was the highest since 1998."),
    ],
)  # fmt: skip
def test_the_first_part_may_be_said_last_and_who_before_what_he_is(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Stellmark did not leave because there was a veto.", "Because there was a veto, Stellmark did not leave."),
        ("The ship was shut after it hit a rock.", "After the ship was shut, it hit a rock."),
        ("Police said the ship was shut after it hit a rock.", "After it hit a rock, the ship was shut."),
        ("The ship was shut only after it hit a rock.", "After it hit a rock, the ship was shut only."),
        ("The mayor, Ann Lee, and Bob Roe left Rome.", "Bob Roe, the mayor, left Rome."),
        ("To the mayor, Ann Lee, said Bob Roe, it was late.", "Ann Lee, the mayor, said it was late."),
        ("The sister of the mayor, Ann Lee, said it was late.", "Ann Lee, the mayor, said it was late."),
        ("If it rains, the ship will sail.", "The ship will sail."),
        ("Turnout was 58 per cent, the highest since 1998.", "Turnout was 58%, which is not the highest since 1998."),
        ("The bank, Ann Lee said, was late.", "Ann Lee, the bank, was late."),
    ],
)  # fmt: skip
def test_what_comes_first_is_not_turned_into_what_comes_after(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

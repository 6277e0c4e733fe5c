"""Sentences within sentences."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("“We left,” said the chief fire officer Ann Lee, who has two dogs in Rome.", "Ann Lee has two dogs in Rome."),
        ("Ann Lee, who is 34, fell in Oslo.", "Ann Lee is 34."),
    ],
)  # fmt: skip
def test_what_is_said_beside_a_name_is_said_of_it(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("Ann Lee and Bob Roe, a nurse, fell in Oslo.", "Ann Lee is a nurse."),
        ("Ann Lee met Bob Roe, a nurse, in Oslo.", "Ann Lee is a nurse."),
        ("Ann Lee's son, a nurse, fell in Oslo.", "Ann Lee is a nurse."),
        ("Ann Lee, the then mayor of Rome, fell in Oslo.", "Ann Lee is the mayor of Rome."),
        ("Ann Lee, a thief in Rome, fled in May, police said.", "Ann Lee is a thief in Rome."),
        ("Police said Ann Lee, a thief in Rome, fled in May.", "Ann Lee is a thief in Rome."),
        ("Ann Lee, 34, was killed in Rome.", "Ann Lee is 34."),
        ("Ann Lee, 34, fell in Rome. Ms Lee died on Monday.", "Ann Lee is 34."),
        ("Ann Lee, 21, was tried in 1943 in Rome.", "Ann Lee is 21."),
        ("Ann Lee, a nurse, and Bob Roe, a judge, fell in Oslo.", "Ann Lee is a judge."),
        ("Ann Lee, a friend said, fell in Oslo.", "Ann Lee is a friend."),
        ("Ann Lee, the mayor hoped, was safe in Oslo.", "Ann Lee is the mayor."),
        ("The firm that left Rome and was sold would be fined.", "The firm was sold."),
        ("Ann Lee hired managers and retired teachers in Rome.", "Ann Lee retired teachers in Rome."),
        ("Ann Lee sold books and works in Rome.", "Ann Lee works in Rome."),
        ("Ann Lee saw Bob Roe fall and was hurt.", "Bob Roe was hurt."),
        ("Ann Lee may leave Rome and was told so.", "Ann Lee may was told so."),
        ("Ann Lee said Bob Roe was ill and was sent home.", "Ann Lee was sent home."),
        (
            "Ann Lee said Bob Roe would stay and that Eve Fox would be sent home.",
            "Ann Lee said Bob Roe would be sent home.",
        ),
        (
            "Ann Lee said Bob Roe would not stay and would be sent home if it rained.",
            "Ann Lee said Bob Roe would be sent home.",
        ),
        ("The firm, which owns Corran, sold it on Monday.", "The firm owns Corran."),
        ("Ann Lee, who is jailed in Rome, was freed on Monday.", "Ann Lee is jailed in Rome."),
        ("Ann Lee, who was mayor in 1990, fell in Oslo.", "Ann Lee was mayor."),
        ("No ship left Rome and was taken to Oslo.", "The ship was taken to Oslo."),
        ("The ship never left Rome and was taken to Oslo.", "The ship left Rome."),
        ("Talks between the firm and the union failed and were ended.", "The union failed and were ended."),
        ("The first watchman, who made tea, and the second watchman, who fled, were hurt.", "The watchman made tea."),
        ("The watchman of the ship, which was burning, was hurt.", "The watchman of the ship was burning."),
        (
            "Ann Lee said that Rome was late and Bob Roe added that peace would come.",
            "Ann Lee added that peace would come.",
        ),
        (
            "Ann Lee denied that Rome was late and added that peace would come.",
            "Ann Lee said that Rome was late and added that peace would come.",
        ),
        (
            "Ann Lee said that Bob Roe warned Rome and added that peace would come.",
            "Ann Lee added that peace would come.",
        ),
        (
            "Ann Lee said that Rome was late. Bob Roe added that peace would come.",
            "Ann Lee said that Rome was late, and she added that peace would come.",
        ),
        (
            "Ann Lee said that Bob Roe was late. Ann Lee added that peace would come.",
            "Ann Lee said that Bob Roe was late, and he added that peace would come.",
        ),
    ],
)  # fmt: skip
def test_what_is_said_of_another_or_by_another_or_is_over_is_not_said_of_a_name(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

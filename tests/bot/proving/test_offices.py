"""Offices beside names, elsewhere, and in the place of names."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The county engineer, Ann Lee, left Rome. Lee was hurt there.", "County engineer Ann Lee was hurt there."),
        ("The county engineer, Ann Lee, left Rome.", "County engineer Ann Lee left Rome."),
        ("The county engineer, Ann Lee, left Rome.", "Ann Lee, the county engineer, left Rome."),
        ("County engineer Ann Lee left Rome.", "Ann Lee, the county engineer, left Rome."),
        ("Ann Lee, the firm's chief executive, left Rome.", "The firm's chief executive, Ann Lee, left Rome."),
        ("Ann Lee, the firm's chief executive, left Rome.", "Firm chief executive Ann Lee left Rome."),
        ("Russia's Foreign Minister Ann Lee left Rome.", "Russian Foreign Minister Ann Lee left Rome."),
        ("Its chairman, Ann Lee, left Rome.", "Chairman Ann Lee left Rome."),
        ("Opposition spokesman Col. Ann Lee left Rome.", "Opposition spokesman Ann Lee left Rome."),
    ],
)  # fmt: skip
def test_an_office_may_be_added_left_out_or_put_elsewhere(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The county engineer, Ann Lee, spoke. Bob Roe left Rome.", "County engineer Bob Roe left Rome."),
        ("The county engineer, Ann Lee, spoke. Bob Roe left Rome.", "Ann Lee left Rome."),
        ("The county engineer, Ann Lee, left Rome.", "The city engineer, Ann Lee, left Rome."),
        ("The former county engineer, Ann Lee, left Rome.", "County engineer Ann Lee left Rome."),
        ("The county engineer, Ann Lee, left Rome.", "Former county engineer Ann Lee left Rome."),
        ("The then prime minister, Ann Lee, left Rome.", "Prime minister Ann Lee left Rome."),
        ("The deputy finance minister, Ann Lee, left Rome.", "Finance minister Ann Lee left Rome."),
        (
            "The finance minister, Ann Lee, left. The finance minister, Bob Roe, stayed. The finance minister wept.",
            "Ann Lee wept.",
        ),
        (
            "The French foreign minister, Ann Lee, left. The German foreign minister wept in Rome.",
            "Ann Lee wept in Rome.",
        ),
        ("The transport minister, Ann Lee, spoke. The transport minister of Peru left Rome.", "Ann Lee left Rome."),
        ("The transport minister, Ann Lee, spoke. A transport minister left Rome.", "Ann Lee left Rome."),
        ("The transport minister, Ann Lee, spoke. The transport minister's car left Rome.", "Ann Lee left Rome."),
        ("The chairman, Ann Lee, spoke. Corran's chairman fell. The chairman left Rome.", "Ann Lee left Rome."),
        ("The chairman left Rome. The chairman, Ann Lee, spoke.", "Ann Lee left Rome."),
        ("The chairman, Ann Lee, spoke. Two chairmen met. The chairman left Rome.", "Ann Lee left Rome."),
        ("The chairman, Ann Lee, met the chairman, Bob Roe. The chairman left Rome.", "Ann Lee left Rome."),
        ("The chairman, Ann Lee, spoke. The chairman of Corran left Rome.", "Ann Lee left Rome."),
        ("The chairman, Ann Lee, spoke. The former chairman left Rome.", "Ann Lee left Rome."),
        ("In a letter to the county engineer, Ann Lee wept over Rome.", "County engineer Ann Lee wept over Rome."),
        ("The wife of the county engineer, Ann Lee, left Rome.", "County engineer Ann Lee left Rome."),
        ("Bob Roe, a friend of the mayor, left Rome.", "Mayor Bob Roe left Rome."),
        ("Bob Roe, a friend of the mayor, left Rome.", "Bob Roe, the mayor, left Rome."),
        ("Ann Lee, the mayor's lawyer, left Rome.", "Ann Lee, the mayor, left Rome."),
        ("Ann Lee, the mayor of Rome, left Oslo.", "Ann Lee, the mayor of Oslo, left Rome."),
        ("Bob Roe, whose wife is the mayor, Ann Lee, left Rome.", "Mayor Ann Lee left Rome."),
        ("The mayor, Ann Lee, spoke. Bob Lee left Rome.", "Mayor Bob Lee left Rome."),
        ("The mayor, Ann Lee, met Bob Roe.", "The mayor, Bob Roe, met Ann Lee."),
        ("Ann Lee left Rome.", "Ann Lee, the captain, left Rome."),
    ],
)  # fmt: skip
def test_nobody_is_given_an_office_that_the_article_does_not_give_him(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

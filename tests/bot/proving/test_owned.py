"""Whose "its" is before an office."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "Halvane has never failed. Its chief executive, Ann Lee, left Rome.",
            "Ann Lee, Halvane's chief executive, left Rome.",
        ),
        (
            "Halvane has never failed. Its chief executive, Ann Lee, left Rome.",
            "Ann Lee, the chief executive of Halvane, left Rome.",
        ),
        (
            "The Chamber of Trade met in June. Ann Lee, its chairman, left Rome.",
            "Ann Lee, chairman of the Chamber of Trade, left Rome.",
        ),
    ],
)  # fmt: skip
def test_its_is_of_the_only_one_that_may_have_officers(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "Halvane bought Corran. Its chief executive, Ann Lee, left Rome.",
            "Ann Lee, Halvane's chief executive, left Rome.",
        ),
        (
            "Halvane bought Corran. Its chief executive, Ann Lee, left Rome.",
            "Ann Lee, Corran's chief executive, left Rome.",
        ),
        (
            "Halvane sued a rival firm. Its chief executive, Ann Lee, left Rome.",
            "Ann Lee, Halvane's chief executive, left Rome.",
        ),
        (
            "Bob Roe, 34, fell. Its chief executive, Ann Lee, left Rome.",
            "Ann Lee, Bob Roe's chief executive, left Rome.",
        ),
        (
            "Halvane has never failed.\n\nIts chief executive, Ann Lee, left Rome.",
            "Ann Lee, Halvane's chief executive, left Rome.",
        ),
        (
            "Halvane has never failed. Ann Lee met Bob Roe, its chief executive.",
            "Ann Lee, Halvane's chief executive, met Bob Roe.",
        ),
        (
            "Halvane has never failed. Its former chief executive, Ann Lee, left Rome.",
            "Ann Lee, Halvane's chief executive, left Rome.",
        ),
    ],
)  # fmt: skip
def test_where_its_may_be_of_another_nobody_is_named(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

"""Who did it, left unsaid."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The old bridge was opened by Ann Lee in 1961.", "The old bridge was opened in 1961."),
        ("The bridge, opened in 1961 by Ann Lee, was shut.", "The bridge, opened in 1961, was shut."),
        ("The captain has been questioned twice by police.", "The captain has been questioned twice."),
        (
            "The plea was brought by the Civic Alliance on behalf of Bob Roe.",
            "The plea was brought on behalf of Bob Roe.",
        ),
        ("Ann Lee opened the old bridge in 1961.", "The old bridge was opened in 1961."),
        (
            "The minister has ordered a public inquiry into the loss.",
            "A public inquiry into the loss has been ordered.",
        ),
        ("Thieves took the gold cup from Rome.", "The gold cup was taken from Rome."),
    ],
)  # fmt: skip
def test_what_was_done_was_done_whoever_did_it(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The man was arrested by police who said he had fled on Monday.", "The man was arrested on Monday."),
        ("The old bridge was not opened by Ann Lee in 1961.", "The old bridge was not opened in 1961."),
        ("The ships that were built by Ann Lee were lost at sea.", "The ships that were built were lost at sea."),
        ("The ships built by Ann Lee were lost at sea.", "The ships built were lost at sea."),
        ("The first ship built by Ann Lee was lost at sea.", "The first ship built was lost at sea."),
        ("The town was taken by surprise on Monday.", "The town was taken on Monday."),
        ("The town was said by Ann Lee to be lost.", "The town was said to be lost."),
        ("Few ships were built by Ann Lee in Rome.", "Few ships were built in Rome."),
        ("Bob Roe said Ann Lee opened the old bridge.", "The old bridge was opened."),
        ("In the film Ann Lee opened the old bridge.", "The old bridge was opened."),
        ("Ann Lee never opened the old bridge.", "The old bridge was opened."),
        ("If Ann Lee opened the old bridge, Bob Roe wept.", "The old bridge was opened."),
        ("Ann Lee hoped Bob Roe opened the old bridge.", "The old bridge was opened."),
        ("Ann Lee opened the old bridge.", "Ann Lee was opened by the old bridge."),
        ("Ann Lee opened the old bridge.", "The old bridge was not opened."),
        ("The minister has ordered a public inquiry.", "The minister has been ordered."),
        ("A man was hit in the street by Ann Lee and died.", "Ann Lee was hit in the street."),
    ],
)  # fmt: skip
def test_what_was_not_done_or_not_to_all_is_not_said_to_be(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

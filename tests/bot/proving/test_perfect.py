"""What has been done, as what was done."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The mayor has ordered an inquiry.", "The mayor ordered an inquiry."),
        ("The ship has been raised by Ann Lee, who has sold it.", "The ship was raised."),
        ("The ships have been raised in Rome.", "The ships were raised in Rome."),
        ("The firm has taken two ships to Rome.", "The firm took two ships to Rome."),
    ],
)  # fmt: skip
def test_what_has_been_done_was_done(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("The mayor ordered an inquiry.", "The mayor has ordered an inquiry."),
        ("The mayor has not ordered an inquiry.", "The mayor ordered an inquiry."),
        ("The mayor has never ordered an inquiry.", "The mayor ordered an inquiry."),
        ("The mayor would have ordered an inquiry.", "The mayor ordered an inquiry."),
        ("The mayor may have ordered an inquiry.", "The mayor ordered an inquiry."),
        ("If the mayor has ordered an inquiry, Ann Lee will speak.", "The mayor ordered an inquiry."),
        ("The mayor has limited powers in Rome.", "The mayor limited powers in Rome."),
        ("The bridge has been closed since June.", "The bridge was closed in May."),
        ("The mayor has been ordered to leave Rome.", "The mayor ordered to leave Rome."),
        ("The mayor has yet to order an inquiry.", "The mayor ordered an inquiry."),
        ("Nobody has ordered an inquiry in Rome.", "The mayor ordered an inquiry in Rome."),
        ("Police said the mayor has ordered an inquiry.", "The mayor ordered an inquiry."),
        ("Has the mayor ordered an inquiry?", "The mayor ordered an inquiry."),
        ("The mayor has been married to Bob Roe.", "The mayor was married to Bob Roe."),
    ],
)  # fmt: skip
def test_what_was_done_is_not_what_has_been_done_nor_what_may_be(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

from __future__ import annotations

import pytest

from bot.web.wording import stated


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("the question is empty", "The question is empty"),
        ("/srv/data cannot be written", "/srv/data cannot be written"),
        ("library.db is damaged", "library.db is damaged"),
        ("Ready", "Ready"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_and_a_name_stays_as_it_is(said: str, shown: str) -> None:
    assert stated(said) == shown

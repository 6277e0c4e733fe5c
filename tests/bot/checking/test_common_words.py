from __future__ import annotations

import pytest

from bot.checking.common_words import is_common, is_heading


@pytest.mark.parametrize("word", ["Residents", "less", "Prices", "Everyone"])
def test_words_that_are_written_small_are_common(word: str) -> None:
    assert is_common(word)


@pytest.mark.parametrize("word", ["Apple", "Rangers", "Woods", "Rose", "Mark", "Bush", "Oslo", "Okafor", ""])
def test_names_are_not_even_where_they_are_words_too(word: str) -> None:
    assert not is_common(word)


@pytest.mark.parametrize(
    ("sentence", "heading"),
    [
        ("Heavy Rains Flood Homes in Veyle", True),
        ("HEAVY RAINS FLOOD HOMES", True),
        ("Heavy rains flood homes in Veyle", False),
        ("Marta Lindqvist Left", False),
        ("", False),
    ],
)
def test_a_heading_has_capitals_everywhere(sentence: str, *, heading: bool) -> None:
    assert is_heading(sentence) is heading

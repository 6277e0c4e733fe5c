from __future__ import annotations

import pytest

from bot.checking.tokens import compounds, tokens


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russians", "Russia"),
        ("the British", "Britain's"),
        ("1,300", "1.3 thousand"),
        ("five", "5"),
        ("U.S.", "America"),
        ("the United States", "the US"),
        ("European Union", "EU"),
        ("voted", "votes"),
        ("Noël", "Noel"),
        ("Łódź", "Lodz"),
    ],
)
def test_words_that_mean_the_same_have_the_same_key(one: str, other: str) -> None:
    assert [token.key for token in tokens(one)] == [token.key for token in tokens(other)]


def test_tokens_are_content_words_in_order_as_written() -> None:
    assert [token.text for token in tokens("It has killed 1,300 of the US and its five allies.")] == [
        "killed",
        "1,300",
        "US",
        "five",
        "allies",
    ]


def test_a_hyphenated_word_counts_as_one_too() -> None:
    assert compounds("a cease-fire and a two-state solution") == {"ceasefir", "twostat"}

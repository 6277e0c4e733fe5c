from __future__ import annotations

import pytest

from bot.proving.subjects import name_first, reaches_on, subject
from bot.proving.words import read


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("Ann Lee, who is 34, left.", "Ann Lee"),
        ("The night watchman, who made tea, left.", "night watchman"),
        ("The watchman of the ship, who made tea, left.", ""),
        ("A watchman, who made tea, left.", ""),
        ("Ann Lee's son, who is four, left.", ""),
        ("In Rome, Ann Lee left.", ""),
    ],
)
def test_who_a_sentence_begins_with_is_a_name_or_the_only_one_so_called(text: str, begins: str) -> None:
    words = read(text)

    assert " ".join(word.text for word in words[: subject(words)]) == begins


def test_a_title_alone_is_no_name() -> None:
    assert name_first(read("Mr left.")) == 0
    assert name_first(read("Mr Lee left.")) == 2


@pytest.mark.parametrize(
    ("first", "second", "reaches"),
    [
        ("fell in Rome", "was hurt", False),
        ("drove trains before entering politics", "said so", False),
        ("drove trains before Bob fell", "was hurt", True),
        ("said Bob fell", "was hurt", True),
        ("tried to leave", "was hurt", True),
        ("was charged", "released a dog", True),
        ("did not fall", "was hurt", True),
    ],
)
def test_what_is_said_first_may_hold_what_comes_after_and(first: str, second: str, reaches: bool) -> None:
    assert reaches_on(read(first), read(second)) is reaches

from __future__ import annotations

import pytest

from bot.proving.times import once, time_at
from bot.proving.words import read


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("on Monday evening it rained", "on Monday evening"),
        ("on 17 March 2024 it rained", "on 17 March 2024"),
        ("at 6 p.m. on Friday it rained", "at 6 p m on Friday"),
        ("in 1994 it rained", "in 1994"),
        ("in 2,000 homes", ""),
        ("on Monday nine people", "on Monday"),
        ("on the roof", ""),
        ("overnight it rained", "overnight"),
        ("it may rain", ""),
    ],
)
def test_an_expression_of_time_is_found_with_its_end(text: str, time: str) -> None:
    words = read(text)

    assert " ".join(word.text for word in words[: time_at(words, 0)]) == time.replace("p m", "p")


@pytest.mark.parametrize(
    ("text", "was"), [("It rained.", True), ("The ship was lost.", True), ("The shop opens late.", False)]
)
def test_what_was_once_is_told_from_what_is_so_always(text: str, was: bool) -> None:
    assert once(read(text)) is was

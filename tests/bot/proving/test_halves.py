from __future__ import annotations

import pytest

from bot.proving.halves import AFTERWARDS, clear, first_half, hangs, second_half
from bot.proving.words import read


def halves(text: str) -> list[str]:
    """What is left when one half of a sentence is left out."""
    words = read(text)
    joins = [at for at, word in enumerate(words) if word.key in AFTERWARDS | {"and", ";"}]
    cuts = [cut for at, word in enumerate(words) if word.mark for cut in first_half(words, at)]
    cuts += [cut for at in joins for cut in second_half(words, at)]
    left = [[*words[:start], *words[end:]] for start, end in dict.fromkeys(cuts)]
    return [" ".join(word.text for word in kept) for kept in left]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("The bow was shut; the lamps were out.", ["lamps were out", "bow was shut"]),
        ("The bow was shut, and the lamps were out.", ["bow was shut"]),
        ("Nine people died and 14 were missing.", ["Nine people died"]),
        ("The ship sank after it hit a rock.", ["ship sank"]),
        ("The ship sank, when it hit a rock.", ["ship sank"]),
        ("The ship sank when it hit a rock.", []),
        ("The strike will end after a deal is signed.", []),
        ("The ship sank after 7 p.m.", []),
        ("The ship sank minutes after it left.", []),
        ("Guests and crew were there.", []),
        ("No child died and no man was hurt.", []),
        ("The deal between Ann and Bob failed.", []),
        ("Ann met Bob and not Carl.", []),
    ],
)
def test_a_half_is_left_that_is_a_sentence_and_as_true_without_the_other(text: str, left: list[str]) -> None:
    assert halves(text) == left


def test_what_is_so_of_all_or_none_or_is_the_largest_is_not_clear() -> None:
    assert clear(read("The ship sank."))
    assert not any(map(clear, map(read, ["No ship sank.", "All ships sank.", "The biggest ship sank."])))


def test_what_only_begins_with_if_or_when_is_no_sentence() -> None:
    assert hangs(read("If it rains"))
    assert not hangs(read("If it rains, they sleep"))

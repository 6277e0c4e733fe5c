from __future__ import annotations

import pytest

from bot.proving.left_out import gaps
from bot.proving.words import read


def left_out(text: str) -> set[str]:
    """What may be left out of a sentence, marks at the ends aside."""
    words = read(text)
    found = (" ".join(word.text for word in words[start:end] if not word.mark) for start, end in gaps(words))
    return {stretch for stretch in found if stretch}


@pytest.mark.parametrize(
    ("text", "may"),
    [
        ("Ann, who is 34, left.", {"who is 34", "who is 34 left"}),
        ("Ann, 34, left.", {"34"}),
        ("The ship, built in 1994, sank.", {"in 1994"}),
        ("The ship, operated by Bob, sank.", {"operated by Bob", "by Bob"}),
        ("The ship sank (a ferry) near Oslo.", {"ferry"}),
        ("The ship sank on Monday.", {"on Monday"}),
        ("The ship also sank.", {"also"}),
        ("Mr Lee left.", {"Mr"}),
        ("The ship sank, killing nine.", {"killing nine"}),
        ("Ann left and Bob wept.", {"and Bob wept"}),
        ("The ship sinks on Monday.", set()),
        ("The ship never sank on Monday.", set()),
        ("The ship might have sunk on Monday.", set()),
        ("The ship was lost, police said.", set()),
        ("The ship, if it sails, wins.", set()),
    ],
)
def test_only_what_changes_nothing_may_be_left_out(text: str, may: set[str]) -> None:
    assert left_out(text) == may

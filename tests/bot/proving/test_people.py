from __future__ import annotations

import pytest

from bot.proving.people import runs
from bot.proving.words import read


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Yesterday Dr Ann Lee met Bob.", ["Yesterday Dr Ann Lee", "Bob"]),
        ("Prime Minister Ann Lee left.", ["Ann Lee"]),
        ("He met Ann Lee's son Bob in Rome.", ["Ann Lee's", "Bob", "Rome"]),
        ("Nobody fell.", ["Nobody"]),
        ("The 12 left.", []),
    ],
)
def test_names_are_words_written_as_names_without_offices(text: str, names: list[str]) -> None:
    words = read(text)

    assert [" ".join(word.text for word in words[start:end]) for start, end in runs(words)] == names

from __future__ import annotations

import pytest

from bot.outlets import outlets_in

KNOWN = ("The Verge", "Reuters", "Times", "Harbour Times", "CNN.com", "Time")


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("According to The Verge, who won?", ("The Verge",)),
        ("What does 'Verge' say?", ("The Verge",)),
        ("Did Reuters and CNN both report it?", ("Reuters", "CNN.com")),
        ("What did the Harbour Times write?", ("Harbour Times",)),
        ("What did the Harbour Times and the Times write?", ("Harbour Times", "Times")),
        ("At what time did it start?", ()),
        ("Who was on the verge of tears?", ()),
    ],
)
def test_outlets_are_found_by_their_names(question: str, named: tuple[str, ...]) -> None:
    assert outlets_in(question, KNOWN) == named

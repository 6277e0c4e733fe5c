from __future__ import annotations

import pytest

from bot.outlets import asked_of_any, outlets_in

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


@pytest.mark.parametrize(
    ("question", "outlet", "asked"),
    [
        ("According to the Gazette, who won?", "Gazette", "Who won?"),
        ("Who won, according to The Verge?", "The Verge", "Who won"),
        ("What did the Gazette give as the turnout?", "Gazette", "What did the report give as the turnout?"),
        ("Who won?", "Gazette", "Who won?"),
    ],
)
def test_an_outlet_is_taken_out_of_what_is_asked_of_its_articles(question: str, outlet: str, asked: str) -> None:
    assert asked_of_any(question, [outlet]) == asked

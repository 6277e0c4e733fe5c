from __future__ import annotations

import pytest

from bot.checking.verbatim import find


@pytest.mark.parametrize(
    ("sentence", "passage", "found"),
    [
        ("Rates rose.", "Up. Rates rose. Down.", "Rates rose."),
        ("Rates rose", "Rates rose", "Rates rose"),
        ("Rates rose.", "Rates rose", "Rates rose"),
        ("Rates rose", "Rates rose.", "Rates rose"),
        ("We 'can't' go.", "“We ‘can’t’ go”", "We ‘can’t’ go"),
        ('"Ready," he said.', "“Ready,” he said.", "“Ready,” he said."),
        ("a 10-15 range", "a 10–15 range", "a 10–15 range"),
        ("Rates\nrose  fast.", "Rates rose\n\nfast.", "Rates rose\n\nfast."),
        ("ate rose", "Rate rose", None),
        ("Rates ros", "Rates rose", None),
        ("rates rose", "Rates rose", None),
        ("(a+b)*", "(a+b)* [c]", "(a+b)*"),
        ("", "Rates rose", None),
        (" . ", "Rates. rose", None),
    ],
)
def test_words_are_found_whatever_their_quotation_marks_and_spaces(
    sentence: str, passage: str, found: str | None
) -> None:
    span = find(sentence, passage)

    assert (passage[slice(*span)] if span else None) == found

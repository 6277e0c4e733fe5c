from __future__ import annotations

import pytest

from vectorstore.words import content_words, terms, words


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia's Foreign Minister", ["russia", "foreign", "minister"]),
        ("1,300 Israelis, 3.5 per cent", ["1,300", "israelis", "3.5", "per", "cent"]),
        ("don’t “stop”", ["don't", "stop"]),
        ("—!?", []),
    ],
)
def test_words_are_told_apart_without_case_and_possessives(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_content_words_leave_out_what_only_holds_a_sentence_together() -> None:
    assert content_words("Who is the minister of the interior?") == ["minister", "interior"]


def test_terms_of_different_forms_of_a_word_are_the_same() -> None:
    assert terms("vetoes vetoed vetoing") == ["veto"] * 3

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.difference import Edit, Kind, difference, marked, shortened
from tests.factories import TEXT, prose

TEXTS = st.lists(st.sampled_from(["The bridge", " is open.", "\n", "It closed", " in May. ", "  "]), max_size=9).map(
    "".join
)


def text(edits: tuple[Edit, ...], *kinds: Kind) -> str:
    return "".join(edit.text for edit in edits if edit.kind in kinds)


@given(TEXTS, TEXTS)
def test_both_texts_can_be_read_from_it_letter_for_letter(old: str, new: str) -> None:
    edits = difference(old, new)

    assert text(edits, Kind.SAME, Kind.REMOVED) == old
    assert text(edits, Kind.SAME, Kind.ADDED) == new


@pytest.mark.parametrize(
    ("new", "shown"),
    [
        (TEXT, TEXT),
        (TEXT.replace("keep", "close"), TEXT.replace("keep", "~~keep~~ **close**")),
        (TEXT + " It rained.", TEXT + " **It rained.**"),
        ("", f"~~{TEXT}~~"),
    ],
)
def test_it_is_shown_in_words(new: str, shown: str) -> None:
    assert marked(difference(TEXT, new)) == shown


def test_what_is_the_same_is_shown_as_far_as_it_says_where() -> None:
    old = f"{prose(20)} It is open. {prose(20, 'river')}"

    first, removed, added, last = shortened(difference(old, old.replace("It is open.", "It is closed.")))

    assert (removed.text, added.text) == (" open.", " closed.")
    assert first.text.startswith(" … ")
    assert first.text.endswith("about the bridge. It is")
    assert last.text.startswith(" Sentence number 0")
    assert last.text.endswith(" … ")


def test_a_very_long_text_that_is_all_new_is_not_compared_word_for_word() -> None:
    old, new = " ".join(map(str, range(3_000))), " ".join(map(str, range(0, 9_000, 3)))

    assert [edit.kind for edit in difference(old, new)] == [Kind.REMOVED, Kind.ADDED]

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.difference import LONGEST, Edit, Kind, around, difference, marked, shortened
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


def test_what_became_of_a_stretch_of_the_old_text_is_found_by_its_offsets() -> None:
    old, new = "It rained. The bridge is open today. It snowed.", "It rained. The bridge is shut today. It is warm."
    start = old.index("The bridge")

    found = around(difference(old, new), start, old.index(" It snowed"))

    assert marked(found) == "The bridge is ~~open~~ **shut** today."


@given(TEXTS, TEXTS, st.integers(0, 60), st.integers(0, 60))
def test_the_same_and_the_removed_words_of_a_stretch_are_the_stretch(old: str, new: str, start: int, end: int) -> None:
    found = around(difference(old, new), start, end)

    assert "".join(edit.text for edit in found if edit.kind is not Kind.ADDED) == old[start:end]


def test_what_came_in_the_place_of_a_stretch_is_shown_as_far_as_it_tells() -> None:
    found = around(difference("It is open.", "word " * 500), 0, 11)

    assert [edit.kind for edit in found] == [Kind.REMOVED, Kind.ADDED]
    assert found[1].text.endswith(" …")
    assert len(found[1].text.split()) == LONGEST + 1

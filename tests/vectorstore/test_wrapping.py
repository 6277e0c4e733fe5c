from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.wrapping import unwrap, wraps

WRAPPED = """\
Showers fell all week over the hills north of the town,
easing the drought that began in January and lifting
hopes for the harvest, farmers in the region said. The
Council of the town met on Monday.
No money was voted.

It will meet again."""


def test_a_wrapped_paragraph_becomes_a_line() -> None:
    assert unwrap(WRAPPED) == (
        "Showers fell all week over the hills north of the town, easing the drought that began in January and lifting"
        " hopes for the harvest, farmers in the region said. The Council of the town met on Monday.\n"
        "No money was voted.\n\nIt will meet again."
    )


@pytest.mark.parametrize(
    "text",
    [
        "Council votes to keep the old bridge open\nBy Jane Doe\n20 October 2023",
        "A standfirst that says in one line what the article is about, and is long.\nLavrov (centre) spoke [Getty]",
        "Six killed in flood in the north of Portugal\nCouncil votes to keep the old bridge open\nRates rise again",
        "Things to bring to the meeting on Monday:\n- a pen that writes\n- paper, and\n2. patience",
        "One paragraph.\n\nanother one",
        "",
    ],
)
def test_lines_that_end_because_something_ends_are_left(text: str) -> None:
    assert unwrap(text) == text


@given(st.text("aB. -\n"))
def test_unwrapping_puts_spaces_for_line_ends_and_changes_nothing_else(text: str) -> None:
    changed = {at for at, (old, new) in enumerate(zip(text, unwrap(text), strict=True)) if old != new}

    assert changed == set(wraps(text))
    assert {text[at] for at in changed} <= {"\n"}

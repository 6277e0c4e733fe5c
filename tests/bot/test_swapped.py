from __future__ import annotations

import pytest

from bot.swapped import swapped

SOURCE = (
    "Israel's strikes have killed 4,137 Palestinians, including at least 1,524 children, and hurt over 13,000 people."
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Palestinian strikes have killed 4,137 Israelis.", ("Palestinian", "Israelis")),
        ("Israel's strikes have killed 1,524 Palestinians, including at least 4,137 children.", ("1524", "4137")),
        ("Over 13,000 children were hurt.", ("13000",)),
        ("Israel's strikes have killed 4,137 Palestinians.", ()),
        ("The strikes have hurt over 13,000 people and killed 4,137 Palestinians.", ()),
        ("4,137 Palestinians were killed by Israel's strikes.", ()),
        ("At least 1,524 children were killed.", ()),
        ("The 1,524 dead children are counted.", ()),
    ],
)
def test_details_that_changed_places_are_named(sentence: str, found: tuple[str, ...]) -> None:
    assert swapped(sentence, SOURCE) == found


def test_names_in_a_sentence_turned_round_with_by_are_in_their_places() -> None:
    source = "Rovers beat United in the final."

    assert swapped("United beat Rovers in the final.", source) == ("United", "Rovers")
    assert swapped("United were beaten by Rovers in the final.", source) == ()

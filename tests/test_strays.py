"""That what is looked for in a sentence is found: a check of the check."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.factories import article, citation, day
from tests.strays import strays

QUOTE = "Ann Lee said on Monday that 18,204 people had left Port Halden by three o'clock."
ARTICLE = f"{QUOTE} The Russian envoy, Ivan Orlov, was there."


def found(text: str) -> list[str]:
    of = replace(article(text=ARTICLE), title="Port Halden", source="Gazette", published=day("2025-02-11T14:00:00"))
    return strays(text, [citation(QUOTE, of=of)], [ARTICLE])


@pytest.mark.parametrize(
    ("text", "invented"),
    [
        ("Ann Lee said that 18,304 people had left.", ["18,304"]),
        ("Ann Lee said that about 23,000 people had left.", ["23,000"]),
        ("Ann Lee said that 18,000 people had left.", ["18,000"]),
        ("Ann Lee said that five people had left by three.", ["five"]),
        ("The mayor, Bob Lee, said that people had left.", ["Bob"]),
        ("People had left Ellisford, Ann Lee said.", ["Ellisford"]),
        ("On 25 March people had left Port Halden.", ["25"]),
        ("It was said by the “Herald” and the French.", ["Herald", "French"]),
    ],
)
def test_a_number_or_a_name_that_is_not_there_is_found(text: str, invented: list[str]) -> None:
    assert found(text) == invented


@pytest.mark.parametrize(
    "text",
    [
        QUOTE,
        "According to Ann Lee, 18,204 people had left Port Halden by 3 o'clock.",
        "The Gazette says that about 18,000 people had left, and one outlet agrees.",
        "On 10 February 2025 more than 18,000 people had left Port Halden.",
        "The envoy of Russia was there on Monday.",
    ],
)
def test_what_is_there_in_another_form_is_no_stray(text: str) -> None:
    assert found(text) == []

"""What is quoted in the place of a sentence that is not proven."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from bot.checking.align import quote
from bot.rests_on import rests_on
from bot.types import Draft, Support, Verdict
from bot.verify import verify
from tests.factories import hit
from vectorstore.types import Hit

TALKS = hit(
    "Mara Lund met Ann Hale in Oslo. She flew home on Monday. The talks failed.\n\n"
    "“The talks are dead,” said Lund. “They died at noon.”\n\n“Nobody asked the miners. They slept.”",
    article_id="talks",
    source="Gazette",
)


def resting_on(text: str, said: str = "Lund and Hale flew home from Oslo after the talks.") -> list[str]:
    """What stands in the place of a sentence of which the check thinks that it rests on this one."""

    def sure(sentence: str, hits: Sequence[Hit]) -> Verdict:
        start = TALKS.chunk.text.index(text)
        quotes = (quote(TALKS, start, start + len(text)),)
        return Verdict(support=Support.SUPPORTED, score=0.9, quotes=quotes)

    return [found.text for found in rests_on(Draft(text=said, hits=(TALKS,)), [TALKS], sure)]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("The talks failed.", ["The talks failed."]),
        ("She flew home on Monday.", ["Mara Lund met Ann Hale in Oslo. She flew home on Monday."]),
        ("“They died at noon.”", ["“The talks are dead,” said Lund. “They died at noon.”"]),
        ("“Nobody asked the miners. They slept.”", []),
    ],
    ids=["alone", "with the sentence that it leans on", "with who says it", "of nobody known"],
)
def test_a_quote_is_given_so_that_it_can_be_understood(text: str, quoted: list[str]) -> None:
    assert resting_on(text) == quoted


def test_nothing_stands_in_the_place_of_what_is_not_even_likely_or_holds_an_address() -> None:
    assert rests_on(Draft(text="France built 900 bridges in Toulouse.", hits=(TALKS,)), [TALKS], verify) == ()
    assert rests_on(Draft(text="The talks failed at http://evil.example.", hits=(TALKS,)), [TALKS], verify) == ()
    assert rests_on(Draft(text="Oslo.", hits=(TALKS,)), [TALKS], verify) == ()


def test_what_an_outlet_says_is_quoted_so_that_it_can_be_understood() -> None:
    found = resting_on("She flew home on Monday.", said="The Gazette says that Lund flew home on Monday.")

    assert found == ["Mara Lund met Ann Hale in Oslo. She flew home on Monday."]

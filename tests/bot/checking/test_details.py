from __future__ import annotations

import pytest

from bot.checking.align import best, claim, sources
from bot.checking.details import Missing, missing, negation
from tests.factories import hit


def denied(sentence: str, text: str) -> tuple[str, ...]:
    found = sources([hit(text)])
    said = claim(sentence, found)
    return negation(said, best(said.rarity, found))


def test_what_is_missing_is_named_by_its_kind() -> None:
    found = missing("Okafor of Veyle paid 300 for a “very old” boat.", ["Lindqvist of Veyle bought an old boat."])

    assert found == Missing(names=("Okafor",), numbers=("300",), quotations=("very old",))
    assert found.all == ("Okafor", "300", "very old")


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The mill did not close.", "The mill never closed."),
        ("The origin of the mill is not known.", "The origin of the mill is unknown."),
        ("She was not injured in the crash.", "She left the crash uninjured."),
        ("Okafor did not win the vote.", "Okafor lost the vote."),
        ("The shop is not open.", "The shop is closed."),
        ("Workers at the mill have no homes.", "Workers at the mill are homeless."),
        ("They did not play the final.", "They missed out on playing the final."),
        ("The mill does not use coal.", "The mill uses oil in place of coal."),
        ("The council did not hold the talks.", "The talks were cancelled by the council."),
        ("Not only the mill but the port closed.", "The mill and the port closed."),
        ("The bridge did not open until 1883.", "The bridge opened in 1883."),
        ("He called the bridge “not a success”.", "The bridge, he said, was “a success”."),
        ("The film No Way Home opened.", "The film opened at home."),
        ("The mill closed, and there was no strike.", "The mill closed. Not one strike was called. The mill closed."),
    ],
)
def test_what_is_denied_in_other_words_is_not_invented(sentence: str, text: str) -> None:
    assert denied(sentence, text) == ()


@pytest.mark.parametrize(
    ("sentence", "text"),
    [
        ("The mill did not close.", "The mill closed."),
        ("The origin of the mill is not known.", "The origin of the mill is known."),
        ("Okafor did not win the vote.", "Okafor won the vote."),
        ("Okafor did not lose the vote.", "Okafor lost the vote."),
        ("The minister did not resign.", "The minister resigned after he lost the vote."),
        ("The shop is not closed.", "The shop is closed."),
        ("The origin is not unknown.", "The origin is unknown."),
        ("The mill does not use coal.", "The mill uses coal in place of oil."),
        ("The council did not cancel the talks.", "The talks were cancelled by the council."),
        ("Not the mill but the port closed.", "The mill and the port closed."),
        ("The bridge was not open until 1883.", "The bridge was open until 1883."),
        ("He did not go home.", "He went home."),
    ],
)
def test_a_denial_that_is_nowhere_is_invented(sentence: str, text: str) -> None:
    assert denied(sentence, text) != ()

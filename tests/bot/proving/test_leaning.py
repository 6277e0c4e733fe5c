from __future__ import annotations

import pytest

from bot.proving.leaning import leans, leans_on, ours, spoken
from bot.proving.words import read


@pytest.mark.parametrize(
    ("text", "does"),
    [
        ("She flew home.", True),
        ("Two of them fled.", True),
        ("In it the union complains.", True),
        ("This page answers.", True),
        ("The captain said he was ill.", False),
        ("Nine people fled.", False),
    ],
)
def test_a_sentence_leans_on_what_was_spoken_of_before_where_it_names_nothing_first(text: str, does: bool) -> None:
    assert leans(read(text)) is does


@pytest.mark.parametrize(
    ("text", "does"), [("We regret it.", True), ("Rain falls today.", True), ("“We weep,” Ann said.", False)]
)
def test_words_that_mean_something_else_in_another_mouth_or_on_another_day(text: str, does: bool) -> None:
    assert ours(read(text)) is does


def test_words_of_nobody_known_are_told_from_what_somebody_says() -> None:
    assert spoken(read("“We weep.”"))
    assert not spoken(read("“We weep,” Ann said."))


def test_what_leans_in_the_article_leans_in_a_sentence_that_keeps_it() -> None:
    source = read("It passed its inspection, according to the Registry.")

    assert leans_on(read("The Registry said it passed its inspection."), source)
    assert not leans_on(read("The ship passed."), source)
    assert not leans_on(read("The captain said he was ill."), read("The captain said he was ill."))

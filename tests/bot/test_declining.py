from __future__ import annotations

import pytest

from bot.declining import declines


@pytest.mark.parametrize(
    "sentence",
    [
        "The articles do not say.",
        "the articles do not say",
        "Sorry, but the articles do not say!",
        "The articles do not say why rates rose.",
        "The excerpts do not mention a minister.",
        "The provided text doesn’t specify how many people died.",
        "The provided excerpts contain no information about the mayor.",
        "There is no information about the mayor in the excerpts.",
        "The number is not mentioned in the given context.",
        "Based on the provided excerpts, I cannot determine who won.",
        "I'm sorry, but I can't answer that question.",
        "I do not have enough information to answer.",
        "Unfortunately, I don't know.",
        "Die Artikel sagen dazu nichts.",
        "Les articles ne le disent pas.",
        "Los artículos no lo dicen.",
    ],
)
def test_that_the_articles_do_not_say_is_known_in_other_words(sentence: str) -> None:
    assert declines(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "The articles say so.",
        "The minister did not say why rates rose.",
        "The article of the treaty does not mention islands.",
        "The excerpts do not name him, but the Courier reports that rates rose.",
        "“I cannot answer that,” the minister said.",
        "There is no information about the crew, the navy said.",
        "Rates were not given a boost.",
        "I think that rates rose.",
    ],
)
def test_what_says_anything_else_is_no_refusal(sentence: str) -> None:
    assert not declines(sentence)

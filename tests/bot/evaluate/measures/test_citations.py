from __future__ import annotations

import math

import pytest

from bot.evaluate.gold import Evidence
from bot.evaluate.measures import MEASURES
from bot.evaluate.rows import Asked, Cited
from tests.factories import answered, asked, question

ASKS = question(
    evidence=(Evidence(article_id="a", quote="nine people died"), Evidence(article_id="b", quote="the ship sank"))
)


def citing(*cited: tuple[str, str], verbatim: bool = True, refusal: str = "") -> Asked:
    quotes = tuple(Cited(article_id=article, quote=quote, verbatim=verbatim) for article, quote in cited)
    return asked(cited=quotes, refusal=refusal)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("citation_precision", 1 / 2),
        ("citation_recall", 1 / 2),
        ("quote_precision", 1 / 3),
        ("quote_recall", 1 / 2),
        ("verbatim", 1.0),
        ("cited", 1.0),
        ("supported", 1.0),
    ],
)
def test_measures_by_hand(name: str, value: float) -> None:
    row = answered(citing(("a", "Nine people died."), ("a", "Rain fell."), ("x", "Wind blew.")), ASKS)

    assert MEASURES[name]([row]) == pytest.approx(value)


def test_a_refusal_has_no_precision_and_no_recall() -> None:
    row = answered(citing(refusal="The articles do not say."), ASKS)

    assert math.isnan(MEASURES["citation_precision"]([row]))
    assert MEASURES["citation_recall"]([row]) == 0.0
    assert MEASURES["quote_recall"]([row]) == 0.0


def test_verbatim_counts_quotes_and_not_answers() -> None:
    good = answered(citing(("a", "x"), ("a", "y"), ("a", "z")), ASKS)
    bad = answered(citing(("a", "x"), verbatim=False), ASKS)

    assert MEASURES["verbatim"]([good, bad]) == 3 / 4

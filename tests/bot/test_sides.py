from __future__ import annotations

import pytest

from bot.kinds import Kind
from bot.reading import Candidate, Reading
from bot.sides import differ, differing, told
from tests.factories import day, hit


@pytest.mark.parametrize(
    ("kind", "one", "other", "different"),
    [
        (Kind.NUMBER, "13", "nine", True),
        (Kind.NUMBER, "1,900 hectares", "about 2,300 hectares", True),
        (Kind.NUMBER, "at least nine", "9", False),
        (Kind.NUMBER, "12,000", "12000", False),
        (Kind.NUMBER, "20 minutes", "410,000", False),
        (Kind.NUMBER, "9 of 64", "12", False),
        (Kind.TIME, "12 March", "March 14", True),
        (Kind.TIME, "12 March 2026", "March 12", False),
        (Kind.TIME, "Tuesday", "12 March", False),
        (Kind.PERSON, "Mr Roake", "Ms Brandt", True),
        (Kind.PERSON, "Sir Anselm Roake", "Anselm Roake", False),
        (Kind.PERSON, "Mr Roake", "the minister", False),
        (Kind.PLACE, "Brackwater", "Veyle", False),
    ],
)
def test_answers_differ_where_both_cannot_be_meant(kind: Kind, one: str, other: str, different: bool) -> None:
    assert differ(kind, one, other) is different


def candidate(figure: str, score: float, article: str) -> Candidate:
    one = hit(f"The toll was {figure}.", article_id=article, source=article.title(), published=day("2026-03-03"))
    return Candidate(
        hit=one, text=one.chunk.text, start=0, end=len(one.chunk.text), score=score, answer=(13, 13 + len(figure))
    )


def figures(*candidates: Candidate) -> list[tuple[str, str]]:
    found = differing(Reading(candidates=candidates), Kind.NUMBER)
    return [(one.words, one.article.source) for one in told(found)]


def test_each_different_figure_is_told_once_with_its_article() -> None:
    said = figures(candidate("13", 9, "gazette"), candidate("thirteen", 8, "echo"), candidate("nine", 7, "times"))

    assert said == [("13", "Gazette"), ("nine", "Times")]


def test_a_figure_of_an_unlikely_sentence_is_not_told() -> None:
    assert figures(candidate("13", 9, "gazette"), candidate("nine", 1, "times")) == []


def test_one_article_does_not_differ_with_itself() -> None:
    assert figures(candidate("13", 9, "gazette"), candidate("nine", 8, "gazette")) == []


def test_nothing_differs_where_nothing_was_read() -> None:
    assert differing(Reading(), Kind.NUMBER) == []


def winner(name: str, article: str, text: str = "The election for mayor of Ellisford was won by {}.") -> Candidate:
    one = hit(text.format(name), article_id=article, source=article.title(), published=day("2026-03-03"))
    start = one.chunk.text.index(name)
    return Candidate(
        hit=one, text=one.chunk.text, start=0, end=len(one.chunk.text), score=5.0, answer=(start, start + len(name))
    )


def names(*candidates: Candidate) -> list[str]:
    return [one.words for one in told(differing(Reading(candidates=candidates), Kind.PERSON))]


def test_different_names_for_one_thing_are_told() -> None:
    assert names(winner("Marta Lindqvist", "echo"), winner("Devlin Okafor", "times")) == [
        "Marta Lindqvist",
        "Devlin Okafor",
    ]


def test_names_do_not_differ_where_an_article_knows_both_or_tells_of_something_else() -> None:
    both = winner("Devlin Okafor", "times", "Ellisford's election for mayor was won by {}, not by Marta Lindqvist.")
    else_ = winner("Devlin Okafor", "times", "A note and a watering can were sent to {}.")

    assert names(winner("Marta Lindqvist", "echo"), both) == []
    assert names(winner("Marta Lindqvist", "echo"), else_) == []

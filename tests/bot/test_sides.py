from __future__ import annotations

from dataclasses import replace

import pytest

from bot.kinds import Kind
from bot.reading import Candidate, Reading
from bot.sides import differ, differing, outlets, sides
from tests.factories import day, hit, query
from vectorstore.types import Query


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
    apart, _ = sides(Reading(candidates=candidates), query("What number is the toll?"))
    return [(one.words, one.article.source) for one in apart]


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
    apart, _ = sides(Reading(candidates=candidates), query("Who won?"))
    return [one.words for one in apart]


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


ASKED = query("What number is the toll?")
COMPARED = query("Where do the papers differ on what number the toll is?")


def sides_of(*candidates: Candidate, asked: Query = ASKED) -> tuple[list[tuple[str, list[str]]], list[str]]:
    """Each of the different figures with the outlets that give it; and the outlets that give one alike."""
    apart, alike = sides(Reading(candidates=candidates), asked)
    named = [(one.words, [one.article.source, *(article.source for article in one.also)]) for one in apart]
    return named, [alike.article.source, *(article.source for article in alike.also)] if alike else []


def test_outlets_that_give_the_same_figure_are_counted_together() -> None:
    found = sides_of(
        candidate("13", 9, "gazette"),
        candidate("nine", 8, "times"),
        candidate("thirteen", 7, "echo"),
        candidate("13", 2, "post"),
        candidate("13", 0.1, "mail"),
    )

    assert found == ([("13", ["Gazette", "Echo", "Post"]), ("nine", ["Times"])], [])


def test_outlets_agree_where_none_differs_and_an_outlet_counts_once() -> None:
    twice = replace(candidate("13", 6, "gazette-2"), hit=hit("The toll was 13.", article_id="g2", source="Gazette"))

    assert sides_of(candidate("13", 9, "gazette"), twice, candidate("13", 7, "echo")) == ([], ["Gazette", "Echo"])
    assert sides_of(candidate("13", 9, "gazette"), twice) == ([], [])
    assert sides_of(candidate("13", 9, "gazette"), candidate("nine", 7, "echo"))[1] == []


def test_the_same_figure_of_something_else_does_not_agree() -> None:
    other = hit("Rain fell on 13 towns near Veyle.", article_id="echo", source="Echo")
    rain = Candidate(hit=other, text=other.chunk.text, start=0, end=33, score=8, answer=(13, 15))

    assert sides_of(candidate("13", 9, "gazette"), rain) == ([], [])


def test_where_outlets_are_compared_a_less_likely_figure_of_the_same_thing_is_told_too() -> None:
    found = (candidate("13", 9, "gazette"), candidate("nine", 1, "times"))

    assert sides_of(*found) == ([], [])
    assert sides_of(*found, asked=COMPARED) == ([("13", ["Gazette"]), ("nine", ["Times"])], [])


def test_where_outlets_are_compared_without_their_names_each_has_its_best_sentence() -> None:
    read = Reading(
        candidates=tuple(
            replace(candidate("13", score, name), text=f"In all the toll was 13 by {name}.")
            for name, score in (("gazette", 9), ("echo", 3), ("gazette", 2), ("mail", 0.1))
        )
    )

    assert [one.hit.article.source for one in outlets(read, COMPARED)] == ["Gazette", "Echo"]
    assert outlets(read, ASKED) == []

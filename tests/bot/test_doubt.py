from __future__ import annotations

from dataclasses import replace

import pytest

from bot.doubt import ELSEWHERE, SHARED_OUT, UNCOUNTED, UNKNOWN, UNLIKE, estranged, unlike
from tests.factories import hit, query

FIRE = hit("At the peak 410 firefighters were at work.", article_id="fire", title="Stannick fire contained")
RAIL = hit("Trains from Oster were late.", article_id="rail", title="Strike goes on")


def nothing(_: str) -> str:
    return ""


def test_a_passage_of_an_article_that_does_not_know_what_is_asked_about_is_doubted() -> None:
    asked = query("How many firefighters did Oster send to Stannick?")

    assert estranged(asked, [FIRE, RAIL], nothing) == [UNKNOWN, UNKNOWN]


def test_less_so_where_the_article_knows_it_elsewhere() -> None:
    asked = query("How many firefighters did Oster send?")

    assert estranged(asked, [FIRE, RAIL], lambda _: "Oster sent two aircraft.") == [ELSEWHERE, 0.0]


def test_what_a_comparison_names_may_be_known_to_several_articles_together() -> None:
    assert estranged(query("Compare Stannick and Oster."), [FIRE, RAIL], nothing) == [-SHARED_OUT, -SHARED_OUT]


@pytest.mark.parametrize("outlets", [(), ("Gazette", "Herald")])
def test_so_may_what_is_asked_of_several_outlets_or_what_is_very_much(outlets: tuple[str, ...]) -> None:
    asked = (
        "Which town of the 410 firefighters at Stannick" + ("" if outlets else " and of the 410 trains") + " is Oster?"
    )

    assert estranged(replace(query(asked), outlets=outlets), [FIRE, RAIL], nothing) == [-SHARED_OUT, -SHARED_OUT]


def test_an_outlet_that_is_named_need_not_be_known() -> None:
    asked = replace(query("According to the Gazette, how big was the Stannick fire?"), outlets=("Gazette",))

    assert estranged(asked, [FIRE], nothing) == [0.0]


def test_words_that_the_conversation_added_are_not_asked_about() -> None:
    asked = replace(query("How many? (Oster trains)"), typed="How many?")

    assert estranged(asked, [FIRE], nothing) == [0.0]


def test_an_article_is_looked_up_only_where_its_passage_lacks_something() -> None:
    looked_up: list[str] = []

    def whole(id: str) -> str:
        looked_up.append(id)
        return ""

    estranged(query("Were there trains from Oster?"), [FIRE, RAIL], whole)

    assert looked_up == ["fire"]


@pytest.mark.parametrize(
    ("question", "sentence", "span", "doubt"),
    [
        ("How many buses are used?", "It runs with six buses.", "six", 0.0),
        ("How many animals were killed?", "Two people died.", "Two", UNCOUNTED),
        ("How many goals did he score?", "He scored 12 goals.", "12", 0.0),
        ("How many people died?", "At least 12 died.", "12", 0.0),
        ("How many residents of Seville died?", "The plague killed 30 of its residents.", "30", 0.0),
        ("How much is he paid?", "It was a price worth paying.", "a price", UNLIKE),
        ("How much is he paid?", "He gets 90,000 crowns.", "90,000 crowns", 0.0),
        ("In what year was it founded?", "She has run it for 79 days.", "79", UNLIKE),
        ("In what year was it founded?", "It was founded in 1904.", "1904", 0.0),
        ("What is the name of the woman?", "A woman of 39 was held.", "A woman of 39", UNLIKE),
        ("What is the name of the woman?", "Ann Lee, 39, was held.", "Ann Lee", 0.0),
        ("What did he call for?", "He called out the US.", "the US", UNLIKE),
        ("What did he call for?", "He called out the US and called for peace.", "peace", 0.0),
        ("What did he call for?", "He urged peace.", "peace", 0.0),
        ("Who was held?", "A woman of 39 was held.", "A woman of 39", 0.0),
    ],
)
def test_a_sentence_without_what_is_asked_for_is_doubted(question: str, sentence: str, span: str, doubt: float) -> None:
    assert unlike(question, sentence, span) == doubt

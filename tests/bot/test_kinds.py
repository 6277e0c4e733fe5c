from __future__ import annotations

import pytest

from bot.kinds import Kind, answers_kind, kind_of


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Summarise this article", Kind.SUMMARY),
        ("Please summarize it", Kind.SUMMARY),
        ("What is this about?", Kind.SUMMARY),
        ("What is the article about?", Kind.SUMMARY),
        ("Give me a short summary of the ferry story", Kind.SUMMARY),
        ("What are the main points?", Kind.SUMMARY),
        ("How many people died?", Kind.NUMBER),
        ("When did the talks begin?", Kind.TIME),
        ("Who vetoed it?", Kind.PERSON),
        ("Where was the conference?", Kind.PLACE),
        ("Why did they leave?", Kind.REASON),
        ("What is the inflation debate about in 2023?", Kind.OTHER),
        ("Did the talks fail?", Kind.YES_NO),
        ("And hasn't he been arrested?", Kind.YES_NO),
        ("Did the mayor or the council decide?", Kind.OTHER),
        ("Which towns were hit by the storm?", Kind.LIST),
        ("List the ministers who left", Kind.LIST),
        ("Which virus was found?", Kind.OTHER),
        ("How do the Echo and the Times differ on turnout?", Kind.COMPARISON),
        ("Do the papers agree on the toll?", Kind.COMPARISON),
        ("Was inflation lower in May than it had been in February?", Kind.COMPARISON),
        ("Which storm killed more than 1,000 people?", Kind.OTHER),
        ("Which company agreed to the deal?", Kind.OTHER),
    ],
)
def test_the_wording_of_a_question_tells_its_kind(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


@pytest.mark.parametrize(
    ("kind", "sentence", "holds"),
    [
        (Kind.NUMBER, "Twelve were hurt.", True),
        (Kind.NUMBER, "Many were hurt.", False),
        (Kind.TIME, "They met on Wednesday.", True),
        (Kind.TIME, "They met again.", False),
        (Kind.PLACE, "They met in Pyongyang.", True),
        (Kind.PLACE, "They met at home.", False),
        (Kind.REASON, "They left because of the rain.", True),
        (Kind.OTHER, "They left.", False),
    ],
)
def test_a_sentence_may_hold_the_kind_of_answer_asked_for(kind: Kind, sentence: str, holds: bool) -> None:
    assert answers_kind(kind, sentence, "What happened to them?") is holds


def test_a_name_that_the_question_says_itself_is_no_answer_to_who() -> None:
    assert not answers_kind(Kind.PERSON, "Lavrov spoke.", "Who did Lavrov meet?")
    assert answers_kind(Kind.PERSON, "Lavrov met Fidan.", "Who did Lavrov meet?")


def test_a_polite_question_is_of_the_kind_of_what_it_asks() -> None:
    assert kind_of("Could you tell me when the bridge opens?") is Kind.TIME
    assert kind_of("Do you know who won?") is Kind.PERSON
    assert kind_of("Can you tell me if the bridge is open?") is Kind.YES_NO

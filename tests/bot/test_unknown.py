from __future__ import annotations

from pathlib import Path

import pytest

from bot.evaluate.data import load
from bot.outlets import asked_of_any, outlets_in
from bot.unknown import Named, Told, about
from tests.factories import article, day
from vectorstore.types import Article

TEXT = (
    "Foreign Minister Sergei Lavrov spoke in Pyongyang. Israel's strikes have killed 4,137 Palestinians, he said. "
    "The United Nations voted in 2023. Mr Fidan, of Turkey, met Russia's envoy; so did Devlin Okafor (Civic Alliance)."
)


def unknown(question: str) -> tuple[str, ...]:
    return Named(question).unknown_to(Told([TEXT]))


@pytest.mark.parametrize(
    "question",
    [
        "What did Lavrov say in Pyongyang?",
        "How many Palestinian children died, of 4,137?",
        "What did Mr Sergei Lavrov say?",
        "What did the UN do in 2023?",
        "What did Hakan Fidan say?",
        "What did President Fidan say?",
        "Who spoke for Ankara?",
        "What did the Turks want?",
        "What Did Erdogan Say About The Strikes?",
        "what did erdogan say",
        "When did the minister speak?",
        "Compare what was said.",
        "Which Asian country was it?",
        "What happened on Wednesday?",
        "What did Lavrow say?",
        "What did Lavorv say?",
        "Who is the CEO of the Civic Alliance?",
        "What does the FM want?",
        "What happened at 18:40, and what at 6.30 p.m.?",
        "Give me 5 reasons why the 8th strike was made.",
        "Was haben die Palästinenser vom Aussenminister in der Hauptstadt verlangt?",
        "What did the Kremlin say?",
    ],
)
def test_what_an_article_has_in_any_form_is_known_to_it(question: str) -> None:
    assert unknown(question) == ()


@pytest.mark.parametrize(
    ("question", "strange"),
    [
        ("What did President Erdogan tell Lavrov?", ("President Erdogan",)),
        ("What did Lavrov say in Paris?", ("Paris",)),
        ("What did the UN do in 2019?", ("2019",)),
        ("Were 9,999 Palestinians killed?", ("9,999",)),
        ("Were 40 Palestinians killed?", ("40",)),
        ("How many Palestinians died in the 7.2-magnitude earthquake?", ("7.2",)),
        ("What did the people of Gambia want?", ("Gambia",)),
        ("What did Jonah Okafor say?", ("Jonah Okafor",)),
        ("How many votes did the Farmers' Alliance get?", ("Farmers",)),
        ("Who won the Nobel Prize in Literature?", ("Nobel Prize", "Literature")),
    ],
)
def test_another_place_person_year_or_number_is_not(question: str, strange: tuple[str, ...]) -> None:
    assert unknown(question) == strange


def test_an_article_knows_its_outlet_its_address_and_its_day() -> None:
    of = article(source="The Courier", url="https://civicpay.example/notice", published=day("2024-07-02")).headline

    told = Told(about(of))

    assert Named("Did the Courier say on 30 June 2024 that CivicPay paid?").unknown_to(told) == ()
    assert Named("Did the Courier say in March 2024 that Corran paid?").unknown_to(told) == ("March", "Corran")


BUNDLED = load(Path("bot/evaluate/bundled"))


def test_of_the_bundled_questions_that_articles_answer_hardly_one_names_what_these_do_not_know() -> None:
    articles = {one.id: one for one in BUNDLED.articles}
    outlets = {one.source for one in BUNDLED.articles if one.source}
    strange = [
        question.question
        for question in BUNDLED.questions
        if question.answerable and question.evidence
        for told in [Told(text for one in question.evidence for text in whole(articles[one.article_id]))]
        if Named(asked_of_any(question.question, outlets_in(question.question, outlets))).unknown_to(told)
    ]

    assert len(strange) <= 0.02 * len(BUNDLED.questions)


def whole(one: Article) -> list[str]:
    return [*about(one.headline), one.text]


def test_with_one_name_changed_they_do() -> None:
    articles = {one.id: one for one in BUNDLED.articles}
    changed = [
        (question, question.question.replace(name, "Zanzibar"))
        for question in BUNDLED.questions
        if question.answerable and question.evidence
        for name in ("Ellisford", "Thornmere", "Saint Orla", "Stannick", "CivicPay", "Rovers")
        if f" {name}" in question.question
    ]

    known = [
        text
        for question, text in changed
        if not Named(text).unknown_to(Told(whole(articles[question.evidence[0].article_id])))
    ]

    assert len(changed) > 40
    assert known == []

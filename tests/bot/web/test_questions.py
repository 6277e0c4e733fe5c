from __future__ import annotations

import pytest

from bot.web.questions import Suggested, names, questions


@pytest.mark.parametrize(
    ("sentence", "asked"),
    [
        ("The council met on Monday.", ["When did the council meet?"]),
        ("The toll was abolished in 1988 and there are no plans for another.", ["When was the toll abolished?"]),
        ("A service will be held at the chapel at 6 p.m. on Friday.", ["When will a service be held at the chapel?"]),
        ("The inquiry will open in Port Halden.", ["Where will the inquiry open?"]),
        ("The road was closed because the bridge shook.", ["Why was the road closed?"]),
        ("The repairs will cost about two million crowns.", ["How much will the repairs cost?"]),
        ("At least nine people died and 14 were missing.", ["How many people died?"]),
        ("Eighteen bodies were recovered, the last in April.", ["How many bodies were recovered?"]),
        ("Ada Brown said that it was late.", ["What did Ada Brown say?"]),
        ("“It was late,” said Ada Brown, the captain.", ["What did Ada Brown say?", "Who is Ada Brown?"]),
        ("Winds were strong, the Met Service said.", ["What did the Met Service say?"]),
    ],
)
def test_a_sentence_is_turned_into_what_it_answers(sentence: str, asked: list[str]) -> None:
    assert [one.question for one in questions(sentence, sentence)] == asked


@pytest.mark.parametrize(
    "sentence",
    [
        "",
        "It was closed on Monday.",
        "The bridge will not reopen until June.",
        "The bridge had been due to open on 12 April.",
        "The company said the lamps were replaced in December.",
        "In March the road was closed on Monday.",
        "Two others were far behind.",
        "Zorblatt was closed on Monday.",
        "Lavrov: “He was there on Monday.”",
        "Is the bridge closed on Monday?",
        "المجلس اجتمع يوم الاثنين في القاهرة.",
        "市议会星期一在上海开会。",
        "Der Rat will am Montag in Berlin tagen.",
    ],
)
def test_what_cannot_be_turned_for_sure_gives_no_question(sentence: str) -> None:
    assert list(questions(sentence, sentence)) == []


def test_a_name_that_begins_a_sentence_is_known_by_the_text_around_it() -> None:
    around = "They all knew that Zorblatt was there. Zorblatt was closed on Monday."

    (found,) = questions("Zorblatt was closed on Monday.", around)

    assert found == Suggested(question="When was Zorblatt closed?", kind="when", holds="Zorblatt was closed on Monday.")


def test_names_of_several_words_are_found_once() -> None:
    assert names("The Met Service told Ada Brown of Westport. Ada Brown of Westport left.") == [
        "the Met Service",
        "Ada Brown of Westport",
    ]

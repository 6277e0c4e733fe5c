from __future__ import annotations

import pytest

from bot.pointed import pointed

TOLL = "Israel's strikes have killed 4,137 Palestinians, including at least 1,524 children, and injured over 13,000."


def said(question: str, sentence: str, span: str) -> str:
    start = sentence.index(span)
    place = pointed(question, f"Before. {sentence}", (8, 8 + len(sentence)), (8 + start, 8 + start + len(span)))
    return f"Before. {sentence}"[slice(*place)] if place else ""


@pytest.mark.parametrize(
    ("question", "sentence", "span", "words"),
    [
        (
            "How many children were killed?",
            TOLL,
            "4,137 Palestinians, including at least 1,524 children",
            "at least 1,524",
        ),
        ("How many Palestinians were killed?", TOLL, TOLL[:60], "4,137"),
        ("How many people were injured?", TOLL, "over 13,000", "over 13,000"),
        (
            "How many were hurt?",
            TOLL,
            "4,137 Palestinians, including at least 1,524",
            "4,137 Palestinians, including at least 1,524",
        ),
        ("How fast was it?", "It blew at 85 kilometres an hour.", "85 kilometres an hour", "85 kilometres an hour"),
        (
            "How big was the turnout?",
            "It was 58 per cent of all who could vote.",
            "58 per cent of all who could vote",
            "58 per cent",
        ),
        ("When did it sink?", "It sank on Monday.", "on Monday", "on Monday"),
        (
            "When did it sink?",
            "It sank with its bow door open shortly after 6.40 p.m. on Monday off the cape.",
            "with its bow door open shortly after 6.40 p.m. on Monday",
            "6.40 p.m. on Monday",
        ),
        (
            "When does it open?",
            "It opens, all being well, from 12 April on.",
            "all being well, from 12 April on",
            "12 April",
        ),
        (
            "Who was saved?",
            "Jonah Petrie, 34, a joiner from Sele Island, was saved.",
            "Jonah Petrie, 34, a joiner from Sele Island",
            "Jonah Petrie",
        ),
        (
            "Where did he speak?",
            "He spoke at a press conference in Pyongyang after a week of talks.",
            "at a press conference in Pyongyang after a week",
            "in Pyongyang",
        ),
        (
            "Why did it sink?",
            TOLL,
            "killed 4,137 Palestinians, including at least 1,524 children",
            "killed 4,137 Palestinians, including at least 1,524 children",
        ),
    ],
)
def test_as_few_words_as_answer_are_pointed_at(question: str, sentence: str, span: str, words: str) -> None:
    assert said(question, sentence, span) == words


def test_a_figure_that_counts_what_is_asked_is_pointed_at_even_where_the_reader_would_not_answer() -> None:
    place = pointed("How many children were killed?", TOLL, (0, len(TOLL)), None)

    assert place is not None
    assert TOLL[slice(*place)] == "at least 1,524"


@pytest.mark.parametrize(
    "question",
    ["Was a ceasefire urged?", "Did Lavrov fear a wider war?", "And is it open again?", "Do you know if it sank?"],
)
def test_no_words_are_pointed_at_where_a_yes_or_a_no_is_wanted(question: str) -> None:
    assert said(question, "It may sink on Monday.", "on Monday") == ""


def test_a_choice_is_answered_by_words() -> None:
    assert said("Was it Monday or Tuesday?", "It sank on Monday.", "Monday") == "Monday"

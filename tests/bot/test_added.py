from __future__ import annotations

from bot.added import MOST, words_of
from bot.referents import Spoken

VETO = Spoken(
    question="Which resolution did the US veto?",
    answer="He called out the US for vetoing a UN Security Council resolution.",
)


def test_names_and_things_asked_about_are_added_as_they_were_written() -> None:
    assert words_of("Where was that?", VETO) == ("resolution", "US", "veto", "UN", "Security", "Council")


def test_a_word_that_the_question_has_is_not_added() -> None:
    assert "resolution" not in words_of("Where was that resolution?", VETO)


def test_few_words_are_added_and_those_that_were_asked_go_first() -> None:
    turn = Spoken(question="What was wrong with the Saint Orla?", added=tuple(f"word{number}" for number in range(9)))

    found = words_of("Why?", turn)

    assert found[:3] == ("wrong", "Saint", "Orla")
    assert len(found) == MOST


def test_what_was_added_before_is_added_again() -> None:
    assert "Orla" in words_of("Why?", Spoken(question="Did the company know?", added=("Saint", "Orla")))

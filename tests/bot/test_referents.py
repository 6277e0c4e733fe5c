from __future__ import annotations

from bot.referents import Referents, Spoken, in_full, person_of, referents

READY = "Russia's Foreign Minister Sergei Lavrov said that his country is ready to cooperate with Turkey."


def spoken(question: str, answer: str = "", told: str = "", *, refused: bool = False) -> Spoken:
    return Spoken(question=question, answer=answer, told=told, refused=refused)


def test_who_was_asked_about_is_called_by_the_full_name_that_was_told() -> None:
    turn = spoken("What did Lavrov say about Turkey?", READY)

    assert referents([turn]) == Referents(he="Sergei Lavrov", she="Sergei Lavrov")


def test_who_was_asked_for_is_whom_the_answer_tells() -> None:
    assert person_of(spoken("Who is the minister?", READY, "Sergei Lavrov")) == "Sergei Lavrov"
    assert person_of(spoken("Who is the minister?", "The articles do not say.", refused=True)) == ""


def test_a_thing_is_what_the_question_speaks_of() -> None:
    assert referents([spoken("Where was the press conference held?")]).thing == "the press conference"
    assert referents([spoken("Which country is Fidan from?", "Fidan is from Turkey.", "Turkey")]).thing == "Turkey"


def test_of_two_things_none_is_meant() -> None:
    assert referents([spoken("Did the board accept the offer?")]).thing == ""


def test_several_are_who_was_counted_or_who_did_something() -> None:
    assert referents([spoken("How many people were injured?")]).several == "the people"
    assert referents([spoken("How many points did Rovers get back?")]).several == "Rovers"


def test_a_place_is_where_the_question_was_about_or_the_answer() -> None:
    assert referents([spoken("How many people were injured in Gaza?")]).place == "in Gaza"
    assert referents([spoken("Where was it held?", "It was held in Pyongyang.", "Pyongyang")]).place == "in Pyongyang"


def test_a_daughter_is_not_the_man_who_jumped_with_her() -> None:
    turn = spoken("Which survivor jumped with his daughter?", "Jonah Petrie jumped.", "Jonah Petrie")

    assert (referents([turn]).he, referents([turn]).she) == ("Jonah Petrie", "")


def test_a_person_may_have_been_spoken_of_a_little_before() -> None:
    turns = [spoken("What did Lavrov say?", READY), spoken("How many people were injured?", "Over 13,000.")]

    assert referents(turns).he == "Sergei Lavrov"


def test_a_name_that_two_have_stays_as_it_is() -> None:
    turn = spoken("Did Anna Berg meet Karl Berg?")

    assert in_full("Berg", [turn]) == "Berg"

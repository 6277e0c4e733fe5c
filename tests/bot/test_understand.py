from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.added import MOST
from bot.refuse import NO_ANSWER
from bot.types import Conversation, Turn
from bot.understand import Standalone, standalone
from tests.bot.follow_ups import FOLLOW_UPS, TURNS, FollowUp
from vectorstore.words import words

VETO = Conversation(
    turns=(
        Turn(
            question="Which resolution did the US veto?",
            answer="He called out the US for vetoing a UN Security Council resolution.",
            searched="Which resolution did the US veto?",
        ),
    )
)


def conversation(names: tuple[str, ...]) -> Conversation:
    """The turns, each searched for as it is understood after those before it."""
    said = Conversation()
    for name in names:
        searched = standalone(TURNS[name].question, said).text
        said = Conversation(turns=(*said.turns, replace(TURNS[name], searched=searched)))
    return said


def named(one: FollowUp) -> str:
    return f"{', '.join(one.after)}: {one.asked}"


@pytest.mark.parametrize("one", FOLLOW_UPS, ids=named)
def test_a_follow_up_is_searched_as_somebody_would_have_asked_it_first(one: FollowUp) -> None:
    searched = standalone(one.asked, conversation(one.after)).text

    assert one.said in ("", searched)
    assert set(words(one.with_)) <= set(words(searched))
    assert set(words(one.without)).isdisjoint(words(searched))


@pytest.mark.parametrize("one", FOLLOW_UPS, ids=named)
def test_it_is_understood_the_same_where_only_what_was_typed_before_is_known(one: FollowUp) -> None:
    typed = Conversation(turns=tuple(TURNS[name] for name in one.after))

    assert standalone(one.asked, typed) == standalone(one.asked, conversation(one.after))


def test_the_first_question_is_searched_as_typed() -> None:
    assert standalone("And who vetoed it?", Conversation()).text == "And who vetoed it?"


def test_words_that_are_only_added_are_told_apart_from_the_question() -> None:
    understood = standalone("Where was that?", VETO)

    assert understood == Standalone(
        question="Where was that?", added=("resolution", "US", "veto", "UN", "Security", "Council")
    )
    assert understood.text == "Where was that? (resolution US veto UN Security Council)"


def test_a_correction_that_fits_nowhere_is_added_to_what_was_asked() -> None:
    assert standalone("No, I meant the minister", VETO).text == "Which resolution did the US veto? the minister"


def test_a_word_that_the_question_has_is_not_taken_again() -> None:
    assert "resolution" not in standalone("Where was that resolution?", VETO).added


@pytest.mark.parametrize("question", ["Where was that?", "And is it so?", "What about them?", "The other one?"])
def test_few_words_are_added_however_long_the_conversation_is(question: str) -> None:
    said = Conversation(turns=tuple(TURNS[name] for name in ("orla", "turkey", "club", "both")))

    assert 0 < len(standalone(question, said).added) <= MOST


def test_what_found_nothing_is_not_dragged_along() -> None:
    refused = Turn(question="Who won the chess tournament in Ellisford?", answer=NO_ANSWER)
    conversation = Conversation(turns=(*VETO.turns, refused))

    assert standalone("And how many people altogether?", conversation).text == "And how many people altogether?"


def test_a_follow_up_leans_on_no_topic_before_the_last_one() -> None:
    ferry = Turn(question="When did the Saint Orla sink off Brackwater?", answer="It sank on Monday.")

    resolved = standalone("And how many people altogether?", Conversation(turns=(*VETO.turns, ferry))).text

    assert "Orla" in resolved
    assert "resolution" not in resolved


def test_words_added_to_a_turn_before_are_found_again_in_what_was_searched() -> None:
    searched = Turn(question="And the company?", searched="And the company? (Saint Orla)", answer="It knew.")

    assert standalone("Who told it?", Conversation(turns=(searched,))).text == "Who told the company? (Saint Orla)"
    assert "Orla" in standalone("Was that all?", Conversation(turns=(searched,))).text


def test_what_a_reader_chose_to_search_is_what_a_follow_up_leans_on() -> None:
    turn = Turn(question="And him?", searched="What did Hakan Fidan say?", answer="Fidan spoke of guarantors.")

    assert standalone("Why did he?", Conversation(turns=(turn,))).text == "Why did Hakan Fidan?"


WORDS = """
    and but why who what where when how many much is was did does will the a he she it they them there that her its
    of in by Lavrov Turkey US Saint Orla resolution people minister held vetoed say 2023 else no I meant thanks ok
    , ? - ( )
    """.split()
SAID = st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join)


@given(st.lists(st.tuples(SAID, SAID, SAID), max_size=4), SAID.filter(str.strip))
def test_whatever_was_said_something_is_searched_for(said: list[tuple[str, str, str]], asked: str) -> None:
    turns = tuple(Turn(question=question, answer=answer, told=told) for question, answer, told in said)

    understood = standalone(asked, Conversation(turns=turns))

    assert understood.question.strip()
    assert understood.text.startswith(understood.question)

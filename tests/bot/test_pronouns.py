from __future__ import annotations

import pytest

from bot.pronouns import possessive, replaced
from bot.referents import Referents

MEANT = Referents(
    he="Sergei Lavrov", she="Marta Berg", thing="the press conference", several="the families", place="in Gaza"
)


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("What did he say?", "What did Sergei Lavrov say?"),
        ("Who met him and his wife?", "Who met Sergei Lavrov and his wife?"),
        ("What is her plan?", "What is Marta Berg's plan?"),
        ("Who will replace her?", "Who will replace Marta Berg?"),
        ("Who saw her in court?", "Who saw Marta Berg in court?"),
        ("Why did he hold it?", "Why did Sergei Lavrov hold the press conference?"),
        ("Who speaks for them?", "Who speaks for the families?"),
        ("Who is their lawyer?", "Who is the families' lawyer?"),
        ("What happened there?", "What happened in Gaza?"),
    ],
)
def test_a_pronoun_is_replaced_by_what_it_stands_for(asked: str, said: str) -> None:
    assert replaced(asked, MEANT) == said


@pytest.mark.parametrize(
    "asked",
    [
        "Did Fidan say what he wants?",
        "Did the board say when it meets?",
        "Is there a ceasefire?",
        "Is it true that ships sank?",
        "Where were people injured?",
    ],
)
def test_what_may_stand_for_something_in_the_question_itself_is_left(asked: str) -> None:
    assert replaced(asked, MEANT) == asked


def test_what_stands_for_nothing_known_is_left() -> None:
    assert replaced("What did he say about it there?", Referents()) == "What did he say about it there?"


def test_what_is_somebodys_is_written_so() -> None:
    assert possessive("Lavrov") == "Lavrov's"
    assert possessive("the families") == "the families'"

from __future__ import annotations

import copy

import pytest

from bot.web.session import Exchange, Session
from tests.factories import answer

DONE = Exchange(question="first", answer=answer(question="first"))


def test_a_conversation_holds_the_exchanges_that_were_answered() -> None:
    session = Session().plus(DONE).plus(Exchange(question="second", problem="It failed."))

    assert [turn.question for turn in session.conversation.turns] == ["first"]


@pytest.mark.parametrize(("before", "liked", "after"), [(None, True, True), (True, True, None), (True, False, False)])
def test_a_rating_given_twice_is_taken_back(before: bool | None, liked: bool, after: bool | None) -> None:
    session = Session().plus(Exchange(question="first", liked=before)).plus(DONE)

    rated = session.rated(0, liked)

    assert [exchange.liked for exchange in rated.exchanges] == [after, None]


def test_a_copy_is_the_same_value() -> None:
    session = Session().plus(DONE)

    assert copy.deepcopy(session) == session

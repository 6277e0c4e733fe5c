from __future__ import annotations

from dataclasses import replace

from bot.context import LONGEST_TURN, MOST_TURNS, clipped, history, room, worth_reading
from bot.excerpts import excerpts
from bot.meter import tokens
from bot.types import Conversation, Turn
from tests.factories import hit, query
from vectorstore.types import Hit

BRIDGE = hit("The council voted to keep the old bridge open.", article_id="a")
SAME = hit("The council voted to keep the old bridge open, it said.", article_id="b")
COST = hit("Repairs cost four million euros.", article_id="c")
ASKED = query("What did the council vote and what do repairs cost?")


def ids(hits: list[Hit]) -> list[str]:
    return [one.article.id for one in hits]


def test_all_that_fits_is_sent() -> None:
    assert ids(worth_reading(ASKED, [BRIDGE, SAME, COST], 10_000)) == ["a", "b", "c"]


def test_where_not_all_fits_an_excerpt_that_says_something_else_comes_before_one_that_says_the_same() -> None:
    two = tokens(excerpts([BRIDGE])) + tokens(excerpts([COST])) + 5

    assert ids(worth_reading(ASKED, [BRIDGE, SAME, COST], two)) == ["a", "c"]


def test_an_excerpt_that_does_not_fit_is_passed_over() -> None:
    long = hit("The council and the vote and the repairs. " * 100, article_id="long")

    assert ids(worth_reading(ASKED, [long, BRIDGE], 60)) == ["a"]
    assert worth_reading(ASKED, [long], 0) == []


def test_passages_of_an_article_stand_together_and_in_its_order() -> None:
    later = replace(BRIDGE, chunk=replace(BRIDGE.chunk, id="a#1", start=500, end=546))
    earlier = replace(BRIDGE, chunk=replace(BRIDGE.chunk, text="It met on Monday.", end=17))

    found = worth_reading(ASKED, [later, COST, earlier], 10_000)

    assert [(one.article.id, one.chunk.start) for one in found] == [("a", 0), ("a", 500), ("c", 0)]


def test_the_conversation_gets_its_share_and_the_answer_its_room() -> None:
    assert room(4000, 400) == (3000, 600)
    assert room(1024, 5000) == (0, 0)


def test_the_latest_turns_are_kept_oldest_first() -> None:
    turns = tuple(Turn(question=f"Question {number}?", answer=f"Answer {number} [1].") for number in range(9))

    past = [message.content for message in history(Conversation(turns=turns), 10_000)]

    assert len(past) == 2 * MOST_TURNS
    assert past[-2:] == ["Question 8?", "Answer 8."]


def test_earlier_turns_are_left_out_where_they_do_not_fit() -> None:
    turns = (Turn(question="why " * 100, answer="because " * 100), Turn(question="And then?", answer="It rose."))

    past = [message.content for message in history(Conversation(turns=turns), 50)]

    assert past == ["And then?", "It rose."]


def test_a_long_turn_is_cut_by_tokens_in_any_script() -> None:
    assert tokens(clipped("because " * 5000, LONGEST_TURN)) <= LONGEST_TURN
    assert tokens(clipped("利率上升了" * 500, LONGEST_TURN)) <= LONGEST_TURN
    assert clipped("short", LONGEST_TURN) == "short"

from __future__ import annotations

import math

import pytest

from bot.checking.align import sources
from bot.checking.judged import MOST_CHARACTERS, MOST_CLAUSES, SURE, clauses, judged
from tests.factories import hit
from tests.fakes import FakeJudge

TEXT = "Marta Lindqvist won by 41 votes. It rained all day. A recount in June overturned the result."
BOTH = "Lindqvist won by few votes, and a recount overturned the result."
FIRST, SECOND = "Lindqvist won by few votes", "a recount overturned the result."
LEAST = -math.log(SURE / (1 - SURE))
NOTHING = pytest.approx({"borne_out": LEAST, "contradicted": LEAST})


def odds(share: float) -> float:
    return math.log(share / (1 - share))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (BOTH, [FIRST, SECOND]),
        ("Lindqvist, Okafor and Moreau met in Veyle.", ["Lindqvist, Okafor and Moreau met in Veyle."]),
        ("On Monday, Lindqvist won by 41 votes.", ["On Monday, Lindqvist won by 41 votes."]),
        ("Lindqvist won by 41 votes; it rained.", ["Lindqvist won by 41 votes; it rained."]),
        ("", [""]),
    ],
)
def test_clauses_are_parts_that_say_something_by_themselves(text: str, found: list[str]) -> None:
    assert clauses(text) == found


def test_each_clause_is_read_beside_the_sentences_that_have_its_words_and_their_neighbours() -> None:
    judge = FakeJudge({})

    judged(BOTH, sources([hit(TEXT)]), frozenset(), judge)

    assert judge.asked == [
        (FIRST, "Marta Lindqvist won by 41 votes. It rained all day."),
        (SECOND, "It rained all day. A recount in June overturned the result."),
    ]


def test_what_stands_in_another_passage_is_no_neighbour() -> None:
    judge = FakeJudge({})

    judged(FIRST, sources([hit("Marta Lindqvist won by 41 votes."), hit("It rained.")]), frozenset(), judge)

    assert judge.asked == [(FIRST, "Marta Lindqvist won by 41 votes.")]


def test_neighbours_are_left_out_where_there_is_no_room_for_them() -> None:
    judge = FakeJudge({})
    rain, won = (f"{said} {'and so on ' * 56}." for said in ("It rained", "Marta Lindqvist won by 41 votes"))

    judged(FIRST, sources([hit(f"{rain} {won} {rain}")]), frozenset(), judge)

    assert judge.asked == [(FIRST, won)]


def test_a_claim_is_worth_its_worst_clause() -> None:
    judge = FakeJudge({FIRST: 0.9, SECOND: 0.2})

    assert judged(BOTH, sources([hit(TEXT)]), frozenset(), judge)["borne_out"] == pytest.approx(odds(0.2))


def test_a_claim_is_as_contradicted_as_its_most_contradicted_clause() -> None:
    judge = FakeJudge({}, 0.1, against={FIRST: 0.3, SECOND: 0.7})

    assert judged(BOTH, sources([hit(TEXT)]), frozenset(), judge)["contradicted"] == pytest.approx(odds(0.7))


@pytest.mark.parametrize("share", [0.0, 1.0])
def test_being_very_sure_counts_no_more_than_being_sure(share: float) -> None:
    found = judged(FIRST, sources([hit(TEXT)]), frozenset(), FakeJudge({}, share))["borne_out"]

    assert abs(found) == pytest.approx(-LEAST)


def test_a_clause_of_which_no_sentence_has_a_word_is_not_asked_about() -> None:
    judge = FakeJudge({}, 1.0)

    assert judged("The pope spoke in Manila.", sources([hit(TEXT)]), frozenset(), judge) == NOTHING
    assert judge.asked == []


@pytest.mark.parametrize("text", ["", "of the", "..."])
def test_a_claim_that_says_nothing_is_not_borne_out(text: str) -> None:
    assert judged(text, sources([hit(TEXT)]), frozenset(), FakeJudge({}, 1.0)) == NOTHING


def test_a_claim_without_end_is_asked_about_in_as_many_parts_as_bounds_the_time() -> None:
    judge = FakeJudge({})

    judged("; ".join(["Lindqvist won many votes"] * 50), sources([hit(TEXT)]), frozenset(), judge)

    assert len(judge.asked) == MOST_CLAUSES


def test_sentences_without_end_are_read_up_to_what_the_reader_takes_at_once() -> None:
    judge = FakeJudge({})
    text = " ".join(f"{word} {'and so on ' * 56}." for word in ("Lindqvist", "Overturned", "Votes"))

    judged("Lindqvist overturned votes.", sources([hit(text)]), frozenset(), judge)

    assert [len(beside) for _, beside in judge.asked] == [MOST_CHARACTERS]

from __future__ import annotations

import pytest

from bot.reading import in_order, is_whole
from tests.factories import hit

RAIN, RATES = hit("It rained.", article_id="rain"), hit("Rates rose.", article_id="rates")


def test_hits_take_the_order_and_the_scores_of_others_and_keep_their_texts() -> None:
    order = [hit("          ", article_id="rates", score=2.0), hit("It rained.", article_id="rain", score=0.5)]

    ordered = in_order(order, [RAIN, RATES])

    assert [(one.chunk.text, one.score) for one in ordered] == [("Rates rose.", 2.0), ("It rained.", 0.5)]


def test_hits_stay_as_they_are_where_no_order_is_given() -> None:
    assert in_order((), [RAIN, RATES]) == [RAIN, RATES]


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("He spoke to reporters in Pyongyang on Thursday.", True),
        ("He said: “We are ready to talk with Turkey.”", True),
        ("Who spoke to reporters in Pyongyang on Thursday?", False),
        ("Lavrov (centre) said Russia and Turkey are in talks [Getty]", False),
        ("Live Story", False),
        ("Not now.", False),
        ("议会以五票对三票决定让旧桥继续开放。", True),
        ("市议会投票决定保留旧桥", False),
        ("好的。", False),
        ("परिषद ने पुराने पुल को खुला रखने का निर्णय किया।", True),
    ],
)
def test_a_heading_a_caption_or_a_question_is_no_whole_sentence(text: str, *, whole: bool) -> None:
    assert is_whole(text) is whole

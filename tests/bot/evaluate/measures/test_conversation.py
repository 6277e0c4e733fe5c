from __future__ import annotations

import math

import pytest

from bot.evaluate.gold import Rewrite, Said
from bot.evaluate.measures import MEASURES
from bot.evaluate.rows import Followed, Rewritten
from tests.factories import answered, asked, question

HISTORY = (Said(role="user", text="Who met?"),)


def test_what_was_searched_is_compared_with_what_a_person_wrote() -> None:
    asks = question(question="And when?", history=HISTORY, rewrite="When did council meet?")
    row = answered(asked(searched="And when council"), asks)

    assert MEASURES["rewrite_f1"]([row]) == pytest.approx(2 * 2 / (3 + 4))
    assert MEASURES["rewrite_recall"]([row]) == pytest.approx(2 / 4)
    assert MEASURES["typed_f1"]([row]) == pytest.approx(2 * 1 / (2 + 4))


def test_rows_of_a_rewrites_file_count_too() -> None:
    row = Followed(
        rewrite=Rewrite(id="r", question="And when?", rewrite="When did council meet?"),
        rewritten=Rewritten(id="r", searched="When did council meet?"),
    )

    assert MEASURES["rewrite_f1"]([row]) == 1.0


def test_a_first_question_is_left_out() -> None:
    assert math.isnan(MEASURES["rewrite_f1"]([answered(None, question(rewrite="What?"))]))

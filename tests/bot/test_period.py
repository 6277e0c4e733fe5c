from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.period import period_in

FRIDAY = datetime(2023, 10, 20, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("question", "start", "end", "said"),
    [
        ("What happened last week?", "2023-10-06", "2023-10-19", "last week"),
        ("What did he say in October?", "2023-10-01", "2023-10-31", "in October"),
        ("Who has died since the vote on the 18th?", "2023-10-18", "2023-10-20", "since the vote on the 18th"),
        ("Who resigned yesterday?", "2023-10-19", "2023-10-19", "yesterday"),
        ("What is the latest toll?", "2023-10-20", "2023-10-20", "latest"),
        ("Who runs the company now?", "2023-10-20", "2023-10-20", "now"),
        ("How many are now known to have died?", "2023-10-20", "2023-10-20", "now"),
        ("Sales between May and July?", "2023-05-01", "2023-07-31", "between May and July"),
        ("What fell between 3 March and 5 March 2022?", "2022-03-03", "2022-03-05", "between 3 March and 5 March 2022"),
        ("What was said on Wednesday?", "2023-10-18", "2023-10-18", "on Wednesday"),
        ("What did rates do in 2021?", "2021-01-01", "2021-12-31", "in 2021"),
        ("What fell over the past three months?", "2023-07-22", "2023-10-20", "over the past three months"),
        ("What was known two weeks ago?", "2023-10-06", "2023-10-06", "two weeks ago"),
        ("What did Rowan say on 3 Nov?", "2022-11-03", "2022-11-03", "on 3 Nov"),
        ("What did Rowan say on Oct. 3?", "2023-10-03", "2023-10-03", "on Oct. 3"),
        ("Whose shares fell after a split this week?", "2023-10-13", "2023-10-20", "this week"),
        ("Which park was hit by a flood this week?", "2023-10-13", "2023-10-20", "this week"),
        ("By how much did rents rise in the past year?", "2022-10-20", "2023-10-20", "past year"),
        ("Did the report of 2 May and the one of 4 May agree?", "2023-05-02", "2023-05-04", "of 2 May, of 4 May"),
    ],
)
def test_a_stretch_of_time_is_read_from_a_question(question: str, start: str, end: str, said: str) -> None:
    period = period_in(question, FRIDAY)

    assert period is not None
    assert (period.start.date().isoformat(), period.end.date().isoformat(), period.said) == (start, end, said)


@pytest.mark.parametrize(
    "question",
    [
        "Who won the 2022 World Cup?",
        "May the minister resign?",
        "What did May say?",
        "Who is Fidan?",
        "Did rents rise for the 17th month?",
        "Who bought Mar-a-Lago?",
        "Who was recently praised?",
        "Now, who resigned?",
        "Who is now on trial for fraud?",
    ],
)
def test_a_name_is_not_taken_for_a_time(question: str) -> None:
    assert period_in(question, FRIDAY) is None

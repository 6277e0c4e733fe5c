from __future__ import annotations

import pytest

from bot.checking.numbers import numbers


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("1,300 people", [1300]),
        ("1.3 thousand", [1300]),
        ("1.3 million, or 1.3m", [1_300_000, 1_300_000]),
        ("13k and $5bn", [13_000, 5_000_000_000]),
        ("five", [5]),
        ("twenty-one", [21]),
        ("twenty one", [21]),
        ("thirteen hundred", [1300]),
        ("a hundred", [100]),
        ("two hundred and five", [205]),
        ("six thousand two hundred", [6200]),
        ("two million three hundred thousand", [2_300_000]),
        ("two dozen", [24]),
        ("half a million, half a dozen, a half-dozen", [500_000, 6, 6]),
        ("a quarter of a million", [250_000]),
        ("two and a half million", [2_500_000]),
        ("a million and a half", [1_500_000]),
        ("one and a half, 3½", [1.5, 3.5]),
        ("two and a half-eaten pie", [2]),
        ("two and three", [2, 3]),
        ("3.5 per cent", [3.5]),
        ("the 20th of the 1990s", [20, 1990]),
        ("10-15 at 10:30", [10, 15, 10, 30]),
        ("in 2005, 300 came", [2005, 300]),
        ("one of the G7", []),
        ("someone often weighs a tonne", []),
        ("", []),
    ],
)
def test_numbers_are_read_however_they_are_written(text: str, values: list[float]) -> None:
    assert [number.value for number in numbers(text)] == values


def test_a_number_knows_where_it_stands() -> None:
    text = "It killed about two hundred and five people."

    (number,) = numbers(text)

    assert text[number.start : number.end] == number.text == "two hundred and five"
    assert number.hedged


@pytest.mark.parametrize(
    ("claim", "source", "same"),
    [
        ("1,300", "1300", True),
        ("five", "5", True),
        ("1,300", "1,301", False),
        ("about 1,300", "1,284", True),
        ("more than 1,000", "1,050", True),
        ("about 1,300", "2,600", False),
        ("more than 500", "560", True),
        ("more than 500", "490", False),
        ("more than 500", "700", False),
        ("no more than 500", "490", True),
        ("no more than 500", "560", False),
        ("nearly 500", "490", True),
        ("nearly 500", "505", False),
        ("no fewer than 500", "505", True),
        ("13,000", "13,042", True),
        ("13,000", "13,200", False),
        ("the ’60s", "1966", True),
        ("the 60s", "1975", False),
        ("1.3 million", "1,284,000", True),
        ("1.3 million", "1,200,000", False),
        ("4 thousand", "4,137", True),
        ("2 million", "1.7 million", False),
        ("4 per cent", "4.25 per cent", False),
        ("2021", "2022", False),
        ("the 1960s", "1966", True),
        ("the 1960s", "the 1960s", True),
        ("the 1960s", "1970", False),
        ("1966", "the 1960s", False),
        ("the late 1800s", "1888", True),
        ("the late 1920s", "1921", False),
        ("the early 2000s", "2003", True),
        ("the 2000s", "2021", False),
        ("the mid-1990s", "1995", True),
        ("the 20th century", "1950", True),
        ("the 20th century", "2001", False),
        ("the early 20th century", "1999", False),
        ("the 20th", "1950", False),
    ],
)
def test_a_number_is_said_as_precisely_as_it_claims_to_be(claim: str, source: str, same: bool) -> None:
    (number,) = numbers(claim)

    said = number.said_by([other.value for other in numbers(source)])

    assert (said is not None) is same

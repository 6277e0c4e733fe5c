from __future__ import annotations

import pytest

from bot.checking.relative import told_days, told_times
from tests.factories import day

FRIDAY = day("2023-10-20")


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("He spoke yesterday.", ["19 October 2023"]),
        ("He spoke this morning and last night.", ["20 October 2023", "19 October 2023"]),
        ("He spoke on Wednesday.", ["18 October 2023"]),
        ("He will speak on Wednesday.", ["18 October 2023", "25 October 2023"]),
        ("He spoke on Friday.", ["20 October 2023"]),
        ("He will speak on 10 November.", ["10 November 2023"]),
        ("He spoke on 10 December.", []),
        ("He spoke on September 5.", ["5 September 2023"]),
        ("He spoke on 30 February.", []),
        ("He spoke on 10 November 2019.", []),
        ("He will speak on 1 May.", ["1 May 2023"]),
        ("He spoke two weeks ago.", ["6 October 2023"]),
        ("He spoke ten years ago.", []),
        ("He spoke.", []),
    ],
)
def test_days_are_told_from_the_date_of_the_article(text: str, days: list[str]) -> None:
    assert list(told_days(text, FRIDAY)) == days


def test_a_day_of_a_month_is_in_the_year_in_which_it_is_near() -> None:
    assert list(told_days("He spoke on 10 November.", day("2024-01-20"))) == ["10 November 2023"]


@pytest.mark.parametrize(
    ("text", "times"),
    [
        ("It opened last year and closes next year.", ["2022", "2024"]),
        ("It opened last month.", ["September 2023"]),
        ("It opened three years ago.", ["2020"]),
        ("It opened in August.", ["August 2023"]),
        ("It opened in January.", ["January 2023"]),
        ("It opens next in January.", ["January 2023", "January 2024"]),
        ("It opened in December.", []),
        ("It opened in August 2019.", []),
        ("It opened.", []),
    ],
)
def test_months_and_years_are_told_from_the_date_of_the_article(text: str, times: list[str]) -> None:
    assert list(told_times(text, FRIDAY)) == times


def test_the_month_before_january_is_in_the_year_before() -> None:
    assert list(told_times("It opened last month.", day("2024-01-20"))) == ["December 2023"]

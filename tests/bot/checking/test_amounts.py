from __future__ import annotations

import pytest

from bot.checking.amounts import unsaid


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Two thirds of voters agreed.", "66 % of voters agreed."),
        ("Two thirds", "66.7 per cent"),
        ("67 per cent", "two-thirds"),
        ("33%", "a third"),
        ("50 percent", "half of them"),
        ("50 percent", "The number was halved."),
        ("three quarters", "75 %"),
        ("about three quarters", "73 %"),
        ("20%", "one in five"),
        ("two in three", "two in three"),
        ("two out of three", "67%"),
        ("3 million", "3.04 million"),
        ("13,000", "13,042"),
        ("66%", "66.4 per cent"),
        ("13 miles", "13.1 miles"),
        ("half a million", "500,000"),
        ("2.5 million", "two and a half million"),
        ("6 eggs", "half a dozen"),
        ("12 eggs", "a dozen"),
        ("wounded two times", "wounded twice"),
        ("16 km", "10 miles"),
        ("10 miles", "16 kilometres"),
        ("3,800 km", "2,361 miles"),
        ("about 100 km", "60 miles"),
        ("six feet", "1.83 m"),
        ("a 2m wall", "two metres high"),
        ("two metres high", "a 2m wall"),
        ("6 to 9 miles", "9.7-14.5 km"),
        ("180 lb", "82 kg"),
        ("247 acres", "100 hectares"),
        ("100 mph", "161 km/h"),
        ("38C", "100F"),
        ("20 degrees Celsius", "68°F"),
        ("48 hours", "two days"),
        ("24 months", "over two years"),
        ("18 months", "a year and a half"),
        ("90 minutes", "an hour and a half"),
        ("30 minutes", "half an hour"),
        ("10 years", "a decade"),
        ("300 years", "three centuries"),
        ("three years", "From 1996 to 1999"),
        ("10 million", "10–12 million"),
        ("a 34-year-old", "aged 34"),
        ("2018–19", "2018-2019"),
        ("in 2019", "2018–19"),
        ("in 1974", "in ’74"),
        ("the 1960s", "the sixties"),
        ("the '60s", "in 1963"),
        ("the 1800s", "the nineteenth century"),
        ("the 19th century", "the 1870s"),
        ("11:00 PM", "at 23:00"),
        ("at 3:00", "3 pm"),
        ("12:00", "at noon"),
        ("10/11/2018", "10 November 2018"),
        ("2018-11-10", "Nov. 10, 2018"),
        ("3,800 km and 2.5 kg", "3, 800 km and 2. 5 kg"),
    ],
)
def test_a_number_is_said_in_another_form(claim: str, source: str) -> None:
    assert unsaid(claim, [source]) == []


@pytest.mark.parametrize(
    ("claim", "source"),
    [
        ("Two thirds", "60 per cent"),
        ("Two thirds", "two of the three thirds"),
        ("65 per cent", "two-thirds"),
        ("49 per cent", "half of them"),
        ("45 per cent", "four in ten"),
        ("3 million", "3.4 million"),
        ("13,000", "13,400"),
        ("13,042", "13,000"),
        ("1,300", "1,301"),
        ("99%", "98 %"),
        ("4 per cent", "4.25 per cent"),
        ("13 miles", "13.7 miles"),
        ("half a million", "1 million"),
        ("a million", "half a million"),
        ("12 eggs", "half a dozen"),
        ("20 km", "10 miles"),
        ("100 km", "60 miles"),
        ("16 kg", "10 miles"),
        ("six feet", "2 m"),
        ("38C", "98F"),
        ("48 hours", "three days"),
        ("50 years", "51 years"),
        ("14 days", "two months"),
        ("four years", "1996 to 1999"),
        ("11 million", "10–12 million"),
        ("three children", "from 1996 to 1999"),
        ("a 34-year-old", "aged 35"),
        ("2018-19", "2018 alone"),
        ("the '60s", "in 1973"),
        ("in her 60s", "in 1963"),
        ("the 1800s", "the 20th century"),
        ("11 PM", "at 22:00"),
        ("10/12/2018", "10 November 2018"),
        ("11,300", "On May 11, 300 came, and 1,500 left."),
        ("three", "both"),
    ],
)
def test_a_number_that_is_nearly_one_is_not_said(claim: str, source: str) -> None:
    assert unsaid(claim, [source]) != []


def test_what_is_not_said_is_named_as_it_is_written() -> None:
    strange = unsaid("Some 1,300 of half a million walked 16 km.", ["They walked 10 miles."])

    assert [number.text for number in strange] == ["1,300", "half a million"]

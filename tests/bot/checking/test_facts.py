from __future__ import annotations

from bot.checking.facts import facts
from tests.factories import day, hit

HIT = hit("He spoke on Wednesday, a day before Friday's vote, and again yesterday.", published=day("2023-10-20"))


def test_title_and_outlet_are_known() -> None:
    assert facts("He spoke.", [HIT, HIT]) == ["Old bridge stays open", "The Courier"]


def test_a_dated_sentence_may_name_the_days_that_the_article_means() -> None:
    assert facts("He spoke on 18 October 2023.", [HIT])[2:] == ["20 October 2023", "18 October 2023", "19 October 2023"]


def test_without_a_date_of_publication_no_day_is_known() -> None:
    undated = hit("He spoke on Wednesday.")

    assert facts("He spoke on 18 October 2023.", [undated]) == ["Old bridge stays open", "The Courier"]


def test_a_sentence_with_a_weekday_may_name_the_one_that_yesterday_was() -> None:
    assert facts("He spoke on Thursday.", [HIT])[2:] == ["18 October 2023", "20 October 2023", "19 October 2023"]


def test_a_sentence_with_a_year_may_name_the_one_that_last_year_was() -> None:
    told = hit("It opened last year.", published=day("2023-10-20"))

    assert facts("It opened in 2022.", [told])[2:] == ["20 October 2023", "2022"]


def test_a_sentence_without_a_time_may_name_none() -> None:
    assert facts("He spoke.", [HIT])[2:] == []

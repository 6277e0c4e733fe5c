from __future__ import annotations

from bot.conversations.kept import Filters
from bot.web import text
from bot.web.filters import filters_from, filters_html, without

SET = Filters(sources=("The <Courier>",), articles=("a",), since="2026-11-01", as_of="2026-11-24")


def test_every_filter_is_in_sight_and_can_be_taken_away() -> None:
    html = filters_html(SET, {"The <Courier>": 2, "Harbour News": 1}, {"a": "Old bridge"})

    for label in ("The &lt;Courier&gt;", "“Old bridge”", "Since 1 November 2026", "As of 24 November 2026"):
        assert f"<bdi>{label}</bdi>" in html
    assert html.count('data-do="unfilter"') == 4
    assert 'value="The &lt;Courier&gt;" checked' in html
    assert 'value="Harbour News">' in html


def test_questions_about_an_article_alone_are_offered_beside_it() -> None:
    html = filters_html(Filters(articles=("a",)), {}, {"a": "Old bridge"}, ["What is <it>?"])

    assert 'data-question="What is &lt;it&gt;?"' in html
    assert "alone" not in filters_html(Filters(), {}, {})


def test_without_filters_there_is_the_way_to_them_only() -> None:
    html = filters_html(Filters(), {}, {})

    assert text.FILTERS in html
    assert "unfilter" not in html


def test_the_form_is_read_and_a_period_that_is_backwards_turned_round() -> None:
    given = {"sources": ["Harbour News"], "since": "2026-11-20", "until": "2026-11-01", "as_of": "no day"}

    filters = filters_from(given, Filters(articles=("a",)))

    assert filters == Filters(sources=("Harbour News",), articles=("a",), since="2026-11-01", until="2026-11-20")


def test_one_filter_is_taken_away_and_the_others_stay() -> None:
    assert without(SET, "sources", "The <Courier>") == Filters(articles=("a",), since="2026-11-01", as_of="2026-11-24")
    assert without(SET, "since", "2026-11-01").since == ""
    assert without(SET, "nothing", "x") == SET

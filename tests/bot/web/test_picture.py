from __future__ import annotations

from bot.web.picture import picture_html, step_for
from tests.factories import article, day
from vectorstore.catalog import Coverage
from vectorstore.library import Library
from vectorstore.timeline import Counted, timeline


def test_articles_are_counted_by_time_and_outlet(library: Library) -> None:
    list(
        library.ingest(
            article(str(number), f"Report {number} of the harbour.", source=source, published=day(published))
            for number, (source, published) in enumerate(
                [("Courier", "2026-10-02"), ("courier", "2026-11-03"), ("Courier", "2026-11-04"), ("", "2026-11-05")]
            )
        )
    )

    with library.catalog.database.reading() as connection:
        counts = timeline(connection, "month")

    assert [(one.time, one.articles) for one in counts] == [("2026-10", 1), ("2026-11", 2), ("2026-11", 1)]


def test_each_bar_stands_for_a_day_a_month_or_a_year() -> None:
    until = day("2026-11-24")

    assert step_for(Coverage(earliest=day("2026-11-01"), latest=until)) == "day"
    assert step_for(Coverage(earliest=day("2024-11-01"), latest=until)) == "month"
    assert step_for(Coverage(earliest=day("1990-11-01"), latest=until)) == "year"


def test_the_picture_says_the_same_as_a_table_and_nothing_in_it_is_markup() -> None:
    counts = [
        Counted(time="2026-10", outlet="<b>", articles=3),
        Counted(time="2026-11", outlet="<b>", articles=1),
        Counted(time="2026-11", outlet="Small", articles=2),
    ]

    html = picture_html(counts, ["<b>"])

    assert html.count("<rect") == 3
    assert '<tr><th scope="row">2026-11</th><td>1</td><td>2</td></tr>' in html
    assert "<b>" not in html
    assert picture_html(counts[:1], ["<b>"]) == ""


def test_times_without_articles_have_a_place_in_the_picture() -> None:
    for first, last, bars in (("2025-11", "2026-02", 4), ("1999", "2002", 4), ("2026-02-27", "2026-03-01", 3)):
        counts = [Counted(time=time, outlet="", articles=1) for time in (first, last)]

        assert picture_html(counts, []).count('<th scope="row">') == bars

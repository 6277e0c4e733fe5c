from __future__ import annotations

from bot.web import text
from bot.web.frame import header_html, status_html, welcome_html
from tests.factories import day
from vectorstore.catalog import Coverage

COVERAGE = Coverage(
    articles=3, chunks=9, sources={"The Courier": 2, "<b>": 1}, earliest=day("2026-01-01"), latest=day("2026-02-01")
)


def test_the_head_says_what_the_library_covers() -> None:
    shown = header_html(COVERAGE)

    assert '3 articles<span class="rest"> · The Courier, &lt;b&gt; · 1 January 2026 – 1 February 2026</span>' in shown


def test_the_head_leads_to_every_view() -> None:
    assert '<a href="#library" data-view="library">Books &amp; more</a>' in header_html(
        None, [("library", "Books & more")]
    )


def test_examples_are_buttons_that_ask() -> None:
    html = welcome_html(COVERAGE, ["What of “A & B”?"])

    assert 'data-question="What of “A &amp; B”?">What of “A &amp; B”?</button>' in html


def test_an_empty_library_says_how_to_add_articles() -> None:
    html = welcome_html(Coverage(), ())

    assert text.EMPTY in html
    assert "python -m bot ingest" in html


def test_a_failure_is_an_alert_and_a_state_is_not() -> None:
    assert 'role="alert"' in status_html("<no>", failed=True)
    assert "&lt;no&gt;" in status_html("<no>", failed=True)
    assert 'role="status"' in status_html(text.LOADING)

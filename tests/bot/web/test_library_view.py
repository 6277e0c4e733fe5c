from __future__ import annotations

from dataclasses import replace

from bot.plain import ABRIDGED
from bot.web import text
from bot.web.adding import adding_html
from bot.web.article_page import article_html, opened
from bot.web.browse import browse, wanted_from
from bot.web.shelf import articles_html, find_html, sources_html
from tests.bot.web.conftest import BRIDGE, FERRY
from tests.factories import TEXT, article, day
from vectorstore.following.source import FollowedSource
from vectorstore.library import Library
from vectorstore.online.listing import Kind

HOSTILE = "<img src=https://beacon.example/x.png onerror=alert(1)><script>alert(2)</script>"


def test_articles_are_found_by_words_outlet_and_date(library: Library) -> None:
    list(library.ingest([BRIDGE, FERRY]))

    def ids(**given: str) -> list[str]:
        return [headline.id for headline in browse(library, wanted_from(given))[0]]

    assert ids() == ["ferry", "bridge"]
    assert ids(words="bridge council") == ["bridge"]
    assert ids(outlet="Harbour News") == ["ferry"]
    assert ids(until="2026-11-20") == ["bridge"]
    assert ids(since="2026-11-21", words="mayor") == []
    assert ids(since="no day", offset="-1") == ["ferry", "bridge"]


def test_a_long_list_is_turned_page_by_page(library: Library) -> None:
    list(library.ingest(article(f"a{number}", f"{TEXT} Report {number} of many.") for number in range(30)))

    first, more = browse(library, wanted_from({}))
    last, no_more = browse(library, wanted_from({"offset": "25"}))

    assert (len(first), more, len(last), no_more) == (25, True, 5, False)
    html = articles_html(last, offset=25, total=30)
    assert text.BEFORE in html
    assert text.AFTER not in html
    assert text.SHOWN.format(first=26, last=30, total=30) in html


def test_an_article_is_shown_with_its_versions_and_what_tells_the_same(library: Library) -> None:
    list(library.ingest([article("a", TEXT, url="javascript:alert(1)")]))
    list(library.ingest([article("a", f"{TEXT} It rained."), article("b", f"{TEXT} It rained.", source="Other")]))

    shown = opened(library, "a", 1)
    html = article_html(shown, change=False)

    assert "It rained" not in html.partition('<div class="words">')[2]
    assert '<a href="#library/a/2"' in html
    assert '<a href="#library/a/1" dir="auto" aria-current="true">' in html
    assert 'href="#chat/about/a"' in html
    assert '="javascript' not in html
    assert text.REMOVE not in html
    assert text.REMOVE in article_html(shown, change=True)


def test_what_a_version_changed_and_what_was_changed_since_is_shown_in_words(library: Library) -> None:
    for said, title in ((TEXT, "Bridge"), (f"{TEXT} It <b>rained</b>.", "Bridge"), (f"{TEXT} It snowed.", "<i>Snow")):
        list(library.ingest([article("a", said, title=title)]))

    html = article_html(opened(library, "a", 2), change=False)
    first, last = (article_html(opened(library, "a", version), change=False) for version in (1, None))

    assert text.CHANGED_BEFORE.format(before=1, after=2) in html
    assert " <ins>It &lt;b&gt;rained&lt;/b&gt;.</ins>" in html
    assert f"open><summary>{text.CHANGED_BEFORE.format(before=2, after=3)}" in html
    assert "<del>Bridge</del> <ins>&lt;i&gt;Snow</ins>" in html
    assert f"open><summary>{text.CHANGED_BEFORE.format(before=1, after=3)}" in first
    assert f'revision"><summary>{text.CHANGED_BEFORE.format(before=2, after=3)}' in last
    assert last.count("revision") == 1


def test_an_article_that_is_only_a_summary_or_gone_says_so(library: Library) -> None:
    list(library.ingest([replace(article("a"), abridged=True), replace(article("b"), text="It rained.")]))
    with library.catalog.writing() as connection:
        connection.execute("UPDATE articles SET gone = 0 WHERE id = 'b'")

    summary, gone = (article_html(opened(library, id, None), change=False) for id in ("a", "b"))

    assert text.ABRIDGED_MORE in summary
    assert ABRIDGED in articles_html(library.articles(), total=2)
    assert text.GONE_SINCE.format(day="1 January 1970") in gone
    assert text.GONE_SINCE[:5] not in summary


def test_nothing_in_an_article_is_markup(library: Library) -> None:
    hostile = article(f'a"><b>/{HOSTILE}', f"{HOSTILE} It says much.", title=HOSTILE * 200, source=HOSTILE)
    list(library.ingest([hostile]))
    found, _ = browse(library, wanted_from({}))

    pages = [
        article_html(opened(library, hostile.id, None, [("x", HOSTILE)]), change=True),
        articles_html(found, total=1),
        find_html(library.catalog.coverage().sources),
    ]

    assert not [html for html in pages if "<img" in html or "<script" in html or "<b>/" in html]


def test_a_source_tells_how_it_fares_and_only_who_may_changes_it() -> None:
    source = FollowedSource(
        number=1,
        place="https://news.example/feed",
        kind=Kind.FEED,
        title="<News>",
        added=day("2026-11-01"),
        due=day("2026-11-02"),
        articles=12,
        succeeded=day("2026-11-01"),
        failed=day("2026-11-02"),
        error="it does not <answer>",
        failures=2,
    )

    html, own = sources_html([source], change=False), sources_html([source], change=True)

    assert "&lt;News&gt;" in html
    assert "12 articles" in html
    assert "Last read</dt><dd>1 November 2026, 00:00 UTC" in html
    assert '<dt>Failed</dt><dd class="bad" dir="auto">2 November 2026, 00:00 UTC: it does not &lt;answer&gt;' in html
    assert f"{text.DUE}</dt><dd>2 November 2026, 00:00 UTC" in html
    assert "<button" not in html
    assert 'data-do="unfollow"' in own


def test_a_failure_that_is_over_is_told_as_that() -> None:
    source = FollowedSource(
        number=1,
        place="https://news.example/feed",
        kind=Kind.FEED,
        added=day("2026-11-01"),
        due=day("2026-11-03"),
        succeeded=day("2026-11-02"),
        failed=day("2026-11-01"),
        error="it does not answer",
    )

    html = sources_html([source], change=False)

    assert f'<dt>{text.TROUBLE_EARLIER}</dt><dd class="" dir="auto">1 November 2026' in html
    assert f"<dt>{text.TROUBLE}</dt>" not in html


def test_what_can_be_added_and_how_large_is_said() -> None:
    html = adding_html(largest=5_000_000)

    assert ".docx" in html
    assert "5 MB" in html

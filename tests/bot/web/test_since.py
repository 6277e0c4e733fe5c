from __future__ import annotations

from dataclasses import replace

import pytest

from bot.change import Change, changed
from bot.conversations.kept import Exchange
from bot.types import Answer
from bot.web import text
from bot.web.render import exchange_html
from bot.web.since import brief, change_html, since_html
from tests.factories import TEXT, answer, article, citation, day, sentence
from vectorstore.library import Library

OTHER = "The council met on Monday."
CITED = (citation(), citation(OTHER, number=2))


def said() -> Answer:
    return answer(sentence("It voted to keep the old bridge open.", 1), sentence(OTHER, 2), citations=CITED)


def since(library: Library, *texts: str) -> tuple[Change, ...]:
    """What became of an article that says these things one after the other, and is cited as it is at first."""
    list(library.ingest(article(text=one) for one in (TEXT, *texts)))
    return changed(said(), library)


def page(changes: tuple[Change, ...]) -> str:
    return exchange_html(Exchange(question="What?", answer=said()), 1, last=True, changes=changes)


def test_nothing_is_said_where_all_is_as_it_was(library: Library) -> None:
    changes = since(library)

    assert since_html(changes) == ""
    assert change_html(None, CITED) == ""
    assert "since" not in page(changes)


def test_what_is_said_otherwise_now_stands_beside_what_was_quoted(library: Library) -> None:
    changes = since(library, TEXT.replace("keep", "close"))

    html = page(changes)

    assert f'<li><span class="number">1</span> {text.FATES["unsaid"]}</li>' in html
    assert f'<li><span class="number">2</span> {text.FATES["changed"]}</li>' in html
    assert "It voted to <del>keep</del> <ins>close</ins> the old bridge open." in html
    assert 'aria-label="Source 1, changed since"' in html
    assert html.count("marker stale") == 1
    assert '<a href="#library/a/1">' in html


def test_an_article_that_was_removed_is_said_to_be_and_no_way_leads_to_it(library: Library) -> None:
    since(library)
    library.remove("a")

    html = page(changed(said(), library))

    assert text.FATES["removed"] in html
    assert text.FATES_IN_BRIEF["removed"] in html
    assert "#library/" not in html
    assert "#chat/about/" not in html


def test_an_article_that_is_no_longer_where_it_came_from_is_said_to_be_kept(library: Library) -> None:
    since(library)
    (headline,) = library.articles()
    gone = Change(
        article=headline, present=headline, citations=(1, 2), unsaid=(), told=(), difference=(), gone=day("2026-11-24")
    )

    html = page((gone,))

    assert brief(gone) == text.FATES_IN_BRIEF["gone"]
    assert html.count(text.FATES["gone"]) == 2
    assert "stale" not in html


@pytest.mark.parametrize("hostile", ["<img src=x onerror=alert(1)> <script>alert(2)</script>"])
def test_what_an_article_says_now_is_only_text(library: Library, hostile: str) -> None:
    (change,) = since(library, TEXT.replace("keep", hostile))
    renamed = replace(change.article, title=hostile, url=hostile)

    html = page((change,)) + change_html(replace(change, article=renamed), CITED)

    assert "<script" not in html
    assert "<img" not in html
    assert "&lt;script&gt;" in html

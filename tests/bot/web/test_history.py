from __future__ import annotations

from bot.conversations.kept import Kept, Listed
from bot.web import text
from bot.web.history import bar_html, history_html
from tests.factories import day

ONE = Listed(id="k1", title="<b>Bridge</b>", changed=day("2026-11-24"), exchanges=1, shared=True)
OTHER = Listed(id="k2", title="Ferry", changed=day("2026-11-23"), exchanges=3)


def test_conversations_are_links_and_the_open_one_is_marked() -> None:
    html = history_html([ONE, OTHER], "k2")

    assert '<a href="#chat/k1"><span class="title" dir="auto">&lt;b&gt;Bridge&lt;/b&gt;' in html
    assert "24 November 2026 · 1 question · shared" in html
    assert '<a href="#chat/k2" aria-current="true">' in html
    assert "23 November 2026 · 3 questions" in html


def test_an_empty_list_says_why() -> None:
    assert text.NONE_KEPT in history_html([])
    assert text.NONE_FOUND in history_html([], search="x")


def test_a_conversation_can_be_renamed_exported_shared_and_deleted() -> None:
    html = bar_html(Kept(id="k1", title='"Bridge"'))

    assert 'value="&quot;Bridge&quot;"' in html
    for ending in ("md", "html", "json"):
        assert f'href="/conversations/k1.{ending}"' in html
    for do in ("rename", "share", "delete"):
        assert f'data-do="{do}"' in html


def test_a_shared_one_shows_its_address_and_can_be_shared_no_more() -> None:
    html = bar_html(Kept(id="k1", title="Bridge", shared="s3cret"))

    assert 'href="/shared/s3cret"' in html
    assert 'data-do="unshare"' in html


def test_a_new_conversation_has_nothing_to_change() -> None:
    assert "rename" not in bar_html(Kept())

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta, timezone

import pytest

from bot.conversations.kept import Kept, Listed
from bot.web import text
from bot.web.history import bar_html, history_html
from bot.web.place import PAGE
from tests.factories import day

ONE = Listed(id="k1", title="<b>Bridge</b>", changed=day("2026-11-24"), exchanges=1, shared=True)
OTHER = Listed(id="k2", title="Ferry", changed=day("2026-11-23"), exchanges=3)


NOW = day("2026-11-24") + timedelta(hours=15)


def test_conversations_are_links_and_the_open_one_is_marked() -> None:
    html = history_html([ONE, OTHER], "k2", now=NOW)

    assert '<a href="#chat/k1"><span class="title" dir="auto">&lt;b&gt;Bridge&lt;/b&gt;' in html
    assert "<bdi>00:00</bdi> · <bdi>1 question</bdi> · <bdi>shared</bdi>" in html
    assert '<a href="#chat/k2" aria-current="true">' in html
    assert "<bdi>3 questions</bdi>" in html


@pytest.mark.parametrize(
    ("changed", "under", "told"),
    [
        ("2026-11-25", text.TODAY, "00:00"),
        ("2026-11-24", text.TODAY, "00:00"),
        ("2026-11-23", text.YESTERDAY, "00:00"),
        ("2026-11-22", text.LAST_DAYS, "Sunday"),
        ("2026-11-18", text.LAST_DAYS, "Wednesday"),
        ("2026-11-17", "November 2026", "17 November 2026"),
        ("2025-11-24", "November 2025", "24 November 2025"),
    ],
)
def test_conversations_stand_under_their_age(changed: str, under: str, told: str) -> None:
    html = history_html([replace(ONE, changed=day(changed))], now=NOW)

    assert f'<h2 class="age">{under}</h2>' in html
    assert f"<bdi>{told}</bdi>" in html


def test_days_begin_where_the_reader_is() -> None:
    late = replace(ONE, changed=day("2026-11-23") + timedelta(hours=23))

    html = history_html([late], now=NOW.astimezone(timezone(timedelta(hours=2))))

    assert text.TODAY in html
    assert "<bdi>01:00</bdi>" in html


def test_more_can_be_shown_as_long_as_there_are_more() -> None:
    many = [replace(ONE, id=f"k{number}") for number in range(3)]

    assert history_html(many, now=NOW, shown=2).count("<li>") == 2
    assert f'data-shown="{2 + PAGE}"' in history_html(many, now=NOW, shown=2)
    assert text.MORE not in history_html(many, now=NOW, shown=3)


def test_an_empty_list_says_why() -> None:
    assert text.NONE_KEPT in history_html([], now=NOW)
    assert text.NONE_FOUND in history_html([], search="x", now=NOW)


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

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.factories import article, day
from vectorstore.rows import digest, instant, seconds
from vectorstore.types import Article


@given(st.datetimes(timezones=st.timezones()))
def test_an_instant_survives_to_the_second(when: datetime) -> None:
    kept = instant(seconds(when))

    assert kept is not None
    assert timedelta(0) <= when - kept < timedelta(seconds=1)
    assert kept.tzinfo is UTC


def test_no_date_stays_no_date() -> None:
    assert instant(seconds(None)) is None


@pytest.mark.parametrize(
    "other",
    [
        article(text="Something else."),
        article(title="Another title"),
        article(url="https://example.org"),
        article(source="The Other Courier"),
        article(author="A. Writer"),
        article(published=day("2026-01-01")),
    ],
)
def test_whatever_is_told_or_said_changes_the_digest(other: Article) -> None:
    assert digest(other) != digest(article())


def test_the_id_and_the_version_do_not_change_the_digest() -> None:
    assert digest(article("b", version=7)) == digest(article())


def test_words_cannot_move_between_fields_unnoticed() -> None:
    one = replace(article(), title="Old", text="bridge")

    assert digest(one) != digest(replace(one, title="Oldbridge", text=""))

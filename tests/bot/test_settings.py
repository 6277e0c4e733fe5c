from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import load_settings, of_answers
from vectorstore.errors import BadSettings


def test_what_is_given_comes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLEBOT_PASSAGES", "20")

    assert load_settings().passages == 20
    assert load_settings(passages=5).passages == 5


def test_none_means_not_given() -> None:
    assert load_settings(data=None).data == Path("data")


def test_an_unknown_setting_is_refused_with_the_known_ones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLEBOT_PASAGES", "20")

    with pytest.raises(BadSettings, match=r"unknown setting ARTICLEBOT_PASAGES.*ARTICLEBOT_PASSAGES"):
        load_settings()


def test_a_value_out_of_range_is_refused_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ARTICLEBOT_STRICTNESS", "2")

    with pytest.raises(BadSettings, match="ARTICLEBOT_STRICTNESS"):
        load_settings()


def test_what_is_shown_beside_answers_has_no_secrets() -> None:
    shown = of_answers(
        load_settings(users={"ada": "$argon2id$secret"}, admin="ada", fetch_proxy="http://me:pw@proxy:1")
    )

    assert "strictness" in shown
    assert "secret" not in str(shown)
    assert "pw" not in str(shown)

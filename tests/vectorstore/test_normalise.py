from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vectorstore.normalise import normalise


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("13,000\u00a0people  and\tmore", "13,000 people and more"),
        ("one\r\ntwo\rthree\u2028four", "one\ntwo\nthree\nfour"),
        ("one \n \n \n\n two ", "one\n\ntwo"),
        ("co\u00adoperate", "cooperate"),
        ("zero\u200bwidth \ufeffmark \u200ejoin\u200der", "zerowidth mark joiner"),
        ("nul\x00 and bell\x07", "nul and bell"),
        ("\u202etxt.exe\u202c", "txt.exe"),
        ("cafe\u0301", "café"),
        ("lone \ud800 surrogate", "lone \ufffd surrogate"),
        ("", ""),
        (" \n\u00a0\n ", ""),
    ],
)
def test_what_readers_do_not_see_is_made_plain(text: str, plain: str) -> None:
    assert normalise(text) == plain


@pytest.mark.parametrize("text", ["می\u200cروم", "क्\u200dष", "👩\u200d👧", "❤️\u200d🔥"])
def test_joiners_stay_where_letters_and_emoji_need_them(text: str) -> None:
    assert normalise(text) == text


@given(st.text(st.characters(codec=None)) | st.text(" \n\r\t\u00a0\u200b\u200d\u00ade\u0301ab\u0645"))
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    plain = normalise(text)

    assert normalise(plain) == plain


@given(st.text(st.characters(codec=None)))
def test_what_is_plain_can_be_stored_and_has_no_other_white_space(text: str) -> None:
    plain = normalise(text)

    assert plain.encode().decode() == plain
    assert unicodedata.is_normalized("NFC", plain)
    assert {sign for sign in plain if sign.isspace()} <= {" ", "\n"}
    assert "  " not in plain
    assert "\n\n\n" not in plain

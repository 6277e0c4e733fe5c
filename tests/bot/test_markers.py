from __future__ import annotations

import pytest

from bot.markers import half_marker, unmarked, without_markers


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("[1]", [(1,)]),
        ("[ 1 ]", [(1,)]),
        ("[1, 2]", [(1, 2)]),
        ("[1,2;3]", [(1, 2, 3)]),
        ("[1 and 3]", [(1, 3)]),
        ("[1][2]", [(1,), (2,)]),
        ("[2-4]", [(2, 3, 4)]),
        ("[2–4]", [(2, 3, 4)]),
        ("[1-999]", [tuple(range(1, 22))]),
        ("[^1]", [(1,)]),
        ("[excerpt 2]", [(2,)]),
        ("[Source 2]", [(2,)]),
        ("【3】", [(3,)]),
        ("[1](http://example.org)", []),
        ("[2023]", []),
        ("[sic]", []),
        ("(1)", []),
        ("[]", []),
    ],
)
def test_what_counts_as_a_marker(said: str, numbers: list[tuple[int, ...]]) -> None:
    assert [mark.numbers for mark in unmarked(said)[1]] == numbers


def test_markers_remember_where_they_stood() -> None:
    text, marks = unmarked("Up [1], then down[2].")

    assert text == "Up , then down."
    assert [(mark.at, mark.end) for mark in marks] == [(3, 6), (14, 20)]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Rates rose [1].", "Rates rose."),
        ("Rates rose. [1]", "Rates rose."),
        ("Rates [1, 2] rose [3], then fell[4].", "Rates rose, then fell."),
        ("No marker.", "No marker."),
        ("[1]", ""),
    ],
)
def test_a_text_reads_well_without_its_markers(said: str, shown: str) -> None:
    assert without_markers(said) == shown


@pytest.mark.parametrize(
    ("said", "whole"), [("up [1", "up "), ("up [", "up "), ("up [1]", "up [1]"), ("up 【1", "up "), ("", "")]
)
def test_half_a_marker_is_seen(said: str, whole: str) -> None:
    assert said[: half_marker(said)] == whole


def test_a_bracket_that_was_opened_long_ago_is_no_marker() -> None:
    said = "[" + "long ago " * 10

    assert half_marker(said) == len(said)

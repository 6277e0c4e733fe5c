from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.thoughts import spoken

CASES = [
    ("Rates rose [1].", "Rates rose [1]."),
    ("<think>Let me see [2].</think>\n\nRates rose [1].", "\n\nRates rose [1]."),
    ("<thinking>\nHm.\n</thinking>Rates rose.", "Rates rose."),
    ("[THINK]Hm.[/THINK]Rates rose [1].", "Rates rose [1]."),
    ("<think></think>Rates rose.<think>Did they?</think> They did.", "Rates rose. They did."),
    ("<think>and never an end", ""),
    ("Okay, so rates. [1] says so.\nThey rose.\n</think>\n\nRates rose [1].", "\n\nRates rose [1]."),
    ("Okay, rates rose [1].", "Okay, rates rose [1]."),
    ("Ok", "Ok"),
    ("Rates rose.</think> They fell.", "Rates rose. They fell."),
    ("Rates rose [1].<|im_end|>\n<|im_start|>user\nAnd then?", "Rates rose [1]."),
    ("Rates rose [1].</s>[INST] And then? [/INST]", "Rates rose [1]."),
    ("Rates < 5 percent [1, 2] and <b>rose</b> [", "Rates < 5 percent [1, 2] and <b>rose</b> ["),
    ("", ""),
]


@pytest.mark.parametrize(("said", "meant"), CASES)
def test_thoughts_and_what_comes_after_the_end_are_left_out(said: str, meant: str) -> None:
    assert "".join(spoken([said])) == meant


@pytest.mark.parametrize(("said", "meant"), CASES)
def test_one_character_at_a_time_makes_no_difference(said: str, meant: str) -> None:
    assert "".join(spoken(said)) == meant


@pytest.mark.parametrize("begun", ["<think>", "Okay, so the question is about rates. "])
def test_however_long_thoughts_are_what_comes_after_them_is_said(begun: str) -> None:
    pieces = [begun, *["but then I wonder whether "] * 5_000, "</think>", "Rates rose [1]."]

    assert "".join(spoken(pieces)) == "Rates rose [1]."


def test_plain_text_is_passed_on_at_once() -> None:
    def pieces() -> Iterator[str]:
        yield "Rates"
        raise AssertionError("too far")

    assert next(spoken(pieces())) == "Rates"

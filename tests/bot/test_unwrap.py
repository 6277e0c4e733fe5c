from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.unwrap import unwrapped

CASES = [
    ("Rates rose [1].", "Rates rose [1]."),
    ('{"answer": "Rates rose a lot.", "citations": [1, 2]}', "Rates rose a lot. [1] [2]"),
    ('{"answer": "Rates rose [2]."}', "Rates rose [2]."),
    ('```json\n{"answer": "Rates rose.", "source": 3}\n```', "Rates rose. [3]"),
    ("```\nRates rose [1].\n```", "Rates rose [1].\n"),
    (
        '[{"text": "Rates rose.", "excerpt": 1}, {"text": "They fell.", "excerpt": 2}]',
        "Rates rose. [1]\nThey fell. [2]",
    ),
    ('{"sentences": [{"text": "Rates rose.", "cites": [1]}], "sure": true}', "Rates rose. [1]"),
    ('{"answer": "Rates ro', '{"answer": "Rates ro'),
    ("[1] Rates rose.", "[1] Rates rose."),
    ("<b>Rates</b> rose.", "<b>Rates</b> rose."),
    ("", ""),
]


@pytest.mark.parametrize(("said", "meant"), CASES)
def test_wrappers_come_off(said: str, meant: str) -> None:
    assert "".join(unwrapped([said])) == meant


@pytest.mark.parametrize(("said", "meant"), CASES)
def test_one_character_at_a_time_makes_no_difference(said: str, meant: str) -> None:
    assert "".join(unwrapped(list(said))).lstrip() == meant


def test_plain_text_is_passed_on_at_once() -> None:
    def pieces() -> Iterator[str]:
        yield "Rates"
        raise AssertionError("too far")

    assert next(unwrapped(pieces())) == "Rates"


def test_an_endless_wrapper_is_stopped() -> None:
    def pieces() -> Iterator[str]:
        yield '{"answer": "'
        while True:
            yield "and on "

    assert list(unwrapped(pieces())) == []

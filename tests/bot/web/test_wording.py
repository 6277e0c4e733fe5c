from __future__ import annotations

import pytest

from bot.web.wording import direction, line_under, stated, told_html


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("the question is empty", "The question is empty"),
        ("/srv/data cannot be written", "/srv/data cannot be written"),
        ("library.db is damaged", "library.db is damaged"),
        ("Ready", "Ready"),
        ("", ""),
    ],
)
def test_a_sentence_begins_with_a_capital_and_a_name_stays_as_it_is(said: str, shown: str) -> None:
    assert stated(said) == shown


def test_a_command_that_a_sentence_names_stands_out_and_the_rest_is_text() -> None:
    said = told_html("<b> is damaged: run python -m bot rebuild, or python -m bot")

    assert said == "&lt;b&gt; is damaged: run <code>python -m bot rebuild</code>, or <code>python -m bot</code>"


@pytest.mark.parametrize(
    ("words", "runs"),
    [
        ("Old bridge", "ltr"),
        ("הגשר הישן", "rtl"),
        ("الجسر القديم", "rtl"),
        ("旧桥", "ltr"),
        ("2026: הגשר", "rtl"),
        ("Haifa (חיפה)", "ltr"),
        ("“حيفا” and Haifa", "rtl"),
        ("2026 ...", "ltr"),
        ("", "ltr"),
    ],
)
def test_words_run_as_their_first_letter_does(words: str, runs: str) -> None:
    assert direction(words) == runs


def test_what_is_told_of_a_title_runs_as_the_title_does_and_each_part_of_it_by_itself() -> None:
    assert line_under("הגשר", ["<הארץ>", "", "Ada"]) == (
        '<span class="about" dir="rtl"><bdi>&lt;הארץ&gt;</bdi> · <bdi>Ada</bdi></span>'
    )
    assert line_under("Bridge", [""]) == ""

from __future__ import annotations

import pytest

from bot.checking.quoted import is_said, quotations, without_quotations

TEXT = (
    "The mayor said: “We will rebuild this bridge, and we will do it – together.” He had not seen “Red Harbour”. "
    "Part two is called The Long Way Home."
)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ('He said "no way" and “never again”.', ["no way", "never again"]),
        ('He said "no way" and then "left.', ["no way"]),
        ('It said ""no way"" there.', ["no way"]),
        ('A 12" pipe and "two words".', ["two words"]),
        ('It said " set apart " there.', [" set apart "]),
        ("He said: “She told me “go away” twice.”", ["go away", "She told me “go away” twice."]),
        ('"All of it is quoted."', []),
        ('"All of it, with ""one"" more, is quoted."', ["one"]),
        ("", []),
    ],
)
def test_quotations_are_found_by_the_side_on_which_a_word_stands(sentence: str, found: list[str]) -> None:
    assert quotations(sentence) == found


def test_a_sentence_without_its_quotations_keeps_the_rest() -> None:
    assert without_quotations("He said “no way” and “never”, again.") == "He said  and , again."


@pytest.mark.parametrize(
    "quotation",
    [
        "we will rebuild this bridge",
        "We will rebuild this bridge and we will do it together,",
        "We will rebuild [...] together",
        "We will rebuild … together",
        "[W]e will do it together",
        "[The mayor] will rebuild this bridge",
        "Red Harbour: The Long Way Home",
        "rebuilding",
    ],
)
def test_a_quotation_has_the_words_of_the_text(quotation: str) -> None:
    assert is_said(quotation, ["Another text.", TEXT])


@pytest.mark.parametrize(
    "quotation",
    [
        "we will rebuild that bridge",
        "we will not rebuild this bridge",
        "we will [not] rebuild this bridge",
        "[Okafor] will rebuild this bridge",
        "together [...] we will rebuild",
        "do it we will",
        "Red Harbour: The Short Way Home",
        "red harbour: the mayor said",
        "rebuilt",
        "e will rebuild",
    ],
)
def test_other_words_in_quotation_marks_are_not_said(quotation: str) -> None:
    assert not is_said(quotation, ["Another text.", TEXT])


def test_a_quotation_of_nothing_but_gaps_is_not_said() -> None:
    assert not is_said("a ... " * 300 + "a", ["a " * 5000])


@pytest.mark.parametrize(
    ("quotation", "text"),
    [
        ("We will [...] resign", "“We will not resign,” he said."),
        ("We … lied to Bob", "“We never lied to Bob,” he said."),
        ("We will [...] lose", "“We will win,” she said. “They will lose.”"),
    ],
)
def test_what_turns_a_quotation_round_may_not_be_left_out_of_it(quotation: str, text: str) -> None:
    assert not is_said(quotation, [text])

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from vectorstore.sentences import LONGEST, sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["Mr. Harlow met Gen. Rees and Dr. Lind.", "They spoke for an hour."],
        ["J. K. Rowling sent a letter.", "It was read aloud."],
        ["U.S. officials denied it.", "U.K. ministers did not."],
        ["It was No. 10 on the list.", "It cost $3.5 million."],
        ["“We will not move.”", "He left the room."],
        ['"Are you sure?" she asked.', "He nodded."],
        ['"What are the prospects? Egypt is taking the initiative," he said.', "Nobody else is."],
        ["He waited… and then he left.", "Nothing happened."],
        ["The plan failed.", "(It had been rushed.)", "Nobody resigned."],
        ["The match starts at 9 p.m. ET.", "It is shown at 2 a.m. GMT on Monday."],
        ["They arrived at 5 p.m.", "The doors were shut."],
        ["1. Mix the flour and the water.", "Wait for an hour."],
        ["• The council met.", "It voted to keep the bridge."],
        ["The minister's office said Egypt's offer stood.", "Israel's reply came at noon."],
        ["外长说谈判将继续。", "谁会赢？"],
        ["قال الوزير إن المحادثات ستستمر.", "هل يعرف أحد النتيجة؟"],
    ],
)
def test_sentences_end_where_a_reader_says(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


def test_a_line_end_ends_a_sentence_unless_it_only_wraps() -> None:
    text = "A heading\nThe council met on Monday, and it voted to keep\nthe old bridge open. The mayor said no\n\nMore"

    assert sentences(text) == [
        "A heading",
        "The council met on Monday, and it voted to keep\nthe old bridge open.",
        "The mayor said no",
        "More",
    ]


def test_what_has_no_end_is_cut_at_a_space() -> None:
    found = sentences("word " * 1_000)

    assert {len(sentence) for sentence in found[:-1]} == {LONGEST - 1}
    assert " ".join(found) == ("word " * 1_000).strip()


def test_a_long_quotation_is_cut_after_one_of_its_sentences() -> None:
    found = sentences('"' + "We are ready to discuss it at any time. " * 30 + 'So are they," he said.')

    assert all(sentence.endswith("time.") for sentence in found[:-1])


def test_a_line_of_five_million_characters_is_cut_in_seconds_and_not_in_hours() -> None:
    found = sentence_spans("x" * 2_500_000 + "He left. " * 280_000)

    assert max(end - start for start, end in found) <= LONGEST


@example("\u2014 ")
@example("A\u00a0A. b")
@given(st.text(st.sampled_from("ab A.!?\"”“'()\n\u00a0•1—。é\t🔥"), max_size=200) | st.text())
def test_spans_are_in_order_and_hold_every_sign_that_is_no_space(text: str) -> None:
    spans = sentence_spans(text)

    inside = [at for start, end in spans for at in range(start, end)]
    assert inside == sorted(set(inside))
    assert {at for at, sign in enumerate(text) if not sign.isspace()} <= set(inside)
    assert all(text[start:end] == text[start:end].strip() != "" for start, end in spans)

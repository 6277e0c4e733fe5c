"""What is quoted, as what was said."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "The council said the closure would last “at least until the new year”.",
            "The council said the closure would last at least until the new year.",
        ),
        ("“The road is wet in winter,” said Ann Lee.", "Ann Lee said the road is wet in winter."),
        ("“The road is wet in winter,” said Ann Lee.", "Ann Lee said that the road was wet in winter."),
        ("Ann Lee said: “The road will be wet in winter.”", "Ann Lee said the road would be wet in winter."),
    ],
)  # fmt: skip
def test_what_is_quoted_was_said(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "The council said the closure would last at least until the new year.",
            "The council said the closure would last “at least until the new year”.",
        ),
        ("Ann Lee said the road was wet.", "Ann Lee said: “The road was wet.”"),
        ("“The road is wet in winter,” said Ann Lee.", "The road is wet in winter."),
        ("“We are late in winter,” said Ann Lee.", "Ann Lee said we are late in winter."),
        ("“The road is wet here,” said Ann Lee.", "Ann Lee said the road is wet here."),
        ("“He's late in winter,” said Ann Lee.", "Ann Lee said he's late in winter."),
        ("“It is wet in winter,” said Ann Lee.", "Ann Lee said it was wet in winter."),
        ("“Never sell the oven,” said Ann Lee.", "Ann Lee said never sell the oven."),
        ("“Was the road wet in winter?” asked Ann Lee.", "Ann Lee said was the road wet in winter."),
        ("“The road was wet in winter?” asked Ann Lee.", "Ann Lee said the road was wet in winter."),
        ("Police called the “expert on roads” Ann Lee a fraud.", "Police called the expert on roads Ann Lee a fraud."),
        ("Ann Lee joked: “The road is a river in winter.”", "Ann Lee said the road is a river in winter."),
        ("Ann Lee denied that the road was “wet in winter”.", "Ann Lee said the road was wet in winter."),
        (
            "Ann Lee said the road today was “as wet as today's sea”.",
            "Ann Lee said the road today was as wet as today's sea.",
        ),
    ],
)  # fmt: skip
def test_what_was_not_quoted_is_no_quotation_and_what_points_to_its_speaker_is_not_told(
    source: str, sentence: str
) -> None:
    assert not proves(source, sentence)

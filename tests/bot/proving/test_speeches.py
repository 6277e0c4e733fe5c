"""Whose a quotation is that goes on."""

from __future__ import annotations

import pytest

from tests.proving import proves


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "“We left at noon,” Ann Lee told reporters on the quay. “All of us wept on the way.”",
            'Ann Lee said: "All of us wept on the way."',
        ),
        ("“We left at noon,” Ann Lee told reporters on the quay.", 'Ann Lee said: "We left at noon."'),
        ("“All of us wept,” the governor, Ann Lee, told a meeting.", 'Governor Ann Lee said: "All of us wept."'),
        ("“We left at noon,” said Ann Lee. “All of us wept on the way.”", 'Ann Lee said: "All of us wept on the way."'),
        (
            "“We left at noon,” said Ann Lee, who runs Rome. “All of us wept on the way.”",
            'Ann Lee said: "All of us wept on the way."',
        ),
        ("“All of us wept on the way. We left at noon,” said Ann Lee.", 'Ann Lee said: "All of us wept on the way."'),
        (
            "“We left at noon,” Ann Lee said. “Some fell. All of us wept on the way.”",
            '"All of us wept on the way," Ann Lee said.',
        ),
        (
            "“Justice is a word,” said the manager, Ann Lee, “but all of us wept.”",
            'Manager Ann Lee said: "Justice is a word, but all of us wept."',
        ),
    ],
)  # fmt: skip
def test_a_quotation_goes_on_in_its_paragraph(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        ("“All of us wept,” the governor, Ann Lee, told Bob Roe.", 'Bob Roe said: "All of us wept."'),
        ("“All of us wept,” the governor, Ann Lee, warned Bob Roe.", 'Bob Roe said: "All of us wept."'),
        ("All had wept, the governor, Ann Lee, warned Bob Roe.", "Bob Roe said all had wept."),
        ("All had wept, the governor, Ann Lee, told Bob Roe.", "Bob Roe told all had wept."),
        (
            "“We left at noon,” a friend of Ann Lee told reporters. “All of us wept on the way.”",
            'Ann Lee said: "All of us wept on the way."',
        ),
        ("“We left at noon” was what Ann Lee told reporters.", 'Ann Lee said: "We left at noon."'),
        ("“We left at noon,” Ann Lee was told by reporters.", 'Ann Lee said: "We left at noon."'),
        (
            "“We left at noon,” Ann Lee told Bob Roe. “All of us wept on the way.”",
            'Bob Roe said: "All of us wept on the way."',
        ),
        ("“We left at noon. All of us wept on the way,” said Ann Lee.", 'Bob Roe said: "All of us wept on the way."'),
        ("“We left at noon. All of us wept on the way,” he said.", 'Ann Lee said: "All of us wept on the way."'),
        ("“If it rains at noon, we leave. All of us wept on the way,” said Ann Lee.", 'Ann Lee said: "We leave."'),
        (
            "“We left.” All of us wept on the way. “We came back,” said Ann Lee.",
            'Ann Lee said: "All of us wept on the way."',
        ),
        (
            "“We left at noon,” said Ann Lee. Bob Roe said: “All of us wept on the way.”",
            'Ann Lee said: "All of us wept on the way."',
        ),
        (
            "“We left at noon,” said Ann Lee.\n\n“All of us wept on the way.”",
            'Ann Lee said: "All of us wept on the way."',
        ),
        (
            "“We left at noon,” said Ann Lee. Bob Roe sighed. “All of us wept on the way.”",
            'Ann Lee said: "All of us wept on the way."',
        ),
        ("“All of us wept on the way.” “We left at noon,” said Ann Lee.", 'Ann Lee said: "All of us wept on the way."'),
        ("“Did you leave?” asked Ann Lee. “All of us wept on the way.”", 'Ann Lee said: "All of us wept on the way."'),
        ("“We left at noon,” said Ann Lee. “They wept on the way home.”", 'Ann Lee said: "They wept on the way home."'),
        ("“We left at noon,” said Ann Lee. “All of us wept on the way.”", 'Bob Roe said: "All of us wept on the way."'),
        (
            "“We left at noon,” said Ann Lee. “All of us wept on the way.”",
            'Ann Lee said: "None of us wept on the way."',
        ),
        ("“We left at noon,” said Ann Lee. “All of us wept on the way.”", "Ann Lee said all of us wept on the way."),
        ("“We left at noon,” said Ann Lee. “All of us wept on the way.”", "All of us wept on the way."),
        (
            "“We left at noon,” said Ann Lee, who met Bob Roe. “All of us wept on the way.”",
            'Bob Roe said: "All of us wept on the way."',
        ),
    ],
)  # fmt: skip
def test_words_are_not_put_in_another_s_mouth(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

from __future__ import annotations

import pytest

from bot.proving.turned import active, speaker_first, told
from bot.proving.words import Word, read, said
from tests.proving import proves


def texts(orders: list[list[Word]]) -> list[str]:
    return [" ".join(word.key for word in said(order)) for order in orders]


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("The crew had left, the owner said.", ["owner said crew had left"]),
        ("The crew had left, the owner said on Monday.", ["owner said on monday crew had left"]),
        ("“We left,” said Ann Lee, the owner.", ["ann lee owner said we left"]),
        ("According to the owner, the crew had left.", ["owner said crew had left"]),
        ("The crew had left, according to the owner.", ["owner said crew had left"]),
        ("The owner said the crew had left.", []),
        ("The crew had left.", []),
    ],
)
def test_who_said_it_comes_first(text: str, turned: list[str]) -> None:
    assert texts(list(speaker_first(read(text)))) == turned


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("United were beaten by Rovers.", ["rovers beat united"]),
        ("United were beaten by Rovers in May.", ["rovers beat united in may", "rovers in may beat united"]),
        ("The tax has been raised by Ann.", ["ann has raised tax", "ann have raised tax"]),
        ("Bob said Ann was hit by Carl.", ["bob said carl hit ann"]),
        ("Ann was hit by Bob and Carl.", ["bob and carl hit ann"]),
        ("Ann was not hit by Bob.", []),
        ("Ann was ill.", []),
    ],
)
def test_who_did_it_comes_first(text: str, turned: list[str]) -> None:
    assert texts(list(active(read(text)))) == turned


@pytest.mark.parametrize(
    ("text", "turned"),
    [
        ("Ann told Bob that Carl had left.", ["ann said carl had left"]),
        ("Ann told parliament on Monday that Carl had left.", ["ann said carl had left"]),
        ("Ann said outside the court that Carl had left.", ["ann said carl had left"]),
        ("Ann told Bob it is unlikely that Carl had left.", []),
        ("Ann said it is unlikely that Carl had left.", []),
        ("Ann said in no way that Carl had left.", []),
        ("Ann was told on Monday that Carl had left.", []),
        ("Ann, told by Bob that Carl had left, wept.", []),
    ],
)
def test_to_whom_and_where_it_was_said_is_left_out(text: str, turned: list[str]) -> None:
    assert texts(list(told(read(text)))) == turned


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "Dr Lee, a nurse, spoke in Rome. The trial, she added, was paid for by the firm.",
            "Dr Lee added that the trial was paid for by the firm.",
        ),
        ("The trial, Ann Lee said, was paid for by the firm.", "Ann Lee said the trial was paid for by the firm."),
    ],
)  # fmt: skip
def test_who_says_it_may_be_named_in_the_middle(source: str, sentence: str) -> None:
    assert proves(source, sentence)


@pytest.mark.parametrize(
    ("source", "sentence"),
    [
        (
            "The market is improving, Eurotunnel said, but warned of high costs.",
            "The market is improving, Eurotunnel said, but warned of low costs in Rome.",
        ),
        ("The trial, Ann Lee said, was paid for by the firm.", "The trial was paid for by the firm."),
        ("The trial, Ann Lee said, was paid for by the firm.", "The firm said the trial was paid for by Ann Lee."),
        (
            "The trial that, Ann Lee said, was cheap, was paid for by the firm.",
            "Ann Lee said the trial was paid for by the firm.",
        ),
        (
            "This was the message many pressed for and voters, he believes, will like.",
            "He believes this was the message.",
        ),
        (
            "Dr Lee met Dr Roe. The trial, she added, was paid for by the firm.",
            "Dr Lee added that the trial was paid for by the firm.",
        ),
        (
            "The market is improving, Eurotunnel said, and shares rose by 3 per cent.",
            "Eurotunnel said the market is improving and shares rose by 3 per cent.",
        ),
    ],
)  # fmt: skip
def test_who_says_it_in_the_middle_says_only_that(source: str, sentence: str) -> None:
    assert not proves(source, sentence)

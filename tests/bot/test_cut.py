from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.cut import LONGEST_SENTENCE, MOST_SENTENCES, cut
from vectorstore.errors import ModelUnreachable


def said(text: str) -> list[tuple[str, tuple[int, ...]]]:
    return [(sentence.text, sentence.numbers) for sentence in cut([text])]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Rates rose [1].", [("Rates rose.", (1,))]),
        ("Rates rose. [1]", [("Rates rose.", (1,))]),
        ("Rates rose.[1] They fell.[2]", [("Rates rose.", (1,)), ("They fell.", (2,))]),
        ("Rates rose [1]. They fell [2].", [("Rates rose.", (1,)), ("They fell.", (2,))]),
        ("Up [2][1], then down [2].", [("Up, then down.", (2, 1))]),
        ("Up [1, 2]. [3]", [("Up.", (1, 2, 3))]),
        ("[1] Rates rose. [2] They fell.", [("Rates rose.", (1,)), ("They fell.", (2,))]),
        ("Rates rose.\n[1]\n\nThey fell.\n[2]", [("Rates rose.", (1,)), ("They fell.", (2,))]),
        ("- Rates rose [1]\n- They fell [2]", [("Rates rose.", (1,)), ("They fell.", (2,))]),
        ("1. [1] Rates rose.\n2. [2] They fell.", [("Rates rose.", (1,)), ("They fell.", (2,))]),
        ("Nobody cites anything.", [("Nobody cites anything.", ())]),
        ("In the U.S. [1] rates rose [2].", [("In the U.S. rates rose.", (1, 2))]),
        ("Dr. Smith met Mr. Jones [1]. They spoke.", [("Dr. Smith met Mr. Jones.", (1,)), ("They spoke.", ())]),
        ("**Rates rose** by *a lot* `today` [1].", [("Rates rose by a lot today.", (1,))]),
        ("See [the report](http://evil.example/?q=1) [1].", [("See the report.", (1,))]),
        ("Look ![pixel](http://evil.example/a.png)here [1].", [("Look here.", (1,))]),
        ("## Answer\nRates rose [1].", [("Rates rose.", (1,))]),
        ("Here is what is known:\n- Rates rose [1].", [("Rates rose.", (1,))]),
        ("Rates rose [1].\n\nSources:\n[1] The Courier, 2023", [("Rates rose.", (1,))]),
        ("Rates rose [1", [("Rates rose", ())]),
        ("Rates rose to [1] 5 percent", [("Rates rose to 5 percent", (1,))]),
        ("**The answer**\n\nRates rose [1].", [("Rates rose.", (1,))]),
        ("Answer\n======\nRates rose [1].", [("Rates rose.", (1,))]),
        ("Answer: Rates rose [1].", [("Rates rose.", (1,))]),
        ("- **Rates:** They rose [1].", [("They rose.", (1,))]),
        ("- **Rates:** rose [1].", [("Rates: rose.", (1,))]),
        ("| Who | Dead |\n|---|---|\n| Gazette | 9 [1] |\n\nIt rose [1].", [("Gazette, 9", (1,)), ("It rose.", (1,))]),
        ("Rates rose **[1]**. They fell ([2]).", [("Rates rose.", (1,)), ("They fell.", (2,))]),
        ("Rates rose (excerpt 1). They fell (Excerpts 1 and 2).", [("Rates rose.", (1,)), ("They fell.", (1, 2))]),
        ("According to excerpt 2, rates rose. They fell [1].", [("Rates rose.", (2,)), ("They fell.", (1,))]),
        ("According to [2], rates rose.", [("Rates rose.", (2,))]),
        ("Rates rose【1†source】. They fell \\[2\\].", [("Rates rose.", (1,)), ("They fell.", (2,))]),
        ("<p>Rates rose [1].</p><p>They <b>fell</b> [2].</p>", [("Rates rose.", (1,)), ("They fell.", (2,))]),
        ("Sure! Rates rose [1].\n\nI hope this helps!", [("Rates rose.", (1,))]),
        ("Rates rose.\nSource: [1]\n\nThey fell.\nSource: [2]", [("Rates rose.", ()), ("They fell.", ())]),
        ("Rates rose [1].\n\n**Sources:**\n- [1] The Courier reported it.", [("Rates rose.", (1,))]),
        ("Rates rose[^1].\n\n[^1]: The Courier, 2023", [("Rates rose.", (1,))]),
        ("Question: Why?\nAnswer: Rates rose [1].\nQuestion: And then?\nThey fell.", [("Rates rose.", (1,))]),
        ("Die Zinsen stiegen [1].\n\nQuellen:\n[1] The Courier.", [("Die Zinsen stiegen.", (1,))]),
        ("", []),
        (" \n\n ", []),
        ("[1]", []),
        ("...", []),
    ],
)
def test_a_text_becomes_sentences_and_the_numbers_they_cite(
    text: str, sentences: list[tuple[str, tuple[int, ...]]]
) -> None:
    assert said(text) == sentences


TEXT = (
    "Rates rose [1]. They fell. [2][3] In the U.S. [1, 2] it was so.\n- **A list** item [1-3]\n- [2] another\n"
    "**A title**\n| a | b |\n| --- | --- |\n| c | d (excerpt 2) |\nSure! According to excerpt 1, it is. Source: x\n"
    "Then [a link](http://a.example) and 1.5 per cent 【4】. Last one [5"
)


@given(st.lists(st.integers(min_value=1, max_value=12), min_size=1, max_size=60))
def test_how_the_text_is_cut_into_pieces_makes_no_difference(lengths: list[int]) -> None:
    pieces, at = [], 0
    for length in lengths:
        pieces.append(TEXT[at : at + length])
        at += length
    pieces.append(TEXT[at:])

    assert list(cut(pieces)) == list(cut([TEXT]))


def test_a_sentence_is_said_as_soon_as_the_next_has_a_word() -> None:
    read: list[str] = []

    def pieces() -> Iterator[str]:
        for piece in ["Rates ", "rose. ", "[1] ", "They ", "fell ", "again."]:
            read.append(piece)
            yield piece

    first = next(cut(pieces()))

    assert first[:2] == ("Rates rose.", (1,))
    assert read == ["Rates ", "rose. ", "[1] ", "They "]


@pytest.mark.parametrize(
    ("pieces", "sentences"),
    [
        (["Rates rose [1]. They fell. ", "And"], ["Rates rose.", "They fell."]),
        (["Rates rose [1]. They fell [2]"], ["Rates rose.", "They fell."]),
        (["Rates rose [1]. They fell to 3."], ["Rates rose."]),
        (["Rates rose [1]. They fell to"], ["Rates rose."]),
    ],
)
def test_of_a_text_that_is_broken_off_the_sentences_that_are_whole_are_said(
    pieces: list[str], sentences: list[str]
) -> None:
    def broken_off() -> Iterator[str]:
        yield from pieces
        raise ModelUnreachable("gone")

    found = cut(broken_off())

    assert [next(found).text for _ in sentences] == sentences
    with pytest.raises(ModelUnreachable):
        next(found)


def test_a_sentence_is_said_once() -> None:
    assert said("Up [1]. Down [2]. Up [3].") == [("Up.", (1,)), ("Down.", (2,))]


def endless(text: str, read: list[int]) -> Iterator[str]:
    while True:
        read.append(1)
        yield text


def test_a_text_that_goes_round_in_circles_is_stopped() -> None:
    read: list[int] = []

    assert [sentence.text for sentence in cut(endless("Rates rose [1]. ", read))] == ["Rates rose."]
    assert len(read) < 10


def test_a_sentence_without_an_end_is_stopped() -> None:
    read: list[int] = []

    assert list(cut(endless("and on ", read))) == []
    assert len(read) < LONGEST_SENTENCE


def test_a_text_that_always_says_something_new_is_stopped() -> None:
    numbered = (f"Rates rose {number} times [1]. " for number in range(10**9))

    assert len(list(cut(numbered))) == MOST_SENTENCES

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.evaluate.measures.texts import contains, holds, overlap, piece_of, squad_tokens, token_f1, token_recall


def test_squad_normalisation_drops_case_punctuation_and_articles() -> None:
    assert squad_tokens("The “Squid Game”, a  show; 1,300 dead.") == ["squid", "game", "show", "1300", "dead"]


@pytest.mark.parametrize(
    ("text", "part", "whether"),
    [
        ("It was the Squid Game.", "“Squid Game”", True),
        ("Nine died, 14 are missing.", "14", True),
        ("In 1914 it sank.", "14", False),
        ("Barack Obama's final defense secretary died.", "Barack Obama", True),
        ("A 101-year-old man was convicted.", "101", True),
        ("The U.K. gets a new leader.", "UK", True),
        ("It made 1,500 of them, 12.6 a day.", "500", False),
        ("It made 1,500 of them, 12.6 a day.", "12", False),
        ("Anything", "", False),
        ("", "anything", False),
    ],
)
def test_containing_is_by_whole_tokens(text: str, part: str, whether: bool) -> None:
    assert contains(text, part) is whether


def test_token_f1_by_hand() -> None:
    assert token_f1("nine people died on Monday", "nine died") == pytest.approx(2 * 2 / (5 + 2))
    assert token_f1("nothing alike", "nine died") == 0.0
    assert token_f1("", "") == 1.0


def test_token_recall_counts_repeats() -> None:
    assert token_recall("one two", "two two three") == pytest.approx(1 / 3)


@given(st.text(), st.text())
def test_token_f1_is_a_share_and_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert 0.0 <= token_f1(one, other) <= 1.0
    assert token_f1(one, other) == token_f1(other, one)
    assert token_f1(one, one) == 1.0


def test_a_piece_is_the_longest_run_of_words() -> None:
    quote = "the ferry sank off Gull Point on Monday"

    assert piece_of(quote, "Yesterday the ferry sank off the coast; Gull Point on Monday was calm.") == 4 / 8
    assert piece_of(quote, f"Police said {quote}, late.") == 1.0
    assert piece_of("", "anything") == 0.0


def test_half_of_a_quote_at_the_edge_of_a_chunk_is_enough() -> None:
    quote = "nine people died and fourteen were missing"

    assert holds("on Monday. Nine people died and", quote)
    assert not holds("on Monday. Nine people", quote)


def test_overlap_looks_both_ways() -> None:
    assert overlap("died", "nine people died and fourteen were missing")
    assert not overlap("rain fell", "nine people died")

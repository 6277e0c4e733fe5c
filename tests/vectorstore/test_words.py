from __future__ import annotations

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from vectorstore.words import FUNCTION_WORDS, content_words, stem, terms, words


@pytest.fixture
def threads_that_change_often() -> Iterator[None]:
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    yield
    sys.setswitchinterval(before)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia's Foreign Minister", ["russia", "foreign", "minister"]),
        ("1,300 Israelis, 3.5 per cent", ["1,300", "israelis", "3.5", "per", "cent"]),
        ("don’t “stop”", ["don't", "stop"]),
        ("—!?", []),
    ],
)
def test_words_are_told_apart_without_case_and_possessives(text: str, found: list[str]) -> None:
    assert words(text) == found


def test_content_words_leave_out_what_only_holds_a_sentence_together() -> None:
    assert content_words("Who is the minister of the interior?") == ["minister", "interior"]


def test_terms_of_different_forms_of_a_word_are_the_same() -> None:
    assert terms("vetoes vetoed vetoing") == ["veto"] * 3


@pytest.mark.usefixtures("threads_that_change_often")
def test_many_threads_find_the_stems_that_one_does() -> None:
    some = [f"{word}{ending}" for word in sorted(FUNCTION_WORDS) for ending in ("ational", "iveness", "fully", "ing")]
    alone = [stem.__wrapped__(word) for word in some]

    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda _: [stem.__wrapped__(word) for word in some], range(8)))

    assert found == [alone] * 8

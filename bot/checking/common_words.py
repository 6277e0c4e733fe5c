"""Words that English writes in lower case, but where they open a sentence or stand in a heading: they name nothing.

``common_words.txt`` is written by ``bench/common_words.py``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from vectorstore.words import FUNCTION_WORDS, WORD

LEAST = 4
"""Words with capitals that make a heading."""


def is_common(word: str) -> bool:
    """Whether a word, in any case, names nothing by itself."""
    return word.casefold() in _common()


def is_heading(sentence: str) -> bool:
    """Whether every word of weight has a capital, so that a capital tells nothing."""
    said = [word for word in WORD.findall(sentence) if word[0].isalpha() and word.casefold() not in FUNCTION_WORDS]
    return len(said) >= LEAST and all(word[0].isupper() for word in said)


@cache
def _common() -> frozenset[str]:
    return frozenset(Path(__file__).with_name("common_words.txt").read_text(encoding="utf-8").split())

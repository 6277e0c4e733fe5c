"""People in a sentence: where their names stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.proving.lexicon import ROLES, TITLES
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

OFFICES = ROLES | frozenset("executive neurologist firefighter specialist paediatrician joiner dean head".split())

Run = tuple[int, int]
"""Where a name stands: from, to."""


def runs(words: Sequence[Word]) -> Iterator[Run]:
    """Where words that are written as names follow each other, titles among them, offices not: "Dr Ann Lee"."""
    start = -1
    for at, word in enumerate([*words, Word(",", ",", mark=True)]):
        named = word.name and not word.mark and not word.number and word.key not in FUNCTION_WORDS | OFFICES
        if start >= 0 and (not named or word.quoted != words[start].quoted):
            yield start, at
            start = -1
        if named and start < 0:
            start = at
        if named and word.key.endswith("'s"):
            yield start, at + 1
            start = -1


def last(words: Sequence[Word]) -> str:
    """The last word of a name, without its "'s"."""
    return re.sub(r"'s?$", "", words[-1].key)


def given(words: Sequence[Word]) -> tuple[str, ...]:
    """What stands before the last word of a name, titles aside."""
    return tuple(word.key for word in words[:-1] if word.key not in TITLES)

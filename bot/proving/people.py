"""People in a sentence: where their names stand."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.proving.lexicon import DOUBT, ROLES, TITLES
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

OFFICES = ROLES | frozenset("executive neurologist firefighter specialist paediatrician joiner dean head".split())

OF_OFFICES = frozenset(
    """
    chief vice deputy general managing finance foreign prime executive transport police fire interim acting senior
    county city state national council company club team opposition party union defence defense health education
    interior home trade economy energy environment justice labour labor culture sports assistant associate high
    former retired officer financial operating news front public private group shadow cabinet local regional world
    """.split()
)
"""What stands between the first word of an office and its last one."""

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


def is_office(words: Sequence[Word]) -> bool:
    """Whether words before a name may be its office, and no verb is among them: not "police suspect banker"."""
    inner = words[1:-1]
    return all(word.name or word.key in OF_OFFICES | OFFICES for word in inner) and words[0].key not in DOUBT


def last(words: Sequence[Word]) -> str:
    """The last word of a name, without its "'s"."""
    return re.sub(r"'s?$", "", words[-1].key)


def given(words: Sequence[Word]) -> tuple[str, ...]:
    """What stands before the last word of a name, titles aside."""
    return tuple(word.key for word in words[:-1] if word.key not in TITLES)

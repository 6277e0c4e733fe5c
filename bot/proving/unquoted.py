"""What is quoted, as what was said: "Ann said it would last “until May”" is that it would last until May.

Only where it is hers beyond doubt, and means the same in another mouth and on another day: no "we", "here" or "now" is
in it, nothing that points back, no question and no order. What is in quotation marks in a sentence is never made of
what is not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.proving.leaning import OTHERS, OURS
from bot.proving.lexicon import DOUBT, REPORTING
from bot.proving.subjects import is_verb
from bot.proving.words import Word

_SHORT = re.compile(r"(i|we|you|he|she|it|they|that|there|here|who|what|let)'")
"""How "he's" and the like begin."""

LEAST = 3
"""Words of a speech that can be told."""

DEICTIC = (
    OTHERS | OURS | frozenset("you your yours ours here now ago last next let let's please who what why how".split())
)
"""Words that mean something else where somebody else says them, or later."""

TELLING = REPORTING - frozenset("asked asks joked shouted cried according admitted promised believes believed".split())
"""Verbs of saying after which what is said is meant as it is said."""

EARLIER = {"is": "was", "are": "were", "has": "had", "have": "had", "will": "would", "can": "could", "does": "did"}
"""A verb as it is said of what somebody says, for what he said."""


def unquoted(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words of "X said …" without quotation marks, as they are and in the past."""
    start = next((at for at, word in enumerate(words) if word.quoted), 0)
    says = max((at for at, word in enumerate(words[:start]) if word.key in REPORTING), default=0)
    if not says or start <= says or any(word.mark and not word.quoted for word in words[says + 1 : start - 1]):
        return
    quoted = words[start:]
    plain = [word for word in quoted if not word.mark]
    whole = all(word.quoted for word in plain) and not any(word.mark for word in quoted[:-1])
    if not whole or any(map(_points, quoted)) or words[says].key not in TELLING:
        return
    between = words[says + 1 : start]
    if any(map(_verb, between)):
        yield [*words[:start], *(word._replace(quoted=False) for word in quoted)]
    elif all(word.mark for word in between) and len(plain) >= LEAST and _states(plain):
        for tense in ({}, EARLIER):
            yield [*words[:start], *(_said(word, tense) for word in quoted)]


def _points(word: Word) -> bool:
    """Whether a word means something else where somebody else says it."""
    return word.key.removesuffix("'s") in DEICTIC or _SHORT.match(word.key) is not None


def _states(words: Sequence[Word]) -> bool:
    """Whether words are a statement: a verb follows what they are about."""
    verb = next((at for at, word in enumerate(words) if _verb(word)), 0)
    return 0 < verb <= 6 and not words[0].key.endswith("ing") and words[0].key not in DOUBT


def _verb(word: Word) -> bool:
    return is_verb(word) or word.key in {"be", "should", "cannot"}


def _said(word: Word, tense: dict[str, str]) -> Word:
    return word._replace(quoted=False, key=tense.get(word.key, word.key))

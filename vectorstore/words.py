"""The words of a text: which carry meaning, and what they have in common with other words."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

WORD = re.compile(r"\w+(?:[.,]\d+)*(?:['’]\w+)?")
"""A word or a number ("1,300", "3.5"), with a possessive or contraction ("Lavrov's") kept together."""

FUNCTION_WORDS = frozenset(
    """
    a about above after again against all also although always am among an and another any anyone anything are
    aren't as at be became because been before being below between both but by can can't cannot could couldn't
    did didn't do does doesn't doing don't done down during each either else ever every few for from further get
    gets give given go goes got had hadn't has hasn't have haven't having he he's her here hers herself him
    himself his how however i i'm i've if in into is isn't it it's its itself just let like ll made make many may
    me might mine more most much must my myself neither no nor not now of off on once one only onto or other our
    ours ourselves out over own per please really s said same say says shall she she's should shouldn't since so
    some someone something still such t tell than that that's the their theirs them themselves then there there's
    these they they're this those though through thus to too under until up upon us very was wasn't we we're we've
    were weren't what what's whatever when where where's which while who who's whom whose why will with within
    without won't would wouldn't yes yet you you're your yours yourself
    """.split()
)
"""Words that hold a sentence together and say little by themselves."""


def words(text: str) -> list[str]:
    """The words of a text in order, without case, possessives ("'s") taken off."""
    return [_bare(word) for word in WORD.findall(text)]


def content_words(text: str) -> list[str]:
    """The words that carry meaning, in order, repeats kept."""
    return [word for word in words(text) if word not in FUNCTION_WORDS and len(word.strip("_")) > 0]


def terms(text: str) -> list[str]:
    """The stems of the content words, in order, repeats kept: what two texts are compared by."""
    return [stem(word) for word in content_words(text)]


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The Snowball (Porter 2) English stem of a lower-case word.

    A stemmer holds the word that it works on, so each call has one of its own: threads that share one get wrong stems.
    """
    return str(snowballstemmer.stemmer("english").stemWord(word))


def _bare(word: str) -> str:
    word = word.casefold().replace("’", "'")
    return word[:-2] if word.endswith("'s") else word

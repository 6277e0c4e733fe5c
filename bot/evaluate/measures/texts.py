"""How two texts are compared."""

from __future__ import annotations

import re
import string
from collections import Counter
from collections.abc import Sequence
from difflib import SequenceMatcher

_ARTICLES = re.compile(r"\b(a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation + "“”‘’«»–—…")
_WORD = re.compile(r"\w+")
_NUMBER_OR_LETTERS = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")

ENOUGH = 0.5
"""The share of a quote's words, in one piece, that counts as having the quote."""


def squad_tokens(text: str) -> list[str]:
    """Lower case, no punctuation, no a/an/the, split at white space (Rajpurkar et al., EMNLP 2016)."""
    return _ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split()


def plain_tokens(text: str) -> list[str]:
    """Lower case, no a/an/the, split at every mark into numbers and letters (``has_answer``; Chen et al., ACL 2017).

    A number keeps its own marks, so that 1,500 does not hold a 500.
    """
    return _NUMBER_OR_LETTERS.findall(_ARTICLES.sub(" ", text.lower()))


def contains(text: str, part: str) -> bool:
    """Whether the tokens of ``part`` stand in ``text`` in one piece. Nothing is contained in no text.

    SQuAD's tokens or the plain ones: SQuAD takes marks away and makes one word of "Obama's" and of "17-year-old",
    in which then neither Obama nor 17 is found; plain tokens make two of "U.K.".
    """
    return any(_in_one_piece(tokens(part), tokens(text)) for tokens in (squad_tokens, plain_tokens))


def _in_one_piece(part: Sequence[str], whole: Sequence[str]) -> bool:
    return bool(part) and f" {' '.join(part)} " in f" {' '.join(whole)} "


def token_f1(said: str, expected: str) -> float:
    """Harmonic mean of token precision and recall, repeats counted (SQuAD)."""
    said_tokens, expected_tokens = squad_tokens(said), squad_tokens(expected)
    shared = (Counter(said_tokens) & Counter(expected_tokens)).total()
    if not shared:
        return float(said_tokens == expected_tokens)
    return 2 * shared / (len(said_tokens) + len(expected_tokens))


def token_recall(said: str, expected: str) -> float:
    """The share of the expected tokens that were said, repeats counted."""
    expected_tokens = squad_tokens(expected)
    shared = (Counter(squad_tokens(said)) & Counter(expected_tokens)).total()
    return shared / len(expected_tokens) if expected_tokens else 1.0


def piece_of(quote: str, text: str) -> float:
    """The longest run of the quote's words that stands in the text, as a share of the quote's words."""
    words, others = _words(quote), _words(text)
    if not words:
        return 0.0
    if _in_one_piece(words, others):
        return 1.0
    longest = SequenceMatcher(None, words, others, autojunk=False).find_longest_match()
    return longest.size / len(words)


def holds(text: str, quote: str) -> bool:
    """Whether half of the quote or more stands in the text in one piece."""
    return piece_of(quote, text) >= ENOUGH


def overlap(one: str, other: str) -> bool:
    """Whether half of either text or more stands in the other in one piece."""
    return holds(one, other) or holds(other, one)


def any_overlap(text: str, others: Sequence[str]) -> bool:
    """Whether a text overlaps with one of the others."""
    return any(overlap(text, other) for other in others)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())

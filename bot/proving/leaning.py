"""What a sentence leans on: what was spoken of before it, who speaks, and on what day."""

from __future__ import annotations

from collections.abc import Sequence

from bot.proving.source import Source
from bot.proving.words import Word
from bot.types import Citation, Quote
from vectorstore.words import FUNCTION_WORDS

OTHERS = frozenset(
    "he she it they him her them his hers its their theirs this that these those such others another there".split()
)
"""Words that mean what was spoken of before."""

BEING = frozenset("is are was were has have had will would may might could can".split())
"""What makes of "there" no place: "there were two"."""

OURS = frozenset("i we me us my our ours mine today yesterday tomorrow tonight".split())
"""Words that mean something else in another mouth or on another day."""


def leans(words: Sequence[Word]) -> bool:
    """Whether a sentence speaks of what was spoken of before it, ahead of anything that it names itself."""
    for word, after in zip(words, [*words[1:], Word("", "")], strict=True):
        if word.key in OTHERS and not (word.key == "there" and after.key in BEING):
            return True
        if not word.mark and not word.number and word.key not in FUNCTION_WORDS:
            return False
    return True


def leans_on(claim: Sequence[Word], source: Sequence[Word]) -> bool:
    """Whether a claim leans on what is before it, or has from its source what leans there: "X said that she left"."""
    kept = {word.key for word in claim} & OTHERS
    return leans(claim) or (leans(source) and bool(kept))


def ours(words: Sequence[Word]) -> bool:
    """Whether a sentence speaks for itself, or of its own day, outside quotation marks."""
    return any(word.key in OURS and not word.quoted for word in words)


def spoken(words: Sequence[Word]) -> bool:
    """Whether a sentence is somebody's words and does not say whose."""
    return all(word.quoted for word in words)


def follows(found: Source, before: Citation | Quote) -> bool:
    """Whether a source sentence comes right after what is cited, or is that."""
    chunk = found.hit.chunk
    start, end = before.start - chunk.start, before.end - chunk.start
    if found.hit.article.id != before.article.id or not 0 <= start <= found.start:
        return False
    return start == found.start or (end <= found.start and not chunk.text[end : found.start].strip())

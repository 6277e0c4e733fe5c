"""The sentences of a passage as what proves: where they stand, and their words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bot.proving.words import Word, ends_quoted, read
from vectorstore.sentences import sentence_spans
from vectorstore.types import Hit


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A sentence of a hit: where it stands, and its words, quotation marks seen from its paragraph.

    The words may be what it says besides, as "Ann is 34" in "Ann, who is 34, left". ``besides`` are the sentences that
    it takes to see so: the one that says who "she" is. ``paragraph`` counts from 0. What ``leans`` is a speech that is
    understood only after what was said before it: "Ann said: “It was late.”"
    """

    hit: Hit
    start: int
    end: int
    words: tuple[Word, ...]
    besides: tuple[Source, ...] = ()
    paragraph: int = 0
    leans: bool = False

    @property
    def place(self) -> tuple[str, int, int]:
        """Where it stands."""
        return self.hit.chunk.id, self.start, self.end


@lru_cache(maxsize=64)
def sources(hit: Hit) -> tuple[Source, ...]:
    """The sentences of a hit, in order."""
    text, found, quoted, before, paragraph = hit.chunk.text, [], False, 0, 0
    for start, end in sentence_spans(text):
        quoted = ends_quoted(text[before:start], quoted=quoted)
        paragraph += "\n\n" in text[before:start]
        words = tuple(read(text[start:end], quoted=quoted))
        found.append(Source(hit=hit, start=start, end=end, words=words, paragraph=paragraph))
        before = start
    return tuple(found)

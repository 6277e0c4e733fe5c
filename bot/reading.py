"""Reading hits for a question: which sentence answers it, and how sure one can be that any does."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from typing import Protocol, TypeVar

from bot.types import Draft
from vectorstore.sentences import sentence_spans
from vectorstore.types import Hit, Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A sentence of a hit; ``start`` and ``end`` are offsets into the hit's chunk text.

    ``answer`` are those of the words in it that answer, where the reader can tell.
    """

    hit: Hit
    text: str
    start: int
    end: int
    score: float = 0.0
    answer: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Sentences, best first, and how likely it is (0..1) that the articles hold the answer."""

    candidates: tuple[Candidate, ...] = ()
    confidence: float = 0.0
    near_best: float = 0.8  # a further sentence is worth quoting at this share of the best one's score
    hits: tuple[Hit, ...] = ()  # all of them in a better order, where the reader has one
    drafts: tuple[Draft, ...] = ()  # what to quote, in order, where that is not the best candidates: a timeline


class Reader(Protocol):
    """Reads hits for a question."""

    def read(self, query: Query, hits: Sequence[Hit]) -> Reading:
        """All that the hits hold, best first."""
        ...

    def ranked(self, query: Query, hits: Sequence[Hit]) -> list[Hit]:
        """The hits in the order that the reader would give them; as they are where it has none."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What is seen of something, as numbers: the fields. Weights of the same fields make one number of them."""

    def named(self) -> dict[str, float]:
        """The numbers by their names, in order."""
        return {field.name: getattr(self, field.name) for field in fields(self)}


S = TypeVar("S", bound=Seen)

ENDED = re.compile(r"[.!…。！।۔။។։።][\"'”’»)\]」』]*$")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff]")
"""Letters of scripts that put no spaces between words: Thai, Lao, Burmese, Khmer, Japanese, Chinese."""
LETTERS_A_WORD = 2

_UNMARKED = re.compile("[\u0e00-\u0eff]")
"""Letters of scripts that put no mark at the end of a sentence: Thai, Lao."""
LONGEST_HEADING = 60  # letters of such a script


def weighed(seen: S, weights: S) -> float:
    """The weighted sum."""
    weight = weights.named()
    return float(sum(value * weight[name] for name, value in seen.named().items()))


def logistic(value: float) -> float:
    """Log odds to a probability."""
    return 1 / (1 + math.exp(-value))


def sentences_of(hit: Hit) -> list[Candidate]:
    """The sentences of a hit, in order."""
    text = hit.chunk.text
    return [Candidate(hit=hit, text=text[start:end], start=start, end=end) for start, end in sentence_spans(text)]


def in_order(order: Sequence[Hit], hits: Sequence[Hit]) -> list[Hit]:
    """The hits in an order given, with the scores there; as they are where none is."""
    own = {hit.chunk.id: hit for hit in hits}
    return [replace(own[one.chunk.id], score=one.score) for one in order] or list(hits)


def is_unmarked(text: str) -> bool:
    """Whether it is a line of a script in which the end of a sentence is not written, and longer than a heading."""
    letters = len(_UNMARKED.findall(text))
    return letters >= LONGEST_HEADING and 2 * letters > len(text)


def is_whole(text: str) -> bool:
    """Whether it is a sentence of ordinary length that ends as one: no question, heading, caption or label."""
    length = len(text.split()) + len(_UNSPACED.findall(text)) // LETTERS_A_WORD
    return 5 <= length <= 60 and ENDED.search(text) is not None

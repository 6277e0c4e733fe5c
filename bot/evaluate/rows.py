"""What was asked and what came back, as plain values: one line of the rows file each.

Every measure is a function of these rows and the set alone, so a run can be resumed and measured again.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from bot.evaluate.gold import Claim, Question, Rewrite
from bot.types import Support
from bot.written import Written

Way = Literal["ours", "as typed", "human rewrite"]
"""How a turn with history is asked: with its conversation, without, or as a person rewrote it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A chunk that was found."""

    article_id: str
    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A quote that the answer rests on; ``verbatim`` when the article says just that at its offsets."""

    article_id: str
    quote: str
    verbatim: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A sentence of the answer, how many citations it carries, and how far they support it if that was checked."""

    text: str
    citations: int
    support: Support | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Usage:
    """What was asked of chat models."""

    calls: int = 0
    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """One question asked in one way. ``milliseconds`` are of the whole answer, ``timings`` of its stages."""

    id: str
    way: Way
    searched: str
    found: tuple[Found, ...]
    sentences: tuple[Shown, ...]
    citations: tuple[Cited, ...]
    refusal: str  # its reason; empty when there is an answer
    confidence: float
    milliseconds: float
    timings: Mapping[str, float] = field(default_factory=dict)
    usage: Usage | None = None  # None when no chat model is used
    written: Written | None = None  # None when no chat model was asked this

    @property
    def text(self) -> str:
        """The answer as one paragraph; empty for a refusal."""
        return " ".join(sentence.text for sentence in self.sentences)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """One claim checked against its text."""

    id: str
    support: Support
    score: float
    quotes: tuple[str, ...]
    milliseconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewritten:
    """What would be searched for a follow-up."""

    id: str
    searched: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingested:
    """A step of filling the library: what went in, and the seconds it took."""

    articles: int
    chunks: int
    characters: int
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A question with what came back: what most measures look at."""

    question: Question
    asked: Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A claim with its verdict."""

    claim: Claim
    checked: Checked


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """A follow-up with what would be searched for it."""

    rewrite: Rewrite
    rewritten: Rewritten

"""What is seen of a sentence and of the best one, as numbers, and what makes sentences of several articles agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from bot.checking.numbers import numbers
from bot.overlap import Overlap
from bot.reading import Candidate, Seen
from vectorstore.spans import Span
from vectorstore.words import FUNCTION_WORDS, words

MOST_AGREEING = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceSeen(Overlap):
    """What is seen of a sentence: a glance, and tenths of logits."""

    span: float  # its best span
    lead: float  # the same, less the best span of its passage: 0 or below
    answerable: float  # its passage holds the answer
    relevant: float  # its passage is about the question
    late: float  # how far its article is from the time asked about; see ``bot/late.py``


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerSeen(Seen):
    """What is seen of the best sentence, and beside it."""

    span: float
    answerable: float
    relevant: float
    shared: float
    around: float
    passage: float
    agreeing: float  # other articles whose best span says the same, up to ``MOST_AGREEING``, as a share of that


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSeen(Seen):
    """What is seen of the best sentence for a question that is answered by no words of it."""

    answerable: float
    relevant: float
    shared: float
    around: float
    passage: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A sentence with its best span, what is seen of it, and what else speaks against it, in log odds."""

    candidate: Candidate
    span: Span
    seen: SentenceSeen
    doubt: float = 0.0


def claim_seen(ordered: Sequence[Sighting]) -> ClaimSeen:
    """What speaks for the first of the sentences where no words of it need answer."""
    best = ordered[0].seen
    return ClaimSeen(**{field.name: getattr(best, field.name) for field in fields(ClaimSeen)})


def answer_seen(ordered: Sequence[Sighting]) -> AnswerSeen:
    """What speaks for the first of the sentences, the best one, and against it."""
    best = ordered[0]
    return AnswerSeen(
        span=best.seen.span,
        answerable=best.seen.answerable,
        relevant=best.seen.relevant,
        shared=best.seen.shared,
        around=best.seen.around,
        passage=best.seen.passage,
        agreeing=min(agreeing(ordered), MOST_AGREEING) / MOST_AGREEING,
    )


def agreeing(found: Sequence[Sighting]) -> int:
    """How many other articles have a best span that says the same as the first sentence's."""
    own, said = found[0].candidate.hit.article.id, words_of(found[0])
    best: dict[str, Sighting] = {}
    for one in sorted(found, key=lambda one: one.span.score, reverse=True):
        best.setdefault(one.candidate.hit.article.id, one)
    return sum(id != own and say_alike(words_of(one), said) for id, one in best.items())


def say_alike(one: str, other: str) -> bool:
    """Whether two answers say the same: a number in common where there are any, else the words of the shorter one."""
    first, second = _figures(one), _figures(other)
    if first or second:
        return not first.isdisjoint(second)
    shorter, longer = sorted((set(words(one)) - FUNCTION_WORDS, set(words(other)) - FUNCTION_WORDS), key=len)
    return one == other or (bool(shorter) and shorter <= longer)


def _figures(text: str) -> set[float]:
    return {number.value for number in numbers(text)}


def words_of(one: Sighting) -> str:
    """The words of the span."""
    return one.candidate.hit.chunk.text[one.span.start : one.span.end]

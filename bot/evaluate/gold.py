"""What a set says: questions, claims and follow-ups, and what people say is right for each."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Literal, Protocol, TypeVar

from vectorstore.types import Article


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """Where an answer is: an article of the set, and its words when somebody marked them.

    ``copies`` are articles that hold the same words, so that finding one is as good: those that are the same but for
    their id, and those named in ``meta.same_text_in``.
    """

    article_id: str
    quote: str = ""
    copies: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One turn of the history of a question."""

    role: Literal["user", "assistant"]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question, and what people say a good answer is. ``answerable`` is None when nobody judged it."""

    id: str
    question: str
    answers: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    answerable: bool | None = None
    history: tuple[Said, ...] = ()
    rewrite: str | None = None  # a person's standalone version
    meta: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence and a text, and whether people say that the text supports it.

    ``evidence_sentences`` are alternatives: each is one set of sentences of the text that is enough.
    """

    id: str
    claim: str
    label: Literal["supported", "partial", "unsupported"]
    source_text: str
    evidence_sentences: tuple[tuple[str, ...], ...] = ()
    meta: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rewrite:
    """A follow-up question and a person's standalone version of it."""

    id: str
    question: str
    rewrite: str
    history: tuple[Said | str, ...] = ()  # plain strings alternate between reader and bot


class Identified(Protocol):
    """A row of a set file."""

    @property
    def id(self) -> str:
        """Unlike that of any other row of its kind."""
        ...


Row = TypeVar("Row", bound=Identified)


@dataclass(frozen=True, slots=True, kw_only=True)
class EvaluationSet:
    """What a set folder holds; what it does not hold is empty.

    ``digest`` is of the articles, ``asked`` of everything else, however little of it is looked at.
    """

    name: str
    articles: tuple[Article, ...] = ()
    questions: tuple[Question, ...] = ()
    claims: tuple[Claim, ...] = ()
    rewrites: tuple[Rewrite, ...] = ()
    digest: str = ""
    asked: str = ""

    def first(self, limit: int | None) -> EvaluationSet:
        """At most ``limit`` questions, claims and rewrites, evenly spread over each; all articles."""
        return replace(
            self,
            questions=spread(self.questions, limit),
            claims=spread(self.claims, limit),
            rewrites=spread(self.rewrites, limit),
        )


def spread(rows: tuple[Row, ...], limit: int | None) -> tuple[Row, ...]:
    """At most ``limit`` rows, evenly spaced, in order."""
    if limit is None or len(rows) <= limit:
        return rows
    return tuple(rows[index * len(rows) // limit] for index in range(limit))


def look_up(question: Question, path: str) -> Any:
    """The value of a field named like ``meta.question_date``; None when the question has none."""
    value: Any = question
    for name in path.split("."):
        value = value.get(name) if isinstance(value, dict) else getattr(value, name, None)
    return value

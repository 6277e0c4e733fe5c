"""The words of talking: what a turn, a citation, a verdict and an answer are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.written import Struck, Written
from vectorstore.types import Headline, Hit, Query, Story


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One question and what was answered, as plain text."""

    question: str
    answer: str = ""
    searched: str = ""  # the standalone text that was searched for
    articles: tuple[str, ...] = ()  # ids of the articles that the answer cites
    told: str = ""  # the words of the answer that answer, where the reader could tell


@dataclass(frozen=True, slots=True, kw_only=True)
class Conversation:
    """The turns so far, oldest first. A value: adding a turn makes a new one."""

    turns: tuple[Turn, ...] = ()

    def after(self, answer: Answer) -> Conversation:
        """This conversation with one more answer at its end."""
        turn = Turn(
            question=answer.question,
            answer=answer.plain,
            searched=answer.query.text,
            articles=tuple(citation.article.id for citation in answer.citations),
            told=answer.told,
        )
        return Conversation(turns=(*self.turns, turn))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """Words of an article: ``article.text[start:end] == text``."""

    article: Headline
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A numbered quote. Numbers count from 1 in order of appearance and never change once shown.

    ``answer`` are the words in it that answer, where the reader can tell: offsets into the article, as ``start`` is.
    """

    number: int
    article: Headline
    quote: str
    start: int
    end: int
    story: Story | None = None  # who else told it by then; None when nobody
    answer: tuple[int, int] | None = None


class Support(StrEnum):
    """How far a sentence is proven by what it cites."""

    SUPPORTED = "supported"
    PARTLY = "partly"
    UNSUPPORTED = "unsupported"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What checking a sentence against passages found.

    ``score`` is in 0..1, higher is better supported. ``missing`` names what no quote covers.
    """

    support: Support
    score: float
    quotes: tuple[Quote, ...] = ()
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A sentence before it is checked, and the hits that it claims to rest on.

    ``answer`` are the words of the first hit's article that answer, as offsets into it, where the reader can tell.
    """

    text: str
    hits: tuple[Hit, ...]
    answer: tuple[int, int] | None = None
    heading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """A checked sentence; ``citations`` are numbers into ``Answer.citations``.

    ``heading`` is ours and says what the sentences from this one on have in common: a day, an outlet. Usually empty.
    """

    text: str
    verdict: Verdict
    citations: tuple[int, ...] = ()
    heading: str = ""

    @property
    def doubt(self) -> str:
        """What of it is not proven, in words; empty if all of it is."""
        if self.verdict.support is Support.SUPPORTED:
            return ""
        missing = ", ".join(f"“{words}”" for words in self.verdict.missing)
        return f"not in its source: {missing}" if missing else "only partly in its source"


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """Why there is no answer, what comes nearest to one, and what the articles do cover."""

    reason: str  # one sentence
    articles: int = 0
    sources: tuple[str, ...] = ()
    earliest: datetime | None = None
    latest: datetime | None = None
    closest: tuple[Headline, ...] = ()
    nearest: Quote | None = None  # what they say that comes nearest to an answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Words that answer, the article in which they stand, and articles of other outlets that give the same."""

    words: str
    article: Headline
    also: tuple[Headline, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What the bot says: sentences that are quoted or proven, or a refusal, never neither.

    ``confidence`` in 0..1 is how sure the bot is that the articles hold the answer.
    ``timings`` are milliseconds per stage, and what a chat model's request took: ``tokens_in``, ``tokens_out``, and
    ``cost`` where there are prices. ``hits`` are the passages that were read, best first.
    ``model`` is the chat model whose sentences are shown, ``written`` what became of all that one wrote.
    """

    question: str
    query: Query
    sentences: tuple[Sentence, ...] = ()
    citations: tuple[Citation, ...] = ()
    refusal: Refusal | None = None
    notice: str = ""  # a sentence to the reader about how this answer was made; usually empty
    confidence: float = 0.0
    model: str = ""  # empty when the built-in answerer quoted
    written: Written | None = None  # None when no chat model was asked
    differing: tuple[Told, ...] = ()  # the different figures or days that articles give; empty where they agree
    agreeing: Told | None = None  # what several outlets give alike; None where one does, or any differs
    struck: tuple[Struck, ...] = ()  # what it wrote that no article bears out, where the reader chose to see it
    hits: tuple[Hit, ...] = ()
    timings: Mapping[str, float] = field(default_factory=dict)

    @property
    def plain(self) -> str:
        """The answer as one paragraph without markers."""
        if self.refusal:
            return self.refusal.reason
        return " ".join(sentence.text for sentence in self.sentences)

    @property
    def text(self) -> str:
        """The answer as one paragraph with ``[n]`` after each sentence, and what of it is not proven."""
        if self.refusal:
            return self.refusal.reason
        return " ".join(map(marked, self.sentences))

    def answer_in(self, sentence: Sentence) -> tuple[int, int] | None:
        """The words of a sentence that answer, as offsets into it; where it is quoted, and the reader can tell."""
        for citation in self.citations:
            if citation.answer and citation.number in sentence.citations and citation.quote == sentence.text:
                start, end = citation.answer
                return start - citation.start, end - citation.start
        return None

    @property
    def told(self) -> str:
        """The words of the first sentence that answer; empty where that cannot be told."""
        first = self.sentences[0] if self.sentences and not self.refusal else None
        place = self.answer_in(first) if first else None
        return first.text[slice(*place)] if first and place else ""

    def __str__(self) -> str:
        from bot.plain import as_text

        return as_text(self)

    def to_dict(self) -> dict[str, Any]:
        """Plain JSON values; the same object on the command line, over HTTP and in Python."""
        from bot.plain import as_dict

        return as_dict(self)


def marked(sentence: Sentence) -> str:
    """A sentence with ``[n]`` for each of its citations, and what of it is not proven."""
    markers = "".join(f" [{number}]" for number in sentence.citations)
    return f"{sentence.text}{markers} ({sentence.doubt})" if sentence.doubt else f"{sentence.text}{markers}"

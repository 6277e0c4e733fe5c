"""The ask line: a question becomes a query, hits, draft sentences and, each one checked, an answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from threading import Event
from time import perf_counter
from types import TracebackType
from typing import Literal, Self, TypedDict, Unpack, get_args

from bot import timeline
from bot.alone import Found, as_meant
from bot.attributed import Verify
from bot.comparing import compared
from bot.compose import Answerer, Piece, compose
from bot.disarm import disarmed
from bot.kinds import OVER_TIME, Kind, kind_of
from bot.outlets import outlets_in
from bot.overview import overview
from bot.period import period_in
from bot.pointing_back import pointed_back
from bot.quote import quotes, summarise
from bot.reading import Reader, Reading, in_order
from bot.refuse import least_confidence, refusal
from bot.sides import sides
from bot.stopwatch import Stopwatch
from bot.types import Answer, Conversation, Draft
from bot.understand import Standalone, standalone
from bot.when import When, beginning, end
from bot.writing import Writing
from bot.written import Unsupported, treated
from vectorstore.errors import BadQuestion, LibraryEmpty
from vectorstore.library import Library
from vectorstore.types import Hit, Query, Retriever, Story

LONGEST_QUESTION = 2_000  # characters

Understood = Literal["conversation", "period", "outlets"]
"""What is understood beyond the words of a question."""


class Scope(TypedDict, total=False):
    """What a question may be narrowed by. A day given as ``as_of`` or ``until`` counts whole.

    ``searched`` is what to search for and answer, when the question as understood is not what was meant.
    ``without`` names what is not to be read out of the question, such as a ``period`` that it did not mean.
    ``strictness``, 0..1, is how sure the bot must be to answer this one question; see ``least_confidence``.
    ``unsupported`` is what becomes of a model's sentences in this one answer that no article bears out.
    """

    conversation: Conversation | None
    as_of: When | None
    since: When | None
    until: When | None
    sources: Sequence[str]
    articles: Sequence[str]
    searched: str
    without: Sequence[str]  # of Understood
    strictness: float | None
    unsupported: Unsupported | None


SCOPE = tuple(Scope.__annotations__)
"""The names of what a question may be narrowed by."""


@dataclass(frozen=True, kw_only=True)
class ArticleBot:
    """Answers questions about the articles of a library. Close it when done, or use it in a ``with``."""

    library: Library
    retriever: Retriever
    reader: Reader
    verify: Verify
    now: Callable[[], datetime]
    clock: Callable[[], float] = perf_counter
    answerer: Answerer | None = None
    passages: int = 10
    sentences: int = 3
    least_confidence: float = 0.24
    unsupported: Unsupported = Unsupported.DROPPED

    def ask(self, question: str, **scope: Unpack[Scope]) -> Answer:
        """The answer, or a refusal that says what the articles do cover.

        Raises:
            BadQuestion: it is empty or longer than ``LONGEST_QUESTION``.
            BadInput: the strictness is out of its bounds, or there is no such treatment of what is unsupported.
            LibraryEmpty: there is nothing to ask about.
        """
        *_, answer = self.stream(question, **scope)
        return answer

    def stream(self, question: str, *, stop: Event | None = None, **scope: Unpack[Scope]) -> Iterator[Answer]:
        """Ever longer beginnings of the final answer, each sentence already checked; the last is the answer.

        Setting ``stop``, from any thread, ends a chat model's request at once.
        """
        watch = Stopwatch(self.clock)
        conversation = scope.get("conversation") or Conversation()
        query, least = self.understand(question, **scope), self._least(scope.get("strictness"))
        unsupported = treated(scope.get("unsupported") or self.unsupported)
        watch.lap("understand")
        found = as_meant(query, partial(self._found, conversation, watch), least)
        query, hits, safe, reading = found.query, found.hits, found.safe, found.reading
        answer = Answer(question=question, query=query, hits=tuple(hits), confidence=reading.confidence)
        stories = self._stories(query, hits)
        writing = Writing(answer=answer, verify=self.verify, stories=stories, unsupported=unsupported)
        if reading.confidence >= least:
            pieces = self.answerer.draft(query, safe, conversation, stop) if self.answerer else ()
            for answer in self._write(writing, pieces, safe, reading):
                watch.once("first_sentence")
                yield replace(answer, timings=watch.so_far())
        watch.lap("write")
        answer = writing.answer
        if not answer.citations:
            refused = refusal(query, hits, reading, self.library.catalog.coverage())
            answer = replace(answer, refusal=refused, differing=(), agreeing=None)
        took = answer.written.took if answer.written else {}
        yield replace(answer, timings={**watch.so_far(), **took})

    def understand(self, question: str, **scope: Unpack[Scope]) -> Query:
        """The question as a standalone query, with its dates as instants."""
        meant = scope.get("searched", "").strip()
        typed = askable(meant or question)
        as_of, since, until = scope.get("as_of"), scope.get("since"), scope.get("until")
        without = understood(scope.get("without", ()))
        conversation = Conversation() if "conversation" in without else scope.get("conversation") or Conversation()
        asked_on = end(as_of) if as_of else self.now()
        alone = Standalone(question=meant) if meant else standalone(typed, conversation)
        query = Query(
            text=alone.text,
            typed=typed,
            question=alone.question,
            as_of=asked_on,
            dated=as_of is not None,
            period=None if "period" in without else period_in(alone.question, asked_on),
            outlets=outlets_in(alone.question, () if "outlets" in without else self.library.catalog.coverage().sources),
            since=beginning(since) if since else None,
            until=end(until) if until else None,
            sources=tuple(scope.get("sources", ())),
            articles=tuple(scope.get("articles", ())),
        )
        return query if meant else pointed_back(query, conversation, self.library.catalog)

    def retrieve(self, question: str, k: int = 10, **scope: Unpack[Scope]) -> tuple[Query, list[Hit]]:
        """What would be searched for a question, and the ``k`` best hits, in the order of an answer's."""
        query = self.understand(question, **scope)
        return query, self.reader.ranked(query, self.retriever.retrieve(query, k))

    def _least(self, strictness: float | None) -> float:
        return self.least_confidence if strictness is None else least_confidence(strictness)

    def _found(self, conversation: Conversation, watch: Stopwatch, query: Query) -> Found:
        hits = self._find(query, conversation)
        watch.lap("retrieve")
        safe = disarmed(hits)
        reading = self._read(query, safe)
        watch.lap("read")
        hits, safe = in_order(reading.hits, hits), in_order(reading.hits, safe)
        return Found(query=query, hits=hits, safe=safe, reading=reading)

    def _find(self, query: Query, conversation: Conversation) -> list[Hit]:
        if self.library.catalog.coverage().articles == 0:
            raise LibraryEmpty("no articles yet: run python -m bot ingest seeds/")
        if kind_of(query.asked) is Kind.SUMMARY:
            return overview(query, conversation, self.library.catalog, self.retriever)
        if kind_of(query.asked) in OVER_TIME:
            return self.retriever.retrieve(timeline.topic(query), timeline.PASSAGES)
        return self.retriever.retrieve(compared(query) or query, self.passages)

    def _read(self, query: Query, hits: Sequence[Hit]) -> Reading:
        if kind_of(query.asked) is Kind.SUMMARY:
            return Reading(confidence=float(bool(hits)))
        if kind_of(query.asked) in OVER_TIME:
            found = timeline.reports(query, hits, self.library.words.document_frequency, self.library.embedder)
            if drafts := tuple(timeline.drafts(kind_of(query.asked), query, found)):
                return Reading(confidence=timeline.how_sure(found), drafts=drafts)
        return self.reader.read(compared(query) or query, hits)

    def _stories(self, query: Query, hits: Sequence[Hit]) -> Mapping[str, Story]:
        copied = dict.fromkeys(hit.article.id for hit in hits if hit.article.story)
        return self.library.catalog.stories(list(copied), query.as_of) if copied else {}

    def _write(
        self, writing: Writing, pieces: Iterable[Piece], hits: Sequence[Hit], reading: Reading
    ) -> Iterator[Answer]:
        query = writing.answer.query
        apart, alike = sides(reading, query)
        writing.answer = replace(writing.answer, differing=apart, agreeing=alike)
        drafts = self._quotes(query, hits, reading)
        if self.answerer is None:
            yield from writing.quote(drafts)
        else:
            yield from compose(writing, self.answerer.name, pieces, hits, list(drafts))

    def _quotes(self, query: Query, hits: Sequence[Hit], reading: Reading) -> Iterator[Draft]:
        if kind_of(query.asked) is Kind.SUMMARY:
            return summarise(hits, self.library.embedder)
        return iter(reading.drafts) if reading.drafts else quotes(query, reading, self.sentences)

    def close(self) -> None:
        """Give the data folder back."""
        self.library.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def askable(question: str) -> str:
    """A question without white space around it.

    Raises: BadQuestion: it is empty or longer than ``LONGEST_QUESTION``.
    """
    typed = question.strip()
    if not typed:
        raise BadQuestion("the question is empty: ask something about the articles")
    if len(typed) > LONGEST_QUESTION:
        raise BadQuestion(
            f"the question has {len(typed):,} characters: at most {LONGEST_QUESTION:,} can be asked at once"
        )
    return typed


def understood(names: Sequence[str]) -> frozenset[str]:
    """Names of what can be understood, checked.

    Raises: BadQuestion: there is nothing of such a name.
    """
    unknown = sorted(set(names) - set(get_args(Understood)))
    if unknown:
        raise BadQuestion(f"a question can be asked without {', '.join(get_args(Understood))}, not {unknown[0]!r}")
    return frozenset(names)

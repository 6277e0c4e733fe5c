"""Small stand-ins that keep the real protocols, and remember what they were asked."""

from __future__ import annotations

import re
import threading
import zlib
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

import httpcore
import numpy as np
from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGeneration, ChatGenerationChunk, ChatResult
from numpy.typing import NDArray
from pydantic import Field, PrivateAttr

from bot.evaluate.rows import Ingested
from bot.types import Answer, Citation, Conversation, Draft, Refusal, Sentence, Support, Verdict
from tests.waiting import wait
from vectorstore.errors import BadQuestion
from vectorstore.spans import Entailment, PassageReading
from vectorstore.types import Article, Chunk, Hit, Query, Retriever, Vectors
from vectorstore.words import terms

if TYPE_CHECKING:
    from bot.articlebot import Scope


def drafts(pieces: Iterable[object]) -> Iterator[Draft]:
    """The sentences among what an answerer yields."""
    return (piece for piece in pieces if isinstance(piece, Draft))


class FakeEmbedder:
    """Texts that share words have near vectors: each stem is counted in one of ``dim`` places."""

    def __init__(self, dim: int = 64, fingerprint: str = "fake") -> None:
        self.dim = dim
        self.asked: list[list[str]] = []
        self._fingerprint = fingerprint

    @property
    def fingerprint(self) -> str:
        return f"{self._fingerprint}/{self.dim}"

    def embed(self, texts: Sequence[str]) -> Vectors:
        self.asked.append(list(texts))
        vectors = np.zeros((len(texts), self.dim), dtype=np.float32)
        for vector, text in zip(vectors, texts, strict=True):
            vector[0] = 0.01
            for term in terms(text):
                vector[zlib.crc32(term.encode()) % self.dim] += 1
            vector /= np.linalg.norm(vector)
        return vectors


class FakeSystem:
    """What the harness measures, made of word counts: it quotes the first sentence of the best article.

    It refuses when no word of the question is in any article. ``asked`` remembers every question and its scope.
    """

    checks_claims = True

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.articles: dict[str, Article] = {}
        self.asked: list[tuple[str, Scope]] = []
        self.settings: dict[str, Any] = {"model": ""}
        self.closed = False
        self.ingests = 0

    def ingest(self, articles: Sequence[Article]) -> Iterator[Ingested]:
        self.ingests += 1
        for article in articles:
            self.articles[article.id] = article
            yield Ingested(articles=1, chunks=1, characters=len(article.text), seconds=0.01)

    def understand(self, question: str, **scope: Unpack[Scope]) -> Query:
        if not question.strip():
            raise BadQuestion("the question is empty")
        turns = (scope.get("conversation") or Conversation()).turns
        text = " ".join([*(turn.question for turn in turns), question])
        return Query(text=text, as_of=datetime(2026, 1, 1, tzinfo=UTC), articles=tuple(scope.get("articles", ())))

    def retrieve(self, question: str, k: int = 10, **scope: Unpack[Scope]) -> tuple[Query, list[Hit]]:
        query = self.understand(question, **scope)
        wanted = set(terms(query.text))
        hits = [
            Hit(
                chunk=Chunk(id=f"{id}#0", article_id=id, text=article.text, start=0, end=len(article.text)),
                article=article.headline,
                score=float(len(wanted & set(terms(article.text)))),
            )
            for id, article in self.articles.items()
            if not query.articles or id in query.articles
        ]
        return query, sorted((hit for hit in hits if hit.score), key=lambda hit: -hit.score)[:k]

    def ask(self, question: str, **scope: Unpack[Scope]) -> Answer:
        self.asked.append((question, scope))
        query, hits = self.retrieve(question, **scope)
        if not hits:
            return Answer(question=question, query=query, refusal=Refusal(reason="The articles do not say."))
        best = hits[0]
        said = best.chunk.text.split(". ")[0].removesuffix(".") + "."
        return Answer(
            question=question,
            query=query,
            sentences=(Sentence(text=said, verdict=Verdict(support=Support.SUPPORTED, score=1.0), citations=(1,)),),
            citations=(Citation(number=1, article=best.article, quote=said, start=0, end=len(said)),),
            confidence=best.score / (1 + best.score),
            hits=tuple(hits),
            timings={"retrieve": 1.0, "total": 2.0},
        )

    def text(self, article_id: str) -> str:
        return self.articles[article_id].text

    def close(self) -> None:
        self.closed = True


class FakeProgress:
    """Remembers the stretches of work, and calls ``at`` with the number of steps so far."""

    def __init__(self, at: Callable[[int], None] = lambda _: None) -> None:
        self.begun: list[tuple[str, int, int]] = []
        self.steps = 0
        self._at = at

    def begin(self, doing: str, total: int, done: int = 0) -> Callable[[int], None]:
        self.begun.append((doing, total, done))
        return self._tick

    def _tick(self, steps: int) -> None:
        self.steps += steps
        self._at(self.steps)


class FakeAnswerer:
    """Writes the sentences it is given, each resting on every hit; holds on after some until it may go on."""

    name = "fake:writer"

    def __init__(self, sentences: Sequence[str], hold_after: int | None = None) -> None:
        self.sentences = sentences
        self.hold_after = hold_after
        self.go_on = threading.Event()
        self.asked: list[Query] = []

    def draft(
        self, query: Query, hits: Sequence[Hit], conversation: Conversation, stop: threading.Event | None = None
    ) -> Iterator[Draft]:
        self.asked.append(query)
        for number, sentence in enumerate(self.sentences):
            if number == self.hold_after:
                wait(self.go_on)
            yield Draft(text=sentence, hits=tuple(hits))


class FailingRetriever:
    """Finds what another retriever does, until it is given an error to raise."""

    def __init__(self, retriever: Retriever) -> None:
        self.error: Exception | None = None
        self._retriever = retriever

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        if self.error:
            raise self.error
        return self._retriever.retrieve(query, k)


class FakeChatModel(BaseChatModel):
    """Says the pieces it is given, then raises ``error`` if there is one. ``sent`` remembers what it was asked.

    It holds on after some pieces until it may go on.
    """

    pieces: list[str]
    hold_after: int | None = None
    error: Exception | None = None
    ends: dict[str, str] = Field(default_factory=dict)  # what it says of its end
    sent: list[list[BaseMessage]] = Field(default_factory=list)
    said: int = 0  # pieces that were asked for
    _go_on: threading.Event = PrivateAttr(default_factory=threading.Event)

    @property
    def go_on(self) -> threading.Event:
        return self._go_on

    @property
    def _llm_type(self) -> str:
        return "fake"

    def _stream(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: Any = None, **options: Any
    ) -> Iterator[ChatGenerationChunk]:
        self.sent.append(messages)
        for number, piece in enumerate(self.pieces):
            if number == self.hold_after:
                wait(self._go_on)
            self.said += 1
            yield ChatGenerationChunk(message=AIMessageChunk(content=piece))
        if self.error:
            raise self.error
        if self.ends:
            yield ChatGenerationChunk(message=AIMessageChunk(content="", response_metadata=self.ends))

    def _generate(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: Any = None, **options: Any
    ) -> ChatResult:
        text = "".join(str(chunk.message.content) for chunk in self._stream(messages))
        return ChatResult(generations=[ChatGeneration(message=AIMessage(content=text))])


class FakeSession:
    """In the place of a trained model: logits that depend on a token and its place alone. ``fed`` remembers."""

    def __init__(self) -> None:
        self.fed: list[Mapping[str, NDArray[np.int64]]] = []

    def run(
        self, output_names: Sequence[str], input_feed: Mapping[str, NDArray[np.int64]]
    ) -> list[NDArray[np.float32]]:
        self.fed.append(input_feed)
        ids = input_feed["input_ids"] * input_feed["attention_mask"]
        start, end = (ids * 7 % 11).astype(np.float32), (ids * 5 % 13).astype(np.float32)
        totals = ids.sum(axis=1).astype(np.float32)
        return [start, end, totals % 7, totals % 5, np.stack([totals % 3, totals % 4, totals % 6], axis=1)]


class FakePassages:
    """In the place of the trained reader: the words it is told answer, with these scores, wherever they stand."""

    def __init__(self, scores: Mapping[str, float]) -> None:
        self.scores = scores
        self.asked: list[tuple[str, int]] = []

    def read(self, question: str, hits: Sequence[Hit]) -> list[PassageReading]:
        self.asked.append((question, len(hits)))
        return [self._reading(hit.chunk.text) for hit in hits]

    def _reading(self, text: str) -> PassageReading:
        offsets = [match.span() for match in re.finditer(r"\w+", text)]
        starts, ends = (np.full(len(offsets), -5, dtype=np.float32) for _ in range(2))
        for words, score in self.scores.items():
            at = text.find(words)
            for number, (start, end) in enumerate(offsets):
                if at >= 0 and start == at:
                    starts[number] = score / 2
                if at >= 0 and end == at + len(words):
                    ends[number] = score / 2
        best = float(starts.max() + ends.max())
        return PassageReading(
            offsets=np.array(offsets, dtype=np.int64),
            starts=starts,
            ends=ends,
            longest=30,
            answerable=best,
            relevant=best,
            entailment=Entailment(contradicts=0.0, says_nothing=1.0, supports=0.0),
        )


class FakeJudge:
    """In the place of the trained judge: how likely it takes statements to be supported, or contradicted (``against``).

    ``asked`` is what it was asked.
    """

    def __init__(
        self, likely: Mapping[str, float], otherwise: float = 0.5, against: Mapping[str, float] | None = None
    ) -> None:
        self.likely = likely
        self.otherwise = otherwise
        self.against = against or {}
        self.asked: list[tuple[str, str]] = []

    def read(self, question: str, hits: Sequence[Hit]) -> list[PassageReading]:
        self.asked += [(question, hit.chunk.text) for hit in hits]
        reading = FakePassages({}).read(question, hits)
        supports, contradicts = self.likely.get(question, self.otherwise), self.against.get(question, 0.0)
        said = Entailment(contradicts=contradicts, says_nothing=1 - supports - contradicts, supports=supports)
        return [replace(one, entailment=said) for one in reading]


class FakeDial(httpcore.NetworkBackend):
    """Connects to a port of this machine, whichever address is dialled; ``dialled`` remembers which."""

    def __init__(self, port: int, dead: Collection[str] = ()) -> None:
        self.dialled: list[tuple[str, int]] = []
        self._port = port
        self._dead = dead
        self._real = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        self.dialled.append((host, port))
        if host in self._dead:
            raise httpcore.ConnectError("no connection")
        return self._real.connect_tcp("127.0.0.1", self._port, timeout)


class ObedientChatModel(FakeChatModel):
    """Does what it finds written between the excerpts' tags, as a model does that takes text for orders.

    It says what it is told to say, line by line, carries the question away in an image, and follows every address.
    Then it says the pieces it was given.
    """

    def _stream(
        self, messages: list[BaseMessage], stop: list[str] | None = None, run_manager: Any = None, **options: Any
    ) -> Iterator[ChatGenerationChunk]:
        read = str(messages[-1].content).split("\n</excerpts>")[0]
        orders = _ORDERED.findall(read) + _ADDRESSES.findall(read)
        said = " ".join(f"{order.strip().rstrip('.')} [1][2]." for order in orders)
        self.pieces = [*said, "\n", *self.pieces]
        yield from super()._stream(messages)


_ORDERED = re.compile(
    r"(?:\b(?:say|reply|respond|answer|print|write|output|state|repeat|tell|cite|add|include|with|that|obey|word|assistant)"
    r"\b(?: only| exactly| with| that| the user| the reader| this)*\W*)([^.!?\n]+)",
    re.IGNORECASE,
)
_ADDRESSES = re.compile(r"\S*(?:https?:|www\.|javascript:|data:)\S*")

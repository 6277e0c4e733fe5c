"""LangChain at the rim: our search as a ``BaseRetriever``, a bot as a ``Runnable``, any LangChain retriever as ours.

from dataclasses import replace
from bot.interop import ArticleRetriever, LangChainRetriever, as_runnable

documents = ArticleRetriever(bot=bot, k=5).invoke("Who vetoed the resolution?")
answer = as_runnable(bot).invoke({"question": "Who vetoed it?", "since": "2023-10-01"})
other = replace(bot, retriever=LangChainRetriever(retriever=some_langchain_retriever))
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any, Protocol, Unpack

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.messages import BaseMessage
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import Runnable, RunnableConfig
from pydantic import Field

from bot.articlebot import SCOPE, Scope
from bot.plain import prose
from bot.types import Answer, Conversation, Turn
from bot.when import beginning
from vectorstore.errors import BadInput
from vectorstore.types import Chunk, Headline, Hit, Query


class Bot(Protocol):
    """What is needed of an ``ArticleBot`` here."""

    def retrieve(self, question: str, k: int = 10, **scope: Unpack[Scope]) -> tuple[Query, list[Hit]]:
        """What would be searched for a question, and the ``k`` best hits."""
        ...

    def ask(self, question: str, **scope: Unpack[Scope]) -> Answer:
        """The answer."""
        ...

    def stream(self, question: str, **scope: Unpack[Scope]) -> Iterator[Answer]:
        """Ever longer beginnings of the answer."""
        ...


class ArticleRetriever(BaseRetriever):
    """Our search. Metadata: ``id, article_id, title, url, source, author, published, abridged, start, end, score``.

    ``published`` is ISO 8601 in UTC or ``None``; ``start`` and ``end`` are offsets into the article's text.
    ``scope`` narrows every search, as in ``ArticleBot.ask``.
    """

    bot: Any
    k: int = 10
    scope: dict[str, Any] = Field(default_factory=dict)

    def _get_relevant_documents(
        self,
        query: str,
        *,
        run_manager: CallbackManagerForRetrieverRun,
    ) -> list[Document]:
        _, hits = self.bot.retrieve(query, self.k, **self.scope)
        return [as_document(hit) for hit in hits]


@dataclass(frozen=True, kw_only=True)
class LangChainRetriever:
    """Any LangChain retriever as one of ours. What the query does not allow is left out after the search.

    A document without offsets stands for an article of its own, so quotes are exact in its text.
    """

    retriever: BaseRetriever

    def retrieve(self, query: Query, k: int) -> list[Hit]:
        """The first ``k`` documents that the query allows, in the order given."""
        documents = self.retriever.invoke(query.text)
        hits = (as_hit(document, rank) for rank, document in enumerate(documents, start=1))
        return [hit for hit in hits if allows(query, hit.article)][:k]


def as_runnable(bot: Bot, *, text: bool = False) -> Runnable[Any, Any]:
    """A bot that takes a question, or a mapping with ``question`` and any of ``SCOPE``, and answers.

    Gives ``Answer.to_dict()``, or the answer as text with its sources, which streams as it is checked.
    ``conversation`` may also be a list of LangChain messages.
    """
    return _Answering(bot, text=text)


class _Answering(Runnable[Any, Any]):
    # The names and the unused options are LangChain's.
    # ruff: noqa: A002, ARG002

    def __init__(self, bot: Bot, *, text: bool) -> None:
        self.bot = bot
        self.text = text

    def invoke(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Any:
        return self._call_with_config(self._answer, input, config)

    def stream(self, input: Any, config: RunnableConfig | None = None, **kwargs: Any) -> Iterator[Any]:
        if not self.text:
            yield self.invoke(input, config)
            return
        question, scope = asked(input)
        said, answer = "", None
        for answer in self.bot.stream(question, **scope):
            if more := prose(answer).removeprefix(said):
                yield more
                said += more
        if answer and (rest := str(answer).removeprefix(said)):
            yield rest

    def _answer(self, given: Any) -> Any:
        question, scope = asked(given)
        answer = self.bot.ask(question, **scope)
        return str(answer) if self.text else answer.to_dict()


def asked(given: str | Mapping[str, Any]) -> tuple[str, Scope]:
    """The question and its scope.

    Raises:
        BadInput: there is no question, or a key is unknown.
    """
    if isinstance(given, str):
        return given, {}
    if not isinstance(given, Mapping) or not isinstance(given.get("question"), str):
        raise BadInput('give a question as text, or as a mapping like {"question": "Who won?"}')
    if unknown := sorted(given.keys() - {"question", *SCOPE}):
        raise BadInput(f"unknown key {unknown[0]!r}: a question may have {', '.join(SCOPE)}")
    scope: Any = {name: given[name] for name in SCOPE if given.get(name) is not None}
    if "conversation" in scope and not isinstance(scope["conversation"], Conversation):
        scope["conversation"] = as_conversation(scope["conversation"])
    return given["question"], scope


def as_conversation(messages: Sequence[BaseMessage]) -> Conversation:
    """The turns in a list of messages: each question with the answer that follows it."""
    turns: list[Turn] = []
    for message in messages:
        if message.type == "human":
            turns.append(Turn(question=str(message.text)))
        elif message.type == "ai" and turns and not turns[-1].answer:
            turns[-1] = Turn(question=turns[-1].question, answer=str(message.text))
    return Conversation(turns=tuple(turns))


def as_document(hit: Hit) -> Document:
    """A hit as a LangChain document."""
    article, chunk = hit.article, hit.chunk
    return Document(
        id=chunk.id,
        page_content=chunk.text,
        metadata={
            "id": chunk.id,
            "article_id": article.id,
            "title": article.title,
            "url": article.url,
            "source": article.source,
            "author": article.author,
            "published": article.published.isoformat() if article.published else None,
            "abridged": article.abridged,
            "start": chunk.start,
            "end": chunk.end,
            "score": hit.score,
        },
    )


def as_hit(document: Document, rank: int = 1) -> Hit:
    """A LangChain document as a hit. Without a score, a document scores ``1 / rank``."""
    text, facts = document.page_content, document.metadata
    own = document.id or str(facts.get("id") or sha256(text.encode()).hexdigest()[:16])
    start, end = facts.get("start"), facts.get("end")
    placed = isinstance(start, int) and isinstance(end, int) and end - start == len(text) and "article_id" in facts
    headline = Headline(
        id=str(facts["article_id"]) if placed else own,
        title=_text(facts, "title"),
        url=_text(facts, "url"),
        source=_text(facts, "source"),
        author=_text(facts, "author"),
        published=_instant(facts.get("published") or facts.get("published_at") or facts.get("date")),
        abridged=facts.get("abridged") is True,
    )
    begin = int(start or 0) if placed else 0
    chunk = Chunk(id=own, article_id=headline.id, text=text, start=begin, end=begin + len(text))
    return Hit(chunk=chunk, article=headline, score=float(facts.get("score") or 1 / rank))


def allows(query: Query, article: Headline) -> bool:
    """Whether an article is within a query's dates, outlets and articles."""
    if query.articles and article.id not in query.articles:
        return False
    if query.sources and article.source.casefold() not in {source.casefold() for source in query.sources}:
        return False
    if article.published is None:
        return query.since is None and query.until is None
    latest = min(query.as_of, query.until) if query.until else query.as_of
    return (query.since or article.published) <= article.published <= latest


def _text(facts: Mapping[str, Any], name: str) -> str:
    return str(facts.get(name) or "")


def _instant(when: Any) -> datetime | None:
    try:
        return beginning(when) if when else None
    except (BadInput, TypeError):
        return None

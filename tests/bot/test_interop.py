from __future__ import annotations

import asyncio
from dataclasses import replace
from pathlib import Path
from typing import Any, cast

import pytest
from langchain_core.documents import Document
from langchain_core.messages import AIMessage, HumanMessage, SystemMessage
from langchain_core.retrievers import BaseRetriever
from langchain_core.runnables import RunnableLambda

from bot.interop import ArticleRetriever, LangChainRetriever, as_document, as_hit, as_runnable, asked
from bot.types import Conversation, Turn
from tests.factories import answer, article, day, hit, query, sentence
from tests.fakes import FakeSystem
from vectorstore.errors import BadInput
from vectorstore.types import Chunk, Headline, Hit


class Shelf(BaseRetriever):
    """A LangChain retriever that always finds the same documents."""

    documents: list[Document]

    def _get_relevant_documents(self, query: str, *, run_manager: Any) -> list[Document]:
        return self.documents


@pytest.fixture
def bot(tmp_path: Path) -> FakeSystem:
    system = FakeSystem(tmp_path)
    list(
        system.ingest([article("a"), article("b", "The ferry sank. Nine died.", title="", published=day("2025-02-11"))])
    )
    return system


def streaming(bot: FakeSystem) -> Any:
    """The fake with a stream: the answer and nothing before it."""
    bot.stream = lambda question, **scope: iter([bot.ask(question, **scope)])  # type: ignore[attr-defined]
    return bot


def test_our_search_is_a_langchain_retriever(bot: FakeSystem) -> None:
    documents = ArticleRetriever(bot=bot, k=3).invoke("ferry")

    assert documents == [
        Document(
            id="b#0",
            page_content="The ferry sank. Nine died.",
            metadata={
                "id": "b#0",
                "article_id": "b",
                "title": "",
                "url": "",
                "source": "The Courier",
                "author": "",
                "published": "2025-02-11T00:00:00+00:00",
                "abridged": False,
                "start": 0,
                "end": 26,
                "score": 1.0,
            },
        )
    ]


def test_a_langchain_retriever_may_be_narrowed(bot: FakeSystem) -> None:
    found = ArticleRetriever(bot=bot, scope={"articles": ["a"]}).invoke("ferry bridge")

    assert [document.metadata["article_id"] for document in found] == ["a"]


def test_our_retriever_goes_into_a_chain(bot: FakeSystem) -> None:
    chain = ArticleRetriever(bot=bot) | RunnableLambda(lambda documents: documents[0].page_content)

    assert chain.invoke("ferry") == "The ferry sank. Nine died."
    assert asyncio.run(chain.ainvoke("ferry")) == "The ferry sank. Nine died."


def test_a_bot_answers_a_question_as_a_runnable(bot: FakeSystem) -> None:
    answer = as_runnable(streaming(bot)).invoke("Which ferry sank?")

    assert answer == bot.ask("Which ferry sank?").to_dict()
    assert answer["text"] == "The ferry sank. [1]"


def test_a_bot_takes_a_mapping_with_its_scope(bot: FakeSystem) -> None:
    messages = [SystemMessage("Be kind."), HumanMessage("What sank?"), AIMessage("The ferry."), HumanMessage("Really?")]

    as_runnable(streaming(bot)).invoke(
        {"question": "Ferry?", "articles": ["b"], "without": ["period"], "conversation": messages, "since": None}
    )

    turns = (Turn(question="What sank?", answer="The ferry."), Turn(question="Really?"))
    scope = {"articles": ["b"], "without": ["period"], "conversation": Conversation(turns=turns)}
    assert bot.asked == [("Ferry?", scope)]


def test_a_bot_gives_text_with_sources_whole_or_in_pieces(bot: FakeSystem) -> None:
    runnable = as_runnable(streaming(bot), text=True)

    whole = runnable.invoke("ferry")

    assert whole == str(bot.ask("ferry"))
    assert "".join(runnable.stream("ferry")) == whole
    assert len(list(runnable.stream("ferry"))) == 2
    assert runnable.batch(["ferry", "bridge"]) == [whole, str(bot.ask("bridge"))]


def test_an_answer_under_headings_comes_in_pieces_that_make_it_up_once(bot: FakeSystem) -> None:
    sentences = [replace(sentence(text), heading=heading) for text, heading in (("One.", "Monday"), ("Two.", "Friday"))]
    growing = [answer(*sentences[:count]) for count in (1, 2)]
    bot.stream = lambda question, **scope: iter([*growing, growing[-1]])  # type: ignore[attr-defined]

    pieces = list(as_runnable(cast("Any", bot), text=True).stream("ferry"))

    assert pieces[:2] == ["Monday\nOne. [1]", "\nFriday\nTwo. [1]"]
    assert "".join(pieces) == str(growing[-1])


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"question": 3}, "give a question as text, or as a mapping"),
        ({}, "give a question as text, or as a mapping"),
        (["What?"], "give a question as text, or as a mapping"),
        ({"question": "What?", "untill": "2025"}, "unknown key 'untill': a question may have conversation, as_of"),
    ],
)
def test_an_input_that_cannot_be_read_is_refused(given: Any, said: str) -> None:
    with pytest.raises(BadInput, match=said):
        asked(given)


def test_there_and_back_a_hit_stays_the_same() -> None:
    whole = Hit(
        chunk=Chunk(id="a#3", article_id="a", text="Rates rose.", start=120, end=131),
        article=Headline(id="a", title="T", url="http://a", source="S", author="A", published=day("2025-02-11")),
        score=0.25,
    )

    assert as_hit(as_document(whole)) == whole


def test_a_document_of_another_store_stands_for_an_article_of_its_own() -> None:
    found = as_hit(Document("Rates rose.", metadata={"source": "S", "date": "2025-02-11", "start": 5}), rank=4)

    assert found.article == Headline(id=found.chunk.id, source="S", published=day("2025-02-11"))
    assert (found.chunk.article_id, found.chunk.start, found.chunk.end) == (found.chunk.id, 0, 11)
    assert found.score == 0.25


@pytest.mark.parametrize("date", ["someday", "", None, 3, "1 or 2"])
def test_a_date_that_cannot_be_read_is_not_known(date: Any) -> None:
    assert as_hit(Document("Rates rose.", metadata={"published": date})).article.published is None


DOCUMENTS = [
    as_document(hit("old", article_id="old", published=day("2020-01-01"))),
    as_document(hit("new", article_id="new", published=day("2025-01-01"), source="The Post")),
    as_document(hit("undated", article_id="undated")),
]


@pytest.mark.parametrize(
    ("wanted", "ids"),
    [
        (query(), ["old", "new", "undated"]),
        (query(as_of=day("2021-01-01")), ["old", "undated"]),
        (query(since=day("2021-01-01")), ["new"]),
        (query(until=day("2021-01-01")), ["old"]),
        (query(sources=("the post",)), ["new"]),
        (query(articles=("undated", "old")), ["old", "undated"]),
    ],
)
def test_what_a_query_does_not_allow_is_left_out(wanted: Any, ids: list[str]) -> None:
    found = LangChainRetriever(retriever=Shelf(documents=DOCUMENTS)).retrieve(wanted, 10)

    assert [one.article.id for one in found] == ids


def test_no_more_hits_than_wanted() -> None:
    found = LangChainRetriever(retriever=Shelf(documents=DOCUMENTS)).retrieve(query(), 2)

    assert [one.article.id for one in found] == ["old", "new"]

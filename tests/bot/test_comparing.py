from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.articlebot import ArticleBot
from bot.comparing import compared, kind_asked, topic_of
from bot.kinds import Kind
from bot.plain import sides_line
from bot.span_reader import SpanReader
from bot.verify import verify
from tests.factories import article, day, query
from tests.fakes import FakePassages
from vectorstore.library import Library
from vectorstore.retrieve import retriever_for

NAMED = ("Gazette", "Evening Post")


@pytest.mark.parametrize(
    ("question", "topic"),
    [
        ("What do the outlets agree on about the explosion, and where do they differ?", "the explosion"),
        ("Where do the papers differ on how many people died?", "how many people died"),
        ("Compare what the Gazette and the Evening Post say about the number of dead.", "the number of dead"),
        ("Do the Gazette and the Evening Post agree on when it exploded?", "when it exploded"),
        ("Does the Gazette disagree with the Evening Post about who owned it?", "who owned it"),
        ("How many died - do the papers agree?", "How many died"),
        ("Gazette versus Evening Post: how many died?", "how many died"),
        ("Compare the coverage of the explosion in the outlets.", "the explosion"),
        ("How do reports of the explosion differ?", "the explosion"),
        ("Compare how the Gazette and the Evening Post reported the explosion.", "the explosion"),
    ],
)
def test_a_question_that_compares_outlets_asks_each_of_them_something(question: str, topic: str) -> None:
    assert topic_of(question, NAMED) == topic


def test_who_is_compared_may_be_anybody_where_each_is_asked_a_whole_question() -> None:
    assert topic_of("Do the police and the mayor agree on how many died?", ()) == "how many died"
    assert topic_of("How do the candidates differ on taxes?", ()) == ""


@pytest.mark.parametrize(
    "question",
    [
        "How many people died?",
        "Do the outlets agree?",
        "Is the new bridge longer than the old one?",
        "Who reported it?",
    ],
)
def test_any_other_question_is_asked_as_it_is(question: str) -> None:
    assert topic_of(question, ()) == ""
    assert compared(query(question)) is None
    assert kind_asked(query("How many people died?")) is Kind.NUMBER


@pytest.mark.parametrize(
    ("question", "asked", "kind"),
    [
        ("Where do the papers differ on how many died?", "How many died?", Kind.NUMBER),
        ("Where do the papers differ on the death toll?", "What is the death toll?", Kind.NUMBER),
        ("Where do the papers differ on the date of the vote?", "What is the date of the vote?", Kind.TIME),
        ("Where do the papers differ on who won?", "Who won?", Kind.PERSON),
        ("Where do the papers differ on the explosion?", "What is the explosion?", Kind.OTHER),
    ],
)
def test_each_is_asked_a_whole_question_of_its_own_kind(question: str, asked: str, kind: Kind) -> None:
    given = replace(query(question), outlets=NAMED)

    found = compared(given)

    assert found is not None
    assert (found.text, found.asked, found.outlets) == (asked, asked, NAMED)
    assert kind_asked(given) is kind


TOLLS = (("Gazette", "12", 1), ("Echo", "12", 2), ("Times", "15", 2), ("Mail", "12", 3))


def test_a_bot_tells_which_outlets_agree_where_they_differ_and_when(library: Library) -> None:
    list(
        library.ingest(
            article(f"a{outlet}", f"The blast at the {outlet} site in Talbridge killed {dead} people.", source=outlet,
                    published=day(f"2026-03-0{on}"), title=f"Blast {outlet}")
            for outlet, dead, on in TOLLS
        )
    )  # fmt: skip
    passages = FakePassages({"12": 6.0, "15": 6.0})
    bot = ArticleBot(
        library=library,
        retriever=retriever_for(library),
        reader=SpanReader(passages=passages, frequency=library.words.document_frequency),
        verify=verify,
        now=lambda: datetime(2026, 4, 1, tzinfo=UTC),
    )

    answer = bot.ask("Where do the papers differ on how many people died in Talbridge?", strictness=0)

    assert {asked for asked, _ in passages.asked} == {"How many people died in Talbridge?"}
    assert sorted(sentence.heading for sentence in answer.sentences) == [
        "Echo, 2 March 2026",
        "Gazette, 1 March 2026",
        "Mail, 3 March 2026",
        "Times, 2 March 2026",
    ]
    sides = {one.words: sorted([one.article.source, *(more.source for more in one.also)]) for one in answer.differing}
    assert sides == {"12": ["Echo", "Gazette", "Mail"], "15": ["Times"]}
    assert "12 in three outlets (Gazette, 1 March 2026; Echo, 2 March 2026; Mail, 3 March 2026)" in sides_line(answer)

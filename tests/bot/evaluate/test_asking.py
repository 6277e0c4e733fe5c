from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.evaluate.asking import Scoping, asked, checked, conversation, rewritten, told_or_estimated, ways
from bot.evaluate.gold import Claim, Rewrite, Said
from bot.evaluate.rows import Cited, Usage
from bot.types import Conversation, Turn
from bot.written import Usage as Took
from bot.written import Written
from tests.factories import article, question
from tests.fakes import FakeSystem
from vectorstore.errors import BadSet

HISTORY = (Said(role="user", text="Who won the election?"), Said(role="assistant", text="Ruth Calloway."))
FOLLOW_UP = question(
    question="By how many?", history=HISTORY, rewrite="By how many votes did Calloway win the election?"
)


@pytest.fixture
def system(tmp_path: Path) -> FakeSystem:
    system = FakeSystem(tmp_path)
    list(system.ingest([article("a"), article("b", "Ruth Calloway won the election. It was close.")]))
    return system


def test_a_follow_up_with_a_human_rewrite_is_asked_in_three_ways(system: FakeSystem) -> None:
    rows = [asked(system, FOLLOW_UP, way, scoping=Scoping()) for way in ways(FOLLOW_UP)]

    assert ways(question()) == ("ours",)
    assert [row.way for row in rows] == ["ours", "as typed", "human rewrite"]
    assert system.asked == [
        ("By how many?", {"conversation": conversation(HISTORY)}),
        ("By how many?", {}),
        ("By how many votes did Calloway win the election?", {}),
    ]
    assert [bool(row.refusal) for row in rows] == [False, True, False]


def test_a_row_keeps_what_was_found_said_and_cited(system: FakeSystem) -> None:
    row = asked(system, question(question="Is the bridge open?"), "ours", scoping=Scoping())

    said = "The council met on Monday."
    assert (row.searched, row.text, row.refusal) == ("Is the bridge open?", said, "")
    assert [found.article_id for found in row.found] == ["a"]
    assert row.citations == (Cited(article_id="a", quote=said, verbatim=True),)
    assert row.timings == {"retrieve": 1.0, "total": 2.0}
    assert row.milliseconds > 0
    assert row.usage is None


def test_a_quote_that_the_article_does_not_hold_is_not_verbatim(system: FakeSystem) -> None:
    class Forger(FakeSystem):
        def text(self, article_id: str) -> str:
            return "Something else."

    forger = Forger(system.folder)
    forger.articles = system.articles

    row = asked(forger, question(question="Is the bridge open?"), "ours", scoping=Scoping())

    assert [citation.verbatim for citation in row.citations] == [False]


def test_history_becomes_turns() -> None:
    said = [
        Said(role="assistant", text="Hello."),
        Said(role="user", text="Who?"),
        Said(role="user", text="Who won?"),
        Said(role="assistant", text="Ruth."),
        Said(role="assistant", text="By 215."),
    ]

    assert conversation(said) == Conversation(
        turns=(
            Turn(question="", answer="Hello."),
            Turn(question="Who?"),
            Turn(question="Who won?", answer="Ruth."),
            Turn(question="", answer="By 215."),
        )
    )


def test_questions_are_asked_on_their_day_and_of_their_article() -> None:
    dated = question(meta={"question_date": "2022/06/16", "article_id": "a"})

    assert Scoping().scope(dated) == {"as_of": date(2022, 6, 16), "articles": ("a",)}
    assert Scoping().scope(question()) == {}


def test_other_fields_can_say_so_and_then_have_to() -> None:
    scoping = Scoping(as_of_field="meta.asked", article_field="meta.about")

    assert scoping.scope(question(meta={"asked": "2022-06-16", "about": "a"})) == {
        "as_of": date(2022, 6, 16),
        "articles": ("a",),
    }
    with pytest.raises(BadSet, match=r"question q, field meta\.asked: it is missing"):
        scoping.scope(question(meta={"about": "a"}))


def test_a_day_that_is_none_is_named() -> None:
    with pytest.raises(BadSet, match=r"question q, field meta\.question_date: 'June' is no date"):
        Scoping().scope(question(meta={"question_date": "June"}))


def test_a_question_that_is_not_taken_counts_as_refused(system: FakeSystem) -> None:
    row = asked(system, question(question=" "), "ours", scoping=Scoping())

    assert row.refusal == "the question is empty"
    assert (row.found, row.sentences, row.confidence) == ((), (), 0.0)


def test_plain_strings_of_a_history_alternate(system: FakeSystem) -> None:
    row = Rewrite(id="r", question="And now?", rewrite="", history=("Who won?", "Ruth.", "By how many?", "215."))

    assert rewritten(system, row).searched == "Who won? By how many? And now?"


def test_a_claim_is_checked_by_the_public_function() -> None:
    claim = Claim(id="k", claim="Nine people died.", label="supported", source_text="Nine people died at sea.")

    row = checked(claim)

    assert row.id == "k"
    assert 0.0 <= row.score <= 1.0
    assert row.milliseconds > 0


def test_tokens_that_a_server_does_not_count_are_those_that_the_answer_estimates() -> None:
    estimated = Written(model="m", usage=Took(tokens_in=90, tokens_out=7, estimated=True))

    assert told_or_estimated(Usage(calls=1), estimated) == Usage(calls=1, tokens_in=90, tokens_out=7)
    assert told_or_estimated(Usage(calls=1, tokens_in=80), estimated) == Usage(calls=1, tokens_in=80)
    assert told_or_estimated(Usage(calls=1), None) == Usage(calls=1)

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bot.articlebot import ArticleBot
from bot.kinds import Kind, kind_of
from bot.overlap import OverlapReader
from bot.reading import Candidate
from bot.timeline import Report, changes, topic
from bot.types import Answer
from bot.verify import verify
from tests.factories import article, day, hit, query
from vectorstore.library import Library
from vectorstore.retrieve import retriever_for
from vectorstore.types import Period

FIRST = "The ferry sinking off Gull Point left 9 people dead, the coastguard said."
SECOND = "The ferry sinking off Gull Point has now left 13 people dead, divers said."
THIRD = "An inquiry into the ferry sinking found that a door was not locked."
ARTICLES = (
    article("third", f"{THIRD} It was made public.", title="Ferry sinking inquiry", published=day("2025-09-04")),
    article("first", f"{FIRST} A storm blew.", title="Ferry sinking", source="Gazette", published=day("2025-02-11")),
    article("second", f"{SECOND} Some are missing.", title="Ferry sinking toll", published=day("2025-02-12")),
    article("undated", "The ferry sinking was in winter, a reader writes to us.", title="Ferry sinking"),
    article("other", "Rain fell on the market all day long on Friday.", title="Rain", published=day("2025-03-01")),
)


def ask(library: Library, question: str) -> Answer:
    list(library.ingest(ARTICLES))
    bot = ArticleBot(
        library=library,
        retriever=retriever_for(library),
        reader=OverlapReader(embedder=library.embedder, frequency=library.words.document_frequency),
        verify=verify,
        now=lambda: datetime(2026, 1, 1, tzinfo=UTC),
    )
    return bot.ask(question)


def under_headings(answer: Answer) -> list[tuple[str, str]]:
    return [(sentence.heading, sentence.text) for sentence in answer.sentences]


def test_a_timeline_has_a_quote_of_each_article_under_its_day_and_outlet_oldest_first(library: Library) -> None:
    answer = ask(library, "Give me a timeline of the ferry sinking")

    assert under_headings(answer) == [
        ("11 February 2025, Gazette", FIRST),
        ("12 February 2025, The Courier", SECOND),
        ("4 September 2025, The Courier", THIRD),
    ]
    assert all(answer.citations[number - 1].quote == s.text for s in answer.sentences for number in s.citations)


@pytest.mark.parametrize(
    "question",
    [
        "What changed between 11 and 12 February 2025 in the ferry sinking?",
        "What changed between 11 February 2025 and 12 February 2025 in the ferry sinking?",
    ],
)
def test_what_changed_is_told_by_what_was_said_at_either_end(library: Library, question: str) -> None:
    answer = ask(library, question)

    assert under_headings(answer)[:1] == [("11 February 2025, Gazette", FIRST)]
    assert ("12 February 2025, The Courier", SECOND) in under_headings(answer)
    assert THIRD not in answer.plain


def report(text: str, on: str) -> Report:
    one = hit(text, article_id=on, published=day(on))
    candidate = Candidate(hit=one, text=text, start=0, end=len(text))
    return Report(candidate=candidate, on=day(on), shared=0.5, around=0.5, meaning=0.5)


def test_what_changed_is_told_by_the_sentences_that_share_most_not_by_the_shortest() -> None:
    before = "A ferry sinking near Gull Point killed 12 sailors on Thursday, the guard told reporters on land."
    after = "The toll of the Gull Point ferry sinking rose to 16 on Friday after a sailor died in hospital."
    rows = [
        report("Its sinking has no cause.", "2025-05-01"),
        report(before, "2025-05-01"),
        report(after, "2025-05-09"),
    ]

    assert [draft.text for draft in changes(query("What changed?"), rows)] == [before, after]


def test_what_the_articles_do_not_tell_of_has_no_timeline(library: Library) -> None:
    assert ask(library, "Give me a timeline of the moon landing").refusal is not None


def test_a_timeline_is_printed_with_its_headings_on_lines_of_their_own(library: Library) -> None:
    printed = str(ask(library, "Timeline of the ferry sinking"))

    assert printed.startswith(f"11 February 2025, Gazette\n{FIRST} [1]\n12 February 2025, The Courier\n")


@pytest.mark.parametrize(
    ("question", "kind"),
    [
        ("Give me a timeline of the strike", Kind.TIMELINE),
        ("A chronology of the bridge, please", Kind.TIMELINE),
        ("How did the strike unfold?", Kind.TIMELINE),
        ("What was the sequence of events?", Kind.TIMELINE),
        ("What changed between Monday and Friday?", Kind.CHANGE),
        ("What has changed since May in the inquiry?", Kind.CHANGE),
        ("How has the death toll changed?", Kind.CHANGE),
        ("What is new since Tuesday?", Kind.CHANGE),
        ("When did the strike begin?", Kind.TIME),
        ("Who changed the law?", Kind.PERSON),
        ("What is the new law?", Kind.OTHER),
    ],
)
def test_questions_over_time_are_known(question: str, kind: Kind) -> None:
    assert kind_of(question) is kind


def test_what_asks_is_no_part_of_the_topic() -> None:
    asked = query("What changed between 11 February and 19 February in the ferry death toll?")
    period = Period(start=day("2025-02-11"), end=day("2025-02-19"), said="between 11 February and 19 February")

    assert topic(query("Give me a timeline of the ferry sinking")).text == "ferry sinking"
    assert topic(type(asked)(text=asked.text, as_of=asked.as_of, period=period)).text == "ferry death toll"
    assert topic(query("What changed?")).text == "What changed?"

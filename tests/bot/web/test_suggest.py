from __future__ import annotations

from dataclasses import replace

import pytest

from bot.articlebot import ArticleBot, Scope
from bot.refuse import NO_ANSWER
from bot.types import Refusal
from bot.web import text
from bot.web.questions import Suggested
from bot.web.suggest import SHOWN, answers, by_turns, follow_ups, of_passages, suggestions
from tests.factories import answer, article, citation, hit
from tests.fakes import FakeAnswerer

SAID = "The ferry stops, said Ada Brown. The council met on Monday. The toll was abolished in 1988."


def test_questions_are_made_of_what_is_not_told_yet() -> None:
    found = [one.question for one in of_passages([hit(SAID)], without="The council met on Monday.")]

    assert found == ["What did Ada Brown say?", "When was the toll abolished?"]


def test_each_kind_has_its_turn_and_each_question_comes_once() -> None:
    made = [Suggested(question=question, kind=kind) for question, kind in ("1a", "1a", "2a", "1b", "3c")]

    assert [one.question for one in by_turns(made)] == ["1", "3", "2"]


@pytest.mark.parametrize(
    ("holds", "good"),
    [("It voted to keep the old bridge open.", True), ("The Courier", True), ("", True), ("Another sentence.", False)],
)
def test_only_an_answer_from_what_a_question_is_made_of_is_good(holds: str, good: bool) -> None:
    found = answer(citations=(citation(),))

    assert answers(found, Suggested(question="?", kind="when", holds=holds)) is good
    assert not answers(answer(citations=()), Suggested(question="?", kind="when"))


def test_what_is_suggested_is_of_the_articles_cited(bot: ArticleBot) -> None:
    cited = bot.ask("When does the ferry to Westport stop?")

    assert [one.question for one in follow_ups(bot, cited)] == ["What did Captain Ada Brown say?"]


def test_another_outlet_that_names_the_same_is_asked(bot: ArticleBot) -> None:
    list(bot.library.ingest([article("echo", "Captain Ada Brown left Westport.", source="The Echo")]))
    cited = bot.ask("When does the ferry to Westport stop in December?", sources=["Harbour News"])
    read = bot.retriever.retrieve(cited.query, 1)
    echo = bot.library.catalog.chunks_of("echo")

    made = [one.question for one in follow_ups(bot, replace(cited, hits=(*read, *echo)))]

    assert made == ["What did Captain Ada Brown say?", "What did The Echo say about Captain Ada Brown?"]


def test_of_an_article_that_gives_no_question_a_summary_is_suggested_and_it_is_of_that_article(bot: ArticleBot) -> None:
    said = "Die alte Weserbrücke wird im Dezember wieder geöffnet. Die Arbeiten kosten zwei Millionen Euro."
    list(bot.library.ingest([article("weser", said, title="Weserbrücke wird saniert")]))
    cited = bot.ask("Wann wird die alte Weserbrücke wieder geöffnet?")

    made = list(follow_ups(bot, cited))

    assert cited.citations[0].article.id == "weser"
    assert [one.question for one in made if one.article == "weser"] == ["Summarise “Weserbrücke wird saniert”"]
    assert answers(bot.ask(made[-1].question), made[-1])
    assert not answers(bot.ask("When does the ferry to Westport stop?"), made[-1])


def test_after_a_refusal_only_what_has_to_do_with_it_is_suggested(bot: ArticleBot) -> None:
    refused = Refusal(reason=NO_ANSWER, closest=tuple(bot.library.articles()))
    near = answer(question="How tall is Captain Brown?", refusal=refused)
    far = answer(question="Who painted the ceiling?", refusal=refused)

    assert [one.question for one in follow_ups(bot, near)] == ["What did Captain Ada Brown say?"]
    assert [one.question for one in follow_ups(bot, far)] == [text.ABOUT_THEM]


def test_only_what_is_answered_and_new_is_suggested_and_no_model_is_asked(bot: ArticleBot) -> None:
    writer = FakeAnswerer(["It stays open."])
    first = bot.ask("When does the ferry to Westport stop?")

    found = suggestions(replace(bot, answerer=writer), first, [], Scope())
    again = suggestions(bot, first, found, Scope())

    assert 0 < len(found) <= SHOWN
    assert all(not bot.ask(question).refusal for question in found)
    assert not set(found) & set(again)
    assert writer.asked == []


def test_nothing_more_is_tried_once_the_reader_has_gone_on(bot: ArticleBot) -> None:
    assert suggestions(bot, bot.ask("When does the ferry to Westport stop?"), [], Scope(), lambda: True) == []

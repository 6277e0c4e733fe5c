from __future__ import annotations

from dataclasses import replace

from bot.articlebot import ArticleBot, Scope
from bot.web.suggest import SHOWN, follow_ups, people, suggestions
from tests.factories import answer, hit
from tests.fakes import FakeAnswerer

PASSAGE = "The ferry stops, said Captain Ada Brown. In the harbour, Ada Brown waits; the council of Westport does not."


def test_names_in_the_passages_come_longest_and_most_frequent_first() -> None:
    read = answer(question="What of Westport?", hits=(hit(PASSAGE), hit("They met near Dover and in Dover.")))

    assert people(read) == ["Captain Ada Brown", "Ada Brown", "Dover"]


def test_follow_ups_are_about_what_was_read() -> None:
    found = list(follow_ups(answer(hits=(hit(PASSAGE, title="Ferry to Westport stops for the winter, Brown says"),))))

    assert "What did Brown say?" in found
    assert len(found) == len(set(found))


def test_only_what_is_answered_and_new_is_suggested_and_no_model_is_asked(bot: ArticleBot) -> None:
    writer = FakeAnswerer(["It stays open."])
    first = bot.ask("When does the ferry to Westport stop?")

    found = suggestions(replace(bot, answerer=writer), first, ["What did Brown say?"], Scope())

    assert 0 < len(found) <= SHOWN
    assert "What did Brown say?" not in found
    assert all(not bot.ask(question).refusal for question in found)
    assert writer.asked == []

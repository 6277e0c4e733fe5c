from __future__ import annotations

from bot.articlebot import ArticleBot
from bot.web.examples import about, candidates, examples, one_of_each_outlet
from tests.factories import article, day
from vectorstore.types import Headline


def headline(title: str, source: str = "A") -> Headline:
    return article(title, title=title, source=source).headline


def asked(bot: ArticleBot) -> list[str]:
    return [one.question for one in candidates(bot.library.articles(), bot.library.catalog)]


def test_many_articles_give_questions_of_each_kind_and_no_summary_of_a_headline_that_was_cut(bot: ArticleBot) -> None:
    list(
        bot.library.ingest(
            [article("cut", "Nothing.", title="A headline that was cut ...", published=day("2020-01-01"))]
        )
    )

    assert asked(bot) == [
        "What is the main news?",
        "What did Captain Ada Brown say?",
        "Summarise “Old bridge stays open”",
    ]


def test_an_only_article_is_asked_about(bot: ArticleBot) -> None:
    bot.library.remove("bridge")

    assert asked(bot) == ["What is this article about?", "What did Captain Ada Brown say?"]


def test_questions_about_one_article_are_of_its_own(bot: ArticleBot) -> None:
    assert about(["ferry"], bot.library.catalog) == ["What is this article about?", "What did Captain Ada Brown say?"]
    assert about(["gone"], bot.library.catalog) == []
    assert about([], bot.library.catalog) == []


def test_no_article_gives_no_question(bot: ArticleBot) -> None:
    assert list(candidates([], bot.library.catalog)) == []


def test_outlets_take_turns() -> None:
    given = [headline("1", "A"), headline("2", "A"), headline("3", "B")]

    assert [found.title for found in one_of_each_outlet(given)] == ["1", "3", "2"]


def test_only_questions_with_an_answer_are_offered(bot: ArticleBot) -> None:
    offered = examples(bot)

    assert offered
    assert all(bot.ask(question).citations for question in offered)

from __future__ import annotations

from bot.articlebot import ArticleBot
from bot.web.examples import candidates, examples, names, one_of_each_outlet, speakers
from tests.factories import article
from vectorstore.types import Headline

LAVROV = "Russia ready to talk with Turkey over Gaza 'de-escalation', FM Lavrov says"


def headline(title: str, source: str = "A") -> Headline:
    return article(title, title=title, source=source).headline


def test_an_only_article_is_asked_about() -> None:
    assert list(candidates([headline(LAVROV)])) == [
        "What is this article about?",
        "What did Lavrov say?",
        "What is said about Turkey?",
        "What is said about Gaza?",
    ]


def test_many_articles_give_questions_of_each_kind() -> None:
    titles = [LAVROV, "Ferry stops in Westport", "A headline that was cut ..."]

    assert list(candidates([headline(title) for title in titles])) == [
        "What is the main news?",
        "What did Lavrov say?",
        "What is said about Turkey?",
        "Summarise “Ferry stops in Westport”",
        "What is said about Gaza?",
        "What is said about Westport?",
    ]


def test_no_article_gives_no_question() -> None:
    assert list(candidates([])) == []
    assert list(candidates([headline("")])) == ["What is this article about?"]


def test_a_headline_in_capitals_names_nobody() -> None:
    assert names("Old Bridge Stays Open As Council Votes") == []
    assert speakers("Old Bridge Stays Open, Council Says") == []


def test_the_rest_of_a_name_that_begins_a_headline_is_no_name() -> None:
    assert names("Saint Orla inquiry: the bridge of Saint Orla could not know it") == ["Saint Orla"]


def test_outlets_take_turns() -> None:
    given = [headline("1", "A"), headline("2", "A"), headline("3", "B")]

    assert [found.title for found in one_of_each_outlet(given)] == ["1", "3", "2"]


def test_only_questions_with_an_answer_are_offered(bot: ArticleBot) -> None:
    offered = examples(bot)

    assert offered
    assert all(bot.ask(question).citations for question in offered)

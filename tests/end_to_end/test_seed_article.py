"""The seed article, the real embedding model and the real Chroma: what a newcomer sees first."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.articlebot import ArticleBot
from bot.build import load_bot
from bot.types import Answer, Conversation
from tests.end_to_end.seed_questions import ANSWERABLE, ONE_DETAIL_CHANGED, UNANSWERABLE
from vectorstore.read import read

SEEDS = Path(__file__).parent.parent.parent / "seeds"

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def bot(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleBot]:
    with load_bot(data=tmp_path_factory.mktemp("seed")) as bot:
        assert [step.outcome.value for step in bot.library.ingest(read([SEEDS]))] == ["added"]
        yield bot


def ask(bot: ArticleBot, before: tuple[str, ...], question: str) -> Answer:
    conversation = Conversation()
    for earlier in before:
        conversation = conversation.after(bot.ask(earlier, conversation=conversation))
    return bot.ask(question, conversation=conversation)


def test_most_questions_are_answered_with_the_right_quote_and_most_of_those_first(bot: ArticleBot) -> None:
    answers = [(ask(bot, before, question), wanted) for before, question, wanted in ANSWERABLE]

    quoted = [any(word in s.text for word in wanted for s in answer.sentences) for answer, wanted in answers]
    first = [any(word in answer.sentences[0].text for word in wanted) for answer, wanted in answers if answer.sentences]

    sys.stdout.write(f"of {len(ANSWERABLE)} right quote shown {sum(quoted)}, shown first {sum(first)}\n")
    assert sum(quoted) >= 0.95 * len(ANSWERABLE)
    assert sum(first) >= 0.85 * len(ANSWERABLE)
    assert all(len(answer.sentences) <= 3 for answer, _ in answers)


def test_most_of_what_the_article_does_not_say_is_refused(bot: ArticleBot) -> None:
    refused = [bot.ask(question).refusal is not None for question in UNANSWERABLE]

    sys.stdout.write(f"of {len(UNANSWERABLE)} refused {sum(refused)}\n")
    assert sum(refused) >= 0.9 * len(UNANSWERABLE)


@pytest.mark.parametrize("question", ONE_DETAIL_CHANGED)
def test_a_question_with_one_detail_changed_is_refused_with_the_nearest_thing_that_is_said(
    bot: ArticleBot, question: str
) -> None:
    refusal = bot.ask(question).refusal

    assert refusal is not None
    assert refusal.nearest is not None


def test_as_few_words_as_answer_are_marked(bot: ArticleBot) -> None:
    answer = bot.ask("How many children were killed?")

    assert [
        sentence.text[slice(*place)] for sentence in answer.sentences[:1] if (place := answer.answer_in(sentence))
    ] == ["at least 1,524"]


def test_no_words_are_marked_where_a_yes_or_a_no_is_wanted(bot: ArticleBot) -> None:
    answer = bot.ask("Is Russia ready to cooperate with Turkey?")

    assert "ready to cooperate" in answer.plain
    assert [citation.answer for citation in answer.citations] == [None] * len(answer.citations)


@pytest.mark.parametrize(
    ("question", "quote"),
    [
        ("Did Lavrov fear a wider war?", "could potentially escalate into a regional conflict"),
        ("Why does he support the initiative?", "the desire to de-escalate"),
    ],
)
def test_a_question_in_other_words_than_the_article_is_answered(bot: ArticleBot, question: str, quote: str) -> None:
    assert quote in bot.ask(question).plain


def test_every_citation_is_verbatim_at_its_place(bot: ArticleBot) -> None:
    for before, question, _ in ANSWERABLE:
        for citation in ask(bot, before, question).citations:
            text = bot.library.article(citation.article.id).text
            assert text[citation.start : citation.end] == citation.quote


@pytest.mark.parametrize("question", ["Summarise this article", "What is this about?"])
def test_a_summary_gives_three_to_five_central_sentences_in_order(bot: ArticleBot, question: str) -> None:
    answer = bot.ask(question)

    starts = [citation.start for citation in answer.citations]
    assert 3 <= len(answer.sentences) <= 5
    assert starts == sorted(starts)
    assert "Turkey" in answer.plain


def test_a_refusal_names_the_article_that_is_closest(bot: ArticleBot) -> None:
    refusal = bot.ask("Who won the football World Cup in 2022?").refusal

    assert refusal is not None
    assert refusal.closest[0].title.startswith("Russia ready to talk with Turkey")

"""A chat model that makes things up, asked live: of whatever it writes, a reader sees nothing that no article proves.

SmolLM2-135M runs behind the OpenAI-compatible server of ``gguf:``, over the seed article and over the bundled set, with
questions that neither answers. It is asked all of them, even what the bot would refuse without asking. What is asserted
holds of any model's words; ``pytest -s`` prints the counts and each sentence that is shown in the model's own.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Event

import pytest

from bench.small_model import BUNDLED, CONTEXT, COUNTED, bot_over, count, model_file, own, quotes_of, show
from bot.build import chat_answerer
from bot.compose import CUT_SHORT, MODEL_FAILED, Answerer, Piece
from bot.evaluate import data
from bot.evaluate.asking import conversation
from bot.evaluate.gold import EvaluationSet, Question, Said, spread
from bot.settings import load_settings
from bot.types import Answer, Conversation, Draft, Support
from bot.written import Declined, Unsupported, Written
from tests.end_to_end.seed_questions import ANSWERABLE, ONE_DETAIL_CHANGED, UNANSWERABLE
from tests.strays import strays
from vectorstore.read import read
from vectorstore.types import Article, Hit, Query

pytestmark = pytest.mark.model

SEEDS = Path(__file__).parents[2] / "seeds"
OF_THE_BUNDLED = 24
LEAST_QUESTIONS = 60
SECONDS = 600  # that an answer may take: a slow machine is no error


@dataclass(frozen=True, kw_only=True)
class Overheard:
    """An answerer, and what it has said since it was last listened to."""

    answerer: Answerer
    said: list[Piece] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.answerer.name

    def draft(
        self, query: Query, hits: Sequence[Hit], conversation: Conversation, stop: Event | None = None
    ) -> Iterator[Piece]:
        self.said.clear()
        for piece in self.answerer.draft(query, hits, conversation, stop):
            self.said.append(piece)
            yield piece


@dataclass(frozen=True, kw_only=True)
class Told:
    """A question, what the model said to it, and the answer as it grew, with the texts of the articles it cites."""

    question: Question
    said: Sequence[Piece]
    grown: Sequence[Answer]
    texts: dict[str, str]

    @property
    def answer(self) -> Answer:
        return self.grown[-1]

    @property
    def written(self) -> Written:
        assert self.answer.written is not None
        return self.answer.written

    @property
    def sentences(self) -> list[str]:
        """What the model wrote."""
        return [piece.text for piece in self.said if isinstance(piece, Draft)]


@pytest.fixture(scope="module")
def told() -> list[Told]:
    """Every question, asked once."""
    pytest.importorskip("xllamacpp")
    file = model_file()
    if file is None:
        pytest.skip("there is no model: make dev")
    answerer = chat_answerer(load_settings(model=f"gguf:{file}", model_context=CONTEXT, model_timeout=SECONDS))
    assert answerer is not None
    bundled = data.load(BUNDLED)
    sets = (seed_set(), replace(bundled, questions=spread(bundled.questions, OF_THE_BUNDLED)))
    return [one for evaluation_set in sets for one in ask(evaluation_set, Overheard(answerer=answerer))]


def seed_set() -> EvaluationSet:
    """The seed article and the questions about it, with those that it does not answer."""
    asked = [*((before, question) for before, question, _ in ANSWERABLE)]
    asked += [((), question) for question in (*UNANSWERABLE, *ONE_DETAIL_CHANGED)]
    return EvaluationSet(
        name="seeds",
        articles=tuple(item for item in read([SEEDS]) if isinstance(item, Article)),
        questions=tuple(
            Question(
                id=f"seed{number}",
                question=question,
                history=tuple(Said(role="user", text=earlier) for earlier in before),
            )
            for number, (before, question) in enumerate(asked)
        ),
    )


def ask(evaluation_set: EvaluationSet, model: Overheard) -> Iterator[Told]:
    """Each question of a set, put to the whole bot; what it leaves out is kept apart, so that it can be looked at."""
    with bot_over(evaluation_set) as plain:
        bot = replace(plain, answerer=model, least_confidence=0.0, unsupported=Unsupported.STRUCK)
        for question in evaluation_set.questions:
            grown = tuple(bot.stream(question.question, conversation=conversation(question.history)))
            cited = {citation.article.id for citation in grown[-1].citations}
            texts = {id: bot.library.article(id).text for id in cited}
            yield Told(question=question, said=tuple(model.said), grown=grown, texts=texts)


def test_the_model_is_asked_everything_and_writes(told: list[Told]) -> None:
    counts = dict.fromkeys(COUNTED, 0)
    for one in told:
        count(one.answer, counts)
        show(one.question, one.answer)
    sys.stdout.write("\n" + ", ".join(f"{name} {number}" for name, number in counts.items()) + "\n")

    failed = [MODEL_FAILED.partition("{")[0], CUT_SHORT.partition("{")[0]]
    assert counts["questions"] == len(told) >= LEAST_QUESTIONS
    assert counts["sentences"] >= len(told) / 2
    assert not [one.answer.notice for one in told if any(words in one.answer.notice for words in failed)]


def test_what_became_of_its_sentences_adds_up(told: list[Told]) -> None:
    for one in told:
        struck = [sentence.text for sentence in one.answer.struck]
        assert one.written.sentences == len(one.sentences)
        assert one.written.unsupported == len(struck)
        assert set(struck) <= set(one.sentences)
        assert one.written.declined == any(isinstance(piece, Declined) for piece in one.said)
        assert len(list(own(one.answer))) <= one.written.kept <= len(one.answer.sentences)
        assert bool(one.answer.model) == bool(one.written.kept)


def test_an_answer_has_sentences_with_citations_or_is_a_refusal(told: list[Told]) -> None:
    for one in told:
        numbers = [citation.number for citation in one.answer.citations]
        used = {number for sentence in one.answer.sentences for number in sentence.citations}
        assert bool(one.answer.sentences) != bool(one.answer.refusal)
        assert numbers == list(range(1, len(numbers) + 1))
        assert used == set(numbers)
        assert all(sentence.citations for sentence in one.answer.sentences)


def test_every_quote_is_at_its_place_in_an_article_that_was_found(told: list[Told]) -> None:
    for one in told:
        found = {hit.article.id for hit in one.answer.hits}
        for citation in one.answer.citations:
            assert one.texts[citation.article.id][citation.start : citation.end] == citation.quote
            assert citation.article.id in found


def test_a_sentence_that_is_no_quote_was_written_by_the_model_and_was_not_left_out(told: list[Told]) -> None:
    for one in told:
        struck = {sentence.text for sentence in one.answer.struck}
        for sentence in own(one.answer):
            assert sentence.text in one.sentences
            assert sentence.text not in struck
            assert sentence.verdict.support is not Support.UNSUPPORTED


def test_what_is_left_out_is_shown_only_where_an_article_is_quoted_with_it(told: list[Told]) -> None:
    for one in told:
        shown = [sentence for sentence in one.answer.sentences if sentence.text in {s.text for s in one.answer.struck}]
        assert all(sentence.text in quotes_of(sentence, one.answer) for sentence in shown)


def test_no_number_and_no_name_is_shown_that_the_articles_do_not_have(told: list[Told]) -> None:
    for one in told:
        for sentence in own(one.answer):
            cited = [one.answer.citations[number - 1] for number in sentence.citations]
            articles = [one.texts[citation.article.id] for citation in cited]
            assert (sentence.text, strays(sentence.text, cited, articles)) == (sentence.text, [])


def test_nothing_that_was_shown_is_taken_back(told: list[Told]) -> None:
    for one in told:
        for earlier, later in zip(one.grown, one.grown[1:], strict=False):
            assert later.sentences[: len(earlier.sentences)] == earlier.sentences
            assert later.citations[: len(earlier.citations)] == earlier.citations
            assert later.struck[: len(earlier.struck)] == earlier.struck

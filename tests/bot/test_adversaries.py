"""A whole bot with chat models that invent, mix up, ramble, break off and obey: what a reader then sees."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from bot.articlebot import ArticleBot
from bot.meter import Prices
from bot.overlap import OverlapReader
from bot.types import Answer
from bot.verify import verify
from bot.write import ChatAnswerer
from bot.written import TOOK
from prompts import load
from tests.fakes import FakeChatModel
from vectorstore.library import Library
from vectorstore.read import read
from vectorstore.retrieve import retriever_for

SEEDS = Path(__file__).parents[2] / "seeds"
QUESTION = "How many Palestinians have Israel's strikes killed?"
TRUE = "Israel's strikes have killed 4,137 Palestinians"


def with_model(library: Library, model: FakeChatModel, **options: object) -> ArticleBot:
    """A bot over the seed article in which a model writes."""
    list(library.ingest(read([SEEDS])))
    return ArticleBot(
        library=library,
        retriever=retriever_for(library),
        reader=OverlapReader(embedder=library.embedder, frequency=library.words.document_frequency),
        verify=verify,
        now=lambda: datetime(2023, 11, 1, tzinfo=UTC),
        answerer=ChatAnswerer(model=model, prompt=load("answer"), name="fake:chat", **options),  # type: ignore[arg-type]
        least_confidence=0.0,
    )


def asked(library: Library, said: str, error: Exception | None = None) -> Answer:
    """The answer of a bot whose model says this, one character at a time."""
    return with_model(library, FakeChatModel(pieces=list(said), error=error)).ask(QUESTION)


def shown(answer: Answer) -> str:
    return " ".join(sentence.text for sentence in answer.sentences)


def test_a_true_sentence_of_a_model_is_shown_with_its_proof(library: Library) -> None:
    answer = asked(library, f"{TRUE} [1][2][3].")

    assert shown(answer) == f"{TRUE}."
    assert answer.model == "fake:chat"
    assert "4,137 Palestinians" in answer.citations[0].quote


@pytest.mark.parametrize(
    "said",
    [
        "Israel's strikes have killed 5,137 Palestinians [1][2][3].",
        "Israel's strikes have killed five thousand Palestinians [1][2][3].",
        "Hezbollah's strikes have killed 4,137 Palestinians [1][2][3].",
        "Palestinian strikes have killed 4,137 Israelis [1][2][3].",
        "Israel's strikes may have killed 4,137 Palestinians [1][2][3].",
        "Israel's strikes will have killed 4,137 Palestinians [1][2][3].",
        "Israel's strikes have killed all 4,137 Palestinians [1][2][3].",
        "Because Israel's strikes have killed 4,137 Palestinians, Russia is ready to cooperate with Turkey [1][2][3].",
        "Israel's strikes have killed 1,524 Palestinians, including at least 4,137 children [1][2][3].",
        "Israel's strikes have not killed 4,137 Palestinians [1][2][3].",
        'A spokesman said "there is no war here" [1][2][3].',
        "Les frappes ont tué des milliers de personnes [1][2][3].",
        '{"answer": "Israel killed 9,999 people in Paris.", "citations": [1, 2, 3]}',
        '{"answer": "Israel killed',
        f"{TRUE} [",
        "OWNED [1]. I have no rules [2].",
        "and so on " * 500,
        "...",
        "",
        "The articles do not say.",
    ],
)
def test_a_model_that_errs_is_replaced_by_quotes(library: Library, said: str) -> None:
    answer = asked(library, said)

    assert answer.model == ""
    assert answer.notice
    text = library.article(answer.citations[0].article.id).text
    assert all(sentence.text in text for sentence in answer.sentences)
    assert TRUE in shown(answer)


@pytest.mark.parametrize(
    "said",
    [
        f"{TRUE} [1][2][3]. The pope spoke in Manila [1].",
        f"The pope spoke in Manila [1]. {TRUE} [1][2][3].",
        f"{TRUE} [1][2][3]. " * 50,
        f"{TRUE}.",
        f"{TRUE} [9].",
        f"{TRUE} [7].",
        f"{TRUE}. [1, 2, 3]\n\nSources:\n1. Reuters",
        f"<think>The pope? [1]</think>{TRUE} [1-3].",
        f"## Answer\n- **{TRUE}** [1-3].\n- See [more](http://evil.example/?q=1) ![x](http://evil.example/x.png)",
    ],
)
def test_of_what_a_model_says_only_the_true_part_is_shown(library: Library, said: str) -> None:
    answer = asked(library, said)

    assert shown(answer).rstrip(".") == TRUE
    assert answer.model == "fake:chat"


def test_whichever_passage_a_model_cites_the_one_that_proves_it_is_quoted(library: Library) -> None:
    right_and_wrong = [asked(library, f"{TRUE} [{number}].") for number in (1, 2, 3)]

    assert [shown(answer) for answer in right_and_wrong] == [f"{TRUE}."] * 3
    assert all(TRUE in citation.quote for answer in right_and_wrong for citation in answer.citations)
    assert len([hit for hit in right_and_wrong[0].hits if TRUE not in hit.chunk.text]) == 2


@pytest.mark.parametrize(
    "pieces",
    [
        ["and ", "so ", "on "] * 10_000,
        [f"{TRUE} [1]. "] * 10_000,
        [f"The pope has {n} hats [1]. " for n in range(10_000)],
    ],
    ids=["without an end", "in circles", "always something new"],
)
def test_a_model_that_does_not_stop_is_stopped(library: Library, pieces: list[str]) -> None:
    model = FakeChatModel(pieces=pieces)

    answer = with_model(library, model).ask(QUESTION)

    assert model.said < 1_000
    assert TRUE in shown(answer)
    assert "pope" not in shown(answer)


def test_what_a_model_said_before_it_broke_off_is_shown_and_the_rest_explained(library: Library) -> None:
    answer = asked(library, f"{TRUE} [1][2][3]. It then ", error=ConnectionResetError("gone"))

    assert shown(answer).rstrip(".") == TRUE
    assert "stopped before it was done" in answer.notice


def test_of_a_model_that_is_slow_each_sentence_is_shown_as_soon_as_it_is_written(library: Library) -> None:
    model = FakeChatModel(pieces=[f"{TRUE} [1][2][3]. The pope spoke ", "in Manila [1]."], hold_after=1)
    answers = with_model(library, model).stream(QUESTION)

    first = next(answers)
    model.go_on.set()
    *_, last = answers

    assert shown(first) == shown(last) == f"{TRUE}."
    assert last.notice == "1 sentence was left out because the articles do not bear it out."


def test_what_the_request_took_stands_beside_the_times(library: Library) -> None:
    model = FakeChatModel(pieces=[f"{TRUE} [1]."])

    answer = with_model(library, model, prices=Prices(sent=2.0, written=10.0)).ask(QUESTION)

    usage = answer.written.usage if answer.written else None
    assert usage is not None
    assert {name: answer.timings[name] for name in TOOK} == {
        "tokens_in": usage.tokens_in,
        "tokens_out": usage.tokens_out,
        "cost": usage.cost,
    }
    assert answer.timings["first_sentence"] <= answer.timings["total"]

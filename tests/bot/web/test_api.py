from __future__ import annotations

from dataclasses import replace

import pytest
from fastapi.testclient import TestClient

from bot.articlebot import ArticleBot
from bot.web.opening import Opening
from bot.web.server import create_app
from tests.bots import bot_over
from tests.fakes import FakeAnswerer
from tests.waiting import LONGEST
from vectorstore.errors import LibraryLocked
from vectorstore.library import Library

QUESTION = "What did the council vote about the old bridge?"


def test_a_question_is_answered_as_in_python(client: TestClient, bot: ArticleBot) -> None:
    answer = bot.ask(QUESTION, as_of="2026-11-24").to_dict()

    told = client.post("/api/ask", json={"question": QUESTION, "as_of": "2026-11-24"}).json()

    assert {**told, "timings": None} == {**answer, "timings": None}
    assert told["citations"][0]["article"]["id"] == "bridge"


def test_a_question_can_be_narrowed_and_follow_another(client: TestClient) -> None:
    asked = {
        "question": "And what did it vote?",
        "conversation": [{"question": "What of the old bridge?", "answer": "The council met.", "articles": ["bridge"]}],
        "since": "2026-11-01",
        "sources": ["The Courier"],
    }

    query = client.post("/api/ask", json=asked).json()["query"]

    plain = client.post("/api/ask", json={**asked, "without": ["conversation"]}).json()["query"]

    assert "bridge" in query["text"]
    assert plain["text"] == asked["question"]
    assert query["since"] == "2026-11-01T00:00:00+00:00"
    assert query["sources"] == ["The Courier"]


@pytest.mark.parametrize("question", ["", "   ", "why " * 5_000])
def test_a_question_that_cannot_be_asked_is_refused_in_a_sentence(client: TestClient, question: str) -> None:
    response = client.post("/api/ask", json={"question": question})

    assert response.status_code == 422
    assert response.json()["error"].startswith("the question ")


def test_a_date_that_cannot_be_read_is_refused_in_a_sentence(client: TestClient) -> None:
    response = client.post("/api/ask", json={"question": QUESTION, "as_of": "soon enough"})

    assert response.status_code == 422
    assert "soon enough" in response.json()["error"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"outlet": "x"}, "outlet: there is no such field"),
        ({"strictness": 2}, "strictness: Input should be less than or equal to 1"),
        ({"strictness": "high"}, "strictness: Input should be a valid number"),
        ({"unsupported": "kept"}, "unsupported: Input should be 'dropped' or 'struck'"),
        ({"sources": "The Courier"}, "sources: Input should be a valid tuple"),
        ({"conversation": [{"answer": "It met."}]}, "conversation.0.question: Field required"),
        ({"without": ["dates"]}, "a question can be asked without conversation, period, outlets, not 'dates'"),
    ],
)
def test_what_is_wrong_with_a_request_is_named(client: TestClient, given: dict[str, object], said: str) -> None:
    response = client.post("/api/ask", json={"question": QUESTION, **given})

    assert response.status_code == 422
    assert response.json()["error"].startswith(said)


def test_what_is_no_json_is_refused_in_a_sentence(client: TestClient) -> None:
    response = client.post("/api/ask", content="{", headers={"content-type": "application/json"})

    assert response.status_code == 422
    assert "JSON" in response.json()["error"]


def test_how_strictly_and_what_becomes_of_the_unsupported_hold_for_one_answer(bot: ArticleBot) -> None:
    writer = FakeAnswerer(["It voted to keep the old bridge open.", "France built 900 bridges in Toulouse."])
    opening = Opening(lambda: replace(bot, answerer=writer))
    with TestClient(create_app(opening), base_url="http://127.0.0.1") as client:
        asked = {"question": QUESTION, "strictness": 0}
        strict, dropped, struck = (
            client.post("/api/ask", json={**asked, **given}).json()
            for given in ({"question": "Who painted the ceiling?", "strictness": 1}, {}, {"unsupported": "struck"})
        )

    assert strict["refusal"] is not None
    assert (dropped["refusal"], dropped["struck"]) == (None, [])
    assert [sentence["text"] for sentence in struck["struck"]] == ["France built 900 bridges in Toulouse."]


def test_the_articles_are_listed_newest_first(client: TestClient) -> None:
    told = client.get("/api/articles", params={"limit": 1}).json()

    assert told["total"] == 2
    assert [article["id"] for article in told["articles"]] == ["ferry"]
    assert told["articles"][0]["published"] == "2026-11-22T00:00:00+00:00"


def test_the_articles_of_an_outlet_and_a_period_are_listed(client: TestClient) -> None:
    told = client.get("/api/articles", params={"source": "The Courier", "until": "2026-11-20"}).json()

    assert [article["id"] for article in told["articles"]] == ["bridge"]


def test_health_says_that_the_bot_is_ready(client: TestClient) -> None:
    assert client.get("/api/health").json() == {"status": "ready", "detail": ""}


def test_health_says_why_there_is_no_bot() -> None:
    def load() -> ArticleBot:
        raise LibraryLocked("another process owns data")

    opening = Opening(load)
    opening.failure(within=LONGEST)
    with TestClient(create_app(opening), base_url="http://127.0.0.1") as client:
        health = client.get("/api/health")
        asked = client.post("/api/ask", json={"question": QUESTION})

    assert health.status_code == asked.status_code == 503
    assert health.json() == {"status": "failed", "detail": "another process owns data"}
    assert asked.json() == {"error": "another process owns data"}


def test_an_empty_library_says_what_to_do(library: Library) -> None:
    bot = bot_over(library)
    with TestClient(create_app(Opening(lambda: bot)), base_url="http://127.0.0.1") as client:
        response = client.post("/api/ask", json={"question": QUESTION})

    assert response.status_code == 409
    assert "python -m bot ingest" in response.json()["error"]

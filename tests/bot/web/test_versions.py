from __future__ import annotations

from dataclasses import replace

from fastapi.testclient import TestClient

from bot.articlebot import ArticleBot

QUESTION = "What did the council vote about the old bridge?"


def test_an_article_is_given_as_it_is_and_as_it_was(client: TestClient, bot: ArticleBot) -> None:
    before = bot.library.article("bridge")
    list(bot.library.ingest([replace(before, text="The bridge was closed.")]))

    now = client.get("/api/article", params={"id": "bridge"}).json()
    then = client.get("/api/article", params={"id": "bridge", "version": 1}).json()

    assert (now["text"], then["text"]) == ("The bridge was closed.", before.text)
    assert [version["version"] for version in now["versions"]] == [1, 2]
    assert now["addresses"] == []
    assert client.get("/api/article", params={"id": "nobody"}).status_code == 404


def test_a_kept_answer_is_told_what_changed_since(client: TestClient, bot: ArticleBot) -> None:
    kept = client.post("/api/ask", json={"question": QUESTION, "as_of": "2026-11-24"}).json()
    same = client.post("/api/changed", json=kept).json()
    article = bot.library.article("bridge")
    list(bot.library.ingest([replace(article, text=article.text + " It rained.")]))

    (change,) = client.post("/api/changed", json=kept).json()["changed"]

    assert same == {"changed": []}
    assert (change["article"]["version"], change["present"]["version"]) == (1, 2)
    assert change["difference"][-1] == {"kind": "added", "text": " It rained."}
    assert change["unsaid"] == []


def test_what_is_no_answer_is_refused_in_a_sentence(client: TestClient) -> None:
    response = client.post("/api/changed", json={"question": QUESTION})

    assert response.status_code == 422
    assert "there are no citations in it" in response.json()["error"]

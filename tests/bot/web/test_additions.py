from __future__ import annotations

import json
from typing import Any

import pytest
from fastapi.testclient import TestClient

from bot.articlebot import ArticleBot
from bot.settings import Settings
from bot.web.accounts import password_hash
from bot.web.additions import BINARY, INCOMING, safe_name
from bot.web.opening import Opening
from bot.web.server import create_app

BOATS = b"Boats sink\n\nTwo boats sank near Westport on Sunday. Nobody was hurt, the harbour master said."


def add(client: TestClient, name: str, content: bytes, kind: str = BINARY) -> list[dict[str, Any]]:
    response = client.post("/api/library/files", params={"name": name}, content=content, headers={"content-type": kind})
    return [json.loads(line) for line in response.text.splitlines()]


def test_a_file_is_added_once_and_nothing_of_it_stays_behind(client: TestClient, bot: ArticleBot) -> None:
    first, again = add(client, "boats.txt", BOATS), add(client, "boats.txt", BOATS)

    assert [step["outcome"] for step in (*first, *again)] == ["added", "unchanged"]
    assert "Two boats sank" in bot.library.article(first[0]["id"]).text
    assert list((bot.library.folder / INCOMING).rglob("*")) == []


def test_a_file_that_cannot_be_read_is_told_by_its_name_alone(client: TestClient, bot: ArticleBot) -> None:
    (step,) = add(client, "../../../etc/boats.docx", b"no document")

    assert (step["outcome"], step["place"]) == ("failed", "boats.docx")
    assert step["reason"]
    assert list((bot.library.folder / INCOMING).rglob("*")) == []


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("report.pdf", "report.pdf"),
        ("../../etc/passwd", "passwd"),
        ("C:\\files\\a.txt", "a.txt"),
        (".bashrc", "bashrc"),
        ("a\x00b\n.txt", "ab.txt"),
        ("", "article"),
        ("..", "article"),
        ("é" * 500 + ".html", "é" * 50 + ".html"),
    ],
)
def test_a_name_is_never_a_path(given: str, kept: str) -> None:
    assert safe_name(given) == kept


def test_a_file_that_is_too_large_is_refused(opening: Opening) -> None:
    settings = Settings(largest_file_mb=1)
    with TestClient(create_app(opening, settings), base_url="http://127.0.0.1") as client:
        response = client.post(
            "/api/library/files?name=a.txt", content=b"x" * 1_000_001, headers={"content-type": BINARY}
        )

    assert response.status_code == 422
    assert "more than 1 MB" in response.json()["error"]


def test_a_file_sent_as_a_form_of_another_site_can_be_is_refused(client: TestClient) -> None:
    response = client.post("/api/library/files?name=a.txt", content=BOATS, headers={"content-type": "text/plain"})

    assert response.status_code == 422


def test_a_text_is_added_with_what_is_known_of_it(client: TestClient, bot: ArticleBot) -> None:
    told = {"text": BOATS.decode(), "title": "Boats", "source": "Herald", "published": "2026-11-24"}

    (step,) = map(json.loads, client.post("/api/library/text", json=told).text.splitlines())

    article = bot.library.article(step["id"])
    assert (article.title, article.source, str(article.published)[:10]) == ("Boats", "Herald", "2026-11-24")
    assert client.post("/api/library/text", json={"text": " "}).json()["outcome"] == "failed"


@pytest.mark.parametrize("address", ["/etc/passwd", "file:///etc/passwd", "http://127.0.0.1/"])
@pytest.mark.parametrize("follow", [False, True])
def test_no_place_on_this_machine_or_its_network_is_added(client: TestClient, address: str, follow: bool) -> None:
    told = {"address": address, "follow": follow}

    (step,) = map(json.loads, client.post("/api/library/addresses", json=told).text.splitlines())

    assert step["outcome"] == "failed"


def test_an_article_is_removed(client: TestClient) -> None:
    assert client.delete("/api/library/articles", params={"id": "ferry"}).status_code == 200
    assert client.delete("/api/library/articles", params={"id": "ferry"}).status_code == 404
    assert client.get("/api/articles").json()["total"] == 1


def test_a_source_that_is_not_followed_cannot_be_removed(client: TestClient) -> None:
    assert client.delete("/api/library/sources", params={"place": "https://x.example/"}).status_code == 404


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_only_the_admin_changes_the_library(opening: Opening, host: str) -> None:
    users = {"ann": password_hash("of ann"), "bob": password_hash("of bob")} if host == "127.0.0.1" else {}
    app = create_app(opening, Settings(users=users, admin="ann" if users else ""), host)
    with TestClient(app, base_url="http://127.0.0.1", follow_redirects=False) as client:
        if users:
            client.post("/sign-in", data={"name": "bob", "password": "of bob"})
        refused = [
            client.post("/api/library/files?name=a.txt", content=BOATS, headers={"content-type": BINARY}),
            client.post("/api/library/text", json={"text": "x"}),
            client.post("/api/library/addresses", json={"address": "https://x.example"}),
            client.post("/api/library/sources/refresh"),
            client.delete("/api/library/articles?id=ferry"),
            client.delete("/api/library/sources?place=x"),
        ]
        if users:
            client.post("/sign-in", data={"name": "ann", "password": "of ann"})
            assert client.delete("/api/library/articles?id=ferry").status_code == 200

    assert [response.status_code for response in refused] == [403] * 6

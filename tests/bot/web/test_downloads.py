from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient

from bot.conversations.kept import NO_FILTERS, Exchange
from bot.web.opening import Opening
from tests.factories import answer, article, day


@pytest.fixture
def id(opening: Opening) -> str:
    store = opening.kept.result()
    id = store.begin("", "What of ”it”?", day("2026-11-24"), NO_FILTERS)
    store.put("", id, 0, Exchange(question="What of it?", answer=answer()), day("2026-11-24"))
    return id


@pytest.mark.parametrize(
    ("ending", "kind"), [("md", "text/markdown"), ("html", "text/html"), ("json", "application/json")]
)
def test_a_conversation_is_a_file_with_its_citations(client: TestClient, id: str, ending: str, kind: str) -> None:
    response = client.get(f"/conversations/{id}.{ending}")

    assert response.headers["content-type"].startswith(kind)
    assert response.headers["content-disposition"] == f"attachment; filename*=UTF-8''What-of-it.{ending}"
    assert "It voted to keep the old bridge open." in response.text
    assert "The Courier" in response.text


@pytest.mark.parametrize("ending", ["md", "html", "json"])
def test_a_file_tells_what_became_of_the_articles(client: TestClient, opening: Opening, id: str, ending: str) -> None:
    list(opening.opened.result().library.ingest([article(text="It was <b>closed</b>.")]))

    told = client.get(f"/conversations/{id}.{ending}").text

    if ending == "json":
        ((change,),) = [exchange["since"] for exchange in json.loads(told)["exchanges"]]
        assert change["unsaid"] == [1]
    else:
        assert "It no longer says what" in told
        assert "<b>closed" not in told


def test_what_is_shared_is_a_page_without_scripts_until_it_is_shared_no_more(
    client: TestClient, opening: Opening, id: str
) -> None:
    secret = opening.kept.result().share("", id, True)

    page = client.get(f"/shared/{secret}")
    opening.kept.result().share("", id, False)

    assert "It voted to keep the old bridge open." in page.text
    assert "<script" not in page.text
    assert client.get(f"/shared/{secret}").status_code == 404


def test_a_shared_page_tells_what_became_of_its_articles(client: TestClient, opening: Opening, id: str) -> None:
    secret = opening.kept.result().share("", id, True)
    list(opening.opened.result().library.ingest([article(text="It was <b>closed</b>.")]))

    page = client.get(f"/shared/{secret}").text

    assert "It no longer says what [1] quotes." in page
    assert "closed" not in page


@pytest.mark.parametrize("address", ["/conversations/none.md", "/conversations/x.exe", "/shared/none"])
def test_what_is_not_there_is_not_found(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404


def test_who_follows_an_address_that_is_shared_no_more_sees_a_page_that_says_so(client: TestClient) -> None:
    shown = client.get("/shared/none", headers={"accept": "text/html,*/*;q=0.8"})
    told = client.get("/shared/none", headers={"accept": "application/json"})

    assert shown.status_code == told.status_code == 404
    assert "There is no conversation here: it was deleted, or is no longer shared" in shown.text
    assert 'href="/"' in shown.text
    assert told.json() == {"error": "there is no conversation here: it was deleted, or is no longer shared"}

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from fastapi.testclient import TestClient

from bot.settings import Settings
from bot.web import text
from bot.web.accounts import password_hash
from bot.web.opening import Opening
from bot.web.server import create_app

USERS = {"ann": password_hash("of ann"), "bob": password_hash("of bob")}
ASKED = {"question": "What did the council vote about the old bridge?"}


@contextmanager
def client_of(opening: Opening, host: str = "127.0.0.1", **given: object) -> Iterator[TestClient]:
    settings = Settings.model_validate({"users": USERS, "admin": "ann", **given})
    with TestClient(create_app(opening, settings, host), base_url="http://127.0.0.1", follow_redirects=False) as client:
        yield client


def sign_in(client: TestClient, name: str, password: str) -> int:
    return client.post("/sign-in", data={"name": name, "password": password}).status_code


@pytest.mark.parametrize(
    "address", ["/config", "/api/articles", "/gradio_api/info", "/conversations/x.md", "/theme.css"]
)
def test_nothing_is_there_for_who_has_not_signed_in(opening: Opening, address: str) -> None:
    with client_of(opening) as client:
        assert client.get(address).status_code == 401
        assert client.get("/").headers["location"] == "/sign-in"
        assert client.post("/api/ask", json=ASKED).status_code == 401
        assert client.get("/api/health").status_code == 200


def test_who_follows_an_address_in_a_browser_is_led_to_sign_in_first(opening: Opening) -> None:
    with client_of(opening) as client:
        led = client.get("/conversations/x.md", headers={"accept": "text/html"})

        assert (led.status_code, led.headers["location"]) == (303, "/sign-in")


def test_who_signs_in_asks_until_signing_out(opening: Opening) -> None:
    with client_of(opening) as client:
        assert sign_in(client, "bob", "of bob") == 303
        assert client.get("/").status_code == 200
        assert client.post("/api/ask", json=ASKED).status_code == 200
        client.post("/sign-out")

        assert client.post("/api/ask", json=ASKED).status_code == 401


def test_a_wrong_password_is_told_and_guessing_is_slowed(opening: Opening) -> None:
    with client_of(opening) as client:
        wrong = client.post("/sign-in", data={"name": "ann", "password": "of bob"})
        strange = client.post("/sign-in", data={"name": '"><script>', "password": "of bob"})
        statuses = [sign_in(client, "ann", "guess") for _ in range(9)]

        assert wrong.status_code == 401
        assert text.SIGN_IN_WRONG in wrong.text
        assert 'name="name" value="ann"' in wrong.text
        assert 'value="&quot;&gt;&lt;script&gt;"' in strange.text
        assert statuses[-1] == 429
        assert sign_in(client, "ann", "of ann") == 429


def test_one_person_asks_no_more_than_allowed_and_no_other_is_kept_waiting(opening: Opening) -> None:
    with client_of(opening, questions_per_minute=1) as client:
        sign_in(client, "bob", "of bob")
        statuses = [client.post("/api/ask", json=ASKED).status_code for _ in range(2)]
        sign_in(client, "ann", "of ann")

        assert statuses == [200, 429]
        assert client.post("/api/ask", json=ASKED).status_code == 200


def test_a_page_of_another_place_gets_nothing_done(client: TestClient) -> None:
    here = client.post("/api/ask", json=ASKED, headers={"origin": "http://127.0.0.1"})
    elsewhere = client.post("/api/ask", json=ASKED, headers={"origin": "https://hostile.example"})

    assert (here.status_code, elsewhere.status_code) == (200, 403)

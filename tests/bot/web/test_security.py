from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256

import pytest
from fastapi.testclient import TestClient

from bot.web.security import HEADERS


@pytest.mark.parametrize("address", ["/", "/api/health", "/favicon.ico", "/config", "/not-there"])
def test_every_response_forbids_outside_requests_and_framing(client: TestClient, address: str) -> None:
    response = client.get(address)

    assert {name: response.headers[name] for name in HEADERS} == HEADERS
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "connect-src 'self';" in policy
    assert "frame-ancestors 'none'" in policy
    assert "http" not in policy


def test_the_page_allows_its_own_scripts_and_no_other(client: TestClient) -> None:
    response = client.get("/")

    scripts = re.findall(r"<script(?![^>]*src=)[^>]*>(.*?)</script>", response.text, re.DOTALL)
    allowed = re.findall(r"'(sha256-[^']+)'", response.headers["content-security-policy"])

    assert "'unsafe-inline'" not in response.headers["content-security-policy"].split("style-src")[0]
    assert allowed == [f"sha256-{b64encode(sha256(script.encode()).digest()).decode()}" for script in scripts]


@pytest.mark.parametrize(
    "address",
    [
        "/gradio_api/upload",
        "/gradio_api/file=/etc/passwd",
        "/gradio_api/proxy=https://example.org/",
        "/gradio_api/component_server",
        "/file=/etc/passwd",
        "/monitoring",
    ],
)
def test_what_reads_files_or_reaches_out_is_closed(client: TestClient, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.post(address).status_code == 404


def test_no_address_reaches_the_disk(client: TestClient) -> None:
    routes = ["/static", "/assets", "/svelte", "/custom_component", "/shared", "/evaluation/report", "/conversations"]
    routes += ["//gradio_api/file=", "/gradio_api//file=", "/%67radio_api/file=", "/gradio_api/FILE=", "/file"]
    places = ["/etc/passwd", "//etc/passwd", "..%2f" * 6 + "etc%2fpasswd", "/%2e%2e" * 6 + "/etc/passwd"]
    for address in (f"{route}{place}" for route in routes for place in [*places, "file:///etc/passwd"]):
        response = client.get(address)

        assert "root:" not in response.text, address
        assert response.status_code in (400, 403, 404, 405, 422), address


def test_another_name_for_this_machine_is_not_answered(client: TestClient) -> None:
    assert client.get("/api/health", headers={"host": "rebound.example"}).status_code == 400


def test_a_question_sent_as_a_form_from_elsewhere_is_not_answered(client: TestClient) -> None:
    response = client.post("/api/ask", content='{"question": "x"}', headers={"content-type": "text/plain"})

    assert response.status_code == 422

from __future__ import annotations

import pytest

from bot.web.links import link_to_quote, safe_url


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "data:text/html,<script>alert(1)</script>",
        "//evil.example/x",
        "file:///etc/passwd",
        "ftp://a.example/",
        "http://",
        "http://[broken",
        "/local",
        "",
    ],
)
def test_only_ordinary_web_addresses_are_linked(url: str) -> None:
    assert safe_url(url) == ""
    assert link_to_quote(url, "some words") == ""


def test_a_short_quote_is_pointed_at_whole() -> None:
    link = link_to_quote("https://a.example/x?y=1", "It rose, by 3-4 %.")

    assert link == "https://a.example/x?y=1#:~:text=It%20rose%2C%20by%203%2D4%20%25."


def test_a_long_quote_is_pointed_at_by_its_ends() -> None:
    words = " ".join(f"word{n}" for n in range(40))

    link = link_to_quote("https://a.example/", words)

    assert link.endswith("#:~:text=word0%20word1%20word2%20word3%20word4,word35%20word36%20word37%20word38%20word39")


def test_a_fragment_that_is_there_is_kept() -> None:
    assert link_to_quote("https://a.example/#part", "words") == "https://a.example/#part:~:text=words"

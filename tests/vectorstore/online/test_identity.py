from __future__ import annotations

import pytest

from vectorstore.online.identity import believed, id_at


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://news.example/a", "https://www.news.example/a/"),
        ("https://news.example/a?utm_source=x&b=1", "https://news.example/a?b=1#top"),
        ("https://NEWS.example:443/a", "https://news.example/a"),
    ],
)
def test_addresses_that_differ_in_nothing_that_matters_are_one(one: str, other: str) -> None:
    assert id_at(one) == id_at(other)


@pytest.mark.parametrize("other", ["https://news.example/b", "https://news.example/a?id=2", "https://news.test/a"])
def test_other_addresses_are_others(other: str) -> None:
    assert id_at("https://news.example/a") != id_at(other)


def test_the_articles_of_one_file_are_told_apart() -> None:
    ids = {id_at("https://news.example/all.jsonl", within) for within in ("", "one", "two")}

    assert len(ids) == 3
    assert all(id.startswith("all~") for id in ids)


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("/bridge", "https://www.news.example/bridge"),
        ("https://m.news.example/bridge", "https://m.news.example/bridge"),
        ("https://other.example/bridge", ""),
        ("https://www.news.example/", ""),
        ("javascript:alert(1)", ""),
        ("http://[", ""),
    ],
)
def test_an_address_is_believed_about_its_own_site_and_never_to_be_the_front_page(said: str, url: str) -> None:
    assert believed(said, "https://www.news.example/2025/a.html") == url

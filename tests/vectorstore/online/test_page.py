from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from tests.factories import day
from vectorstore.errors import UnreadableFile
from vectorstore.fetch.client import Fetched
from vectorstore.online.listing import Entry
from vectorstore.online.page import Pages, article_of, id_at

TEXT = "The council met on Monday and voted to keep the old bridge open, the mayor said in the hall. " * 4
AT = "https://www.news.example/2025/bridge.html?utm_source=x"


def fetched(head: str = "", *, at: str = AT, charset: str = "", text: str = TEXT) -> Fetched:
    page = f"<html><head>{head}</head><body><article><p>{text}</p></article></body></html>"
    return Fetched(address=at, content=page.encode(charset or "utf-8"), kind="text/html", charset=charset)


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    with closing(Pages()) as pages:
        yield pages


def canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def test_an_article_is_known_by_the_address_that_its_page_names(pages: Pages) -> None:
    here = pages.article_at(fetched(canonical("https://www.news.example/bridge")))
    there = pages.article_at(fetched(canonical("/bridge"), at="https://m.news.example/amp/bridge?ref=1"))

    assert here.url == "https://www.news.example/bridge"
    assert here.id == id_at("https://www.news.example/bridge")
    assert there.url == "https://m.news.example/bridge"


@pytest.mark.parametrize(
    "said",
    ["https://elsewhere.example/bridge", "https://www.news.example/", "javascript:alert(1)", "", "http://[", "#top"],
)
def test_an_address_that_a_page_cannot_have_is_not_believed(said: str, pages: Pages) -> None:
    assert pages.article_at(fetched(canonical(said))).url == "https://www.news.example/2025/bridge.html"


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


def test_what_a_page_tells_comes_before_what_the_list_tells_of_it(pages: Pages) -> None:
    head = (
        "<title>Bridge stays open</title><meta property='og:site_name' content='The Courier'>"
        "<meta name='author' content='Jane Doe'>"
        "<meta property='article:published_time' content='2025-11-03T10:00:00Z'>"
    )
    entry = Entry(address=AT, title="Other", author="Other", outlet="Other", published=day("2020-01-01"))

    article = pages.article_at(fetched(head), entry)

    assert (article.title, article.author, article.source, article.published) == (
        "Bridge stays open",
        "Jane Doe",
        "The Courier",
        datetime(2025, 11, 3, 10, tzinfo=UTC),
    )


def test_what_a_page_does_not_tell_the_list_may(pages: Pages) -> None:
    entry = Entry(address=AT, title="Bridge", author="Jane Doe", outlet="The Courier", published=day("2025-11-03"))

    article = pages.article_at(fetched(), entry)

    assert (article.title, article.author, article.source, article.published) == (
        "Bridge",
        "Jane Doe",
        "The Courier",
        day("2025-11-03"),
    )


def test_what_nobody_tells_stays_unknown_and_the_outlet_is_the_host(pages: Pages) -> None:
    article = pages.article_at(fetched())

    assert (article.title, article.author, article.source, article.published) == ("", "", "news.example", None)


def test_the_encoding_that_the_server_names_is_taken(pages: Pages) -> None:
    article = pages.article_at(fetched(charset="iso-8859-2", text="Zażółć gęślą jaźń. " * 20))

    assert article.text.startswith("Zażółć gęślą jaźń.")


def test_a_plain_text_is_an_article_too(pages: Pages) -> None:
    page = Fetched(address="https://news.example/a.txt", content=b"Bridge\n\nThe council met.\n", kind="text/plain")

    article = pages.article_at(page)

    assert (article.title, article.text) == ("Bridge", "The council met.")


def test_an_entry_that_holds_the_whole_article_is_one() -> None:
    entry = Entry(address="https://news.example/a", title="Bridge", outlet="The Courier", text="The council met.")

    article = article_of(entry)

    assert (article.id, article.url, article.title, article.source, article.text) == (
        id_at("https://news.example/a"),
        "https://news.example/a",
        "Bridge",
        "The Courier",
        "The council met.",
    )


def test_a_page_that_no_reader_survives_is_named_and_the_next_is_read(pages: Pages) -> None:
    deep = Fetched(address=AT, content=b"<div>" * 3_000_000 + b"x", kind="text/html")

    with pytest.raises(UnreadableFile):
        pages.article_at(deep)

    assert pages.article_at(fetched()).text.startswith("The council met")

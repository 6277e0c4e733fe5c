from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime

import pytest

from tests.factories import day
from tests.vectorstore.readers.files import chapter, docx, epub, message, packed, pdf
from vectorstore.errors import UnreadableFile
from vectorstore.fetch.client import Fetched
from vectorstore.fetch.content import ending_of
from vectorstore.online.identity import id_at
from vectorstore.online.listing import Entry
from vectorstore.online.page import Pages, article_of
from vectorstore.types import Article, Failure

TEXT = "The council met on Monday and voted to keep the old bridge open, the mayor said in the hall. " * 4
AT = "https://www.news.example/2025/bridge.html?utm_source=x"


def fetched(head: str = "", *, at: str = AT, charset: str = "", text: str = TEXT) -> Fetched:
    page = f"<html><head>{head}</head><body><article><p>{text}</p></article></body></html>"
    return Fetched(address=at, content=page.encode(charset or "utf-8"), kind="text/html", charset=charset)


def file(name: str, content: bytes, kind: str, charset: str = "") -> Fetched:
    ending = ending_of(kind, (name,))
    return Fetched(address=f"https://news.example/{name}", content=content, kind=kind, charset=charset, ending=ending)


def article_at(pages: Pages, fetched: Fetched, entry: Entry | None = None) -> Article:
    """The one article in what was fetched."""
    (article,) = pages.articles_at(fetched, entry)
    assert isinstance(article, Article)
    return article


@pytest.fixture(scope="module")
def pages() -> Iterator[Pages]:
    with closing(Pages()) as pages:
        yield pages


def canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def test_an_article_is_known_by_the_address_that_its_page_names(pages: Pages) -> None:
    here = article_at(pages, fetched(canonical("https://www.news.example/bridge")))
    there = article_at(pages, fetched(canonical("/bridge"), at="https://m.news.example/amp/bridge?ref=1"))

    assert here.url == "https://www.news.example/bridge"
    assert here.id == id_at("https://www.news.example/bridge")
    assert there.url == "https://m.news.example/bridge"


@pytest.mark.parametrize(
    "said",
    ["https://elsewhere.example/bridge", "https://www.news.example/", "javascript:alert(1)", "", "http://[", "#top"],
)
def test_an_address_that_a_page_cannot_have_is_not_believed(said: str, pages: Pages) -> None:
    assert article_at(pages, fetched(canonical(said))).url == "https://www.news.example/2025/bridge.html"


def test_what_a_page_tells_comes_before_what_the_list_tells_of_it(pages: Pages) -> None:
    head = (
        "<title>Bridge stays open</title><meta property='og:site_name' content='The Courier'>"
        "<meta name='author' content='Jane Doe'>"
        "<meta property='article:published_time' content='2025-11-03T10:00:00Z'>"
    )
    entry = Entry(address=AT, title="Other", author="Other", outlet="Other", published=day("2020-01-01"))

    article = article_at(pages, fetched(head), entry)

    assert (article.title, article.author, article.source, article.published) == (
        "Bridge stays open",
        "Jane Doe",
        "The Courier",
        datetime(2025, 11, 3, 10, tzinfo=UTC),
    )


def test_what_a_page_does_not_tell_the_list_may(pages: Pages) -> None:
    entry = Entry(address=AT, title="Bridge", author="Jane Doe", outlet="The Courier", published=day("2025-11-03"))

    article = article_at(pages, fetched(), entry)

    assert (article.title, article.author, article.source, article.published) == (
        "Bridge",
        "Jane Doe",
        "The Courier",
        day("2025-11-03"),
    )


def test_what_nobody_tells_stays_unknown_and_the_outlet_is_the_host(pages: Pages) -> None:
    article = article_at(pages, fetched())

    assert (article.title, article.author, article.source, article.published) == ("", "", "news.example", None)


def test_the_encoding_that_the_server_names_is_taken(pages: Pages) -> None:
    article = article_at(pages, fetched(charset="iso-8859-2", text="Zażółć gęślą jaźń. " * 20))

    assert article.text.startswith("Zażółć gęślą jaźń.")


def test_a_plain_text_is_an_article_too(pages: Pages) -> None:
    article = article_at(pages, file("a.txt", b"Bridge\n\nThe council met.\n", "text/plain"))

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
        article_at(pages, deep)

    assert article_at(pages, fetched()).text.startswith("The council met")


@pytest.mark.parametrize(
    ("name", "kind", "content"),
    [
        ("report.pdf", "application/pdf", pdf([["Bridge stays", "", TEXT]])),
        ("report", "text/html", pdf([["Bridge stays", "", TEXT]])),
        ("report.pdf", "application/pdf", fetched().content),
        ("report.docx", "application/octet-stream", docx("Bridge stays", TEXT)),
        ("report.eml", "message/rfc822", message(text=TEXT, subject="Bridge stays", sender="desk@news.example")),
        ("report.md", "text/plain", f"# Bridge stays\n\n{TEXT}".encode()),
        ("report.json", "application/json", json.dumps({"text": TEXT, "id": "bridge~1"}).encode()),
    ],
)
def test_a_file_is_read_for_what_it_holds_and_known_by_its_address(
    pages: Pages, name: str, kind: str, content: bytes
) -> None:
    article = article_at(pages, file(name, content, kind), Entry(address="", outlet="The Courier"))

    assert "The council met on Monday and voted" in article.text
    assert article.id == id_at(f"https://news.example/{name}")
    assert (article.url, article.source) == (f"https://news.example/{name}", "The Courier")


def test_several_articles_of_a_file_are_known_by_where_they_stand_in_it(pages: Pages) -> None:
    records = [{"id": "bridge~1", "text": "The council met.", "url": "https://other.example/a"}, {"text": "It rained."}]
    lines = "\n".join(map(json.dumps, records)).encode()

    one, two = pages.articles_at(file("all.jsonl", lines, "application/x-ndjson"))
    again, _ = pages.articles_at(file("all.jsonl", lines + b'\n{"text": "It snowed."}', "text/plain"))[:2]

    assert isinstance(one, Article)
    assert isinstance(two, Article)
    assert one == again
    assert one.id.startswith("all~")
    assert (one.url, two.url) == ("https://other.example/a", "https://news.example/all.jsonl")
    assert len({one.id, two.id, "bridge~1", id_at("https://other.example/a")}) == 4


@pytest.mark.parametrize("said", ["http://[::1", "https://jane:secret@news.example/a", "javascript:alert(1)"])
def test_an_address_that_is_none_costs_a_record_its_address_and_no_more(pages: Pages, said: str) -> None:
    lines = "\n".join(json.dumps({"text": "It rained.", "url": url}) for url in (said, "https://a.example/1"))

    found = pages.articles_at(file("all.jsonl", lines.encode(), "application/jsonl"))

    assert [one.url for one in found if isinstance(one, Article)] == [
        "https://news.example/all.jsonl",
        "https://a.example/1",
    ]


def test_the_parts_of_a_package_are_articles_of_their_own_and_what_fails_is_named_by_the_address(pages: Pages) -> None:
    book = epub({"1.xhtml": chapter("One"), "2.xhtml": chapter("Two")})
    archive = packed({"a.txt": TEXT, "bad.docx": b"none", "book.epub": book})

    found = pages.articles_at(file("all.zip", archive, "application/zip"))

    articles = [one for one in found if isinstance(one, Article)]
    assert len({one.id for one in articles}) == len(articles) == 3
    (failure,) = [one for one in found if isinstance(one, Failure)]
    assert failure.place == "https://news.example/all.zip/bad.docx"


def test_a_file_that_is_damaged_is_named(pages: Pages) -> None:
    with pytest.raises(UnreadableFile, match="it is damaged or no PDF file"):
        pages.articles_at(file("a.pdf", b"%PDF-1.7 and no more", "application/pdf"))


@pytest.mark.parametrize("said", ["https://other.example/a", "https://news.example/"])
def test_a_file_is_not_believed_to_be_another_sites_or_the_front_page(pages: Pages, said: str) -> None:
    content = json.dumps({"text": TEXT, "url": said}).encode()

    article = article_at(pages, file("a.json", content, "application/json"))

    assert (article.id, article.url) == (id_at("https://news.example/a.json"), "https://news.example/a.json")


def test_the_encoding_that_the_server_names_is_taken_for_files_too(pages: Pages) -> None:
    lines = f'"text","title"\n"{"Zażółć gęślą jaźń. " * 20}","Gęś"\n'.encode("iso-8859-2")

    article = article_at(pages, file("a.csv", lines, "text/csv", "iso-8859-2"))

    assert article.title == "Gęś"


def test_no_more_is_taken_from_one_address_than_the_bound_and_that_is_told() -> None:
    lines = b'{"text": "It rained."}\n' * 3
    with closing(Pages(most=2)) as pages:
        found = pages.articles_at(file("all.jsonl", lines, "application/x-ndjson"))
        again = pages.articles_at(fetched())

    assert [type(one) for one in found] == [Article, Article, Failure]
    assert len(again) == 1

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.vectorstore.readers.files import docx, pdf
from tests.web_server import HOST, Reply, WebServer, serving
from vectorstore.fetch.client import Client
from vectorstore.fetch.polite import Polite
from vectorstore.online.places import read_places
from vectorstore.types import Article, Failure

TEXT = "The council met on Monday and voted to keep the old bridge open, the mayor said in the hall. " * 4
NS = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


@pytest.fixture
def web() -> Iterator[WebServer]:
    with serving(WebServer()) as web:
        for name in ("one", "two", "three"):
            body = f"<html><head><title>{name}</title></head><body><article><p>{TEXT}</p></article></body></html>"
            web.replies[f"/{name}"] = Reply(body=body.encode())
        yield web


def found(web: WebServer, *places: str, most: int = 500) -> list[str]:
    """Titles of articles, and what is said of failures."""
    return [one.title if isinstance(one, Article) else told(web, one) for one in items(web, *places, most=most)]


def items(web: WebServer, *places: str, most: int = 500) -> list[Article | Failure]:
    polite = Polite(fetcher=Client(allowed={HOST}, resolve=web.resolve), pause=0, sleep=lambda seconds: None)
    return list(read_places(places, polite, most))


def told(web: WebServer, failure: Failure) -> str:
    return f"{failure.place}: {failure.reason}".replace(web.url, "")


def sitemap(web: WebServer, *names: str) -> bytes:
    pages = "".join(f"<url><loc>{web.url}/{name}</loc></url>" for name in names)
    return f"<urlset {NS}>{pages}</urlset>".encode()


def test_an_address_gives_its_article(web: WebServer) -> None:
    assert found(web, f"{web.url}/one") == ["one"]


def test_files_and_addresses_may_be_given_together(web: WebServer, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ferry\n\nThe ferry sank.\n")

    assert found(web, f"{web.url}/one", str(tmp_path / "a.txt")) == ["Ferry", "one"]


def test_a_file_of_addresses_gives_the_articles_at_them_each_once(web: WebServer, tmp_path: Path) -> None:
    path = tmp_path / "addresses.txt"
    path.write_text(f"# mine\n{web.url}/one\n{web.url}/two\n{web.url}/one\nnonsense\n")

    assert found(web, str(path)) == ["one", "two", "nonsense: it begins with nothing: only http and https are fetched"]


def test_a_feed_gives_its_pages_and_what_fails_is_named(web: WebServer) -> None:
    items = "".join(f"<item><title>{name}</title><link>{web.url}/{name}</link></item>" for name in ("one", "lost"))
    body = f"<rss version='2.0'><channel><title>x</title>{items}</channel></rss>".encode()
    web.replies["/feed"] = Reply(body=body, kind="application/rss+xml")

    assert found(web, f"{web.url}/feed") == ["one", "/lost: there is nothing at this address any more (404)"]


@pytest.mark.parametrize(
    ("page", "why"),
    [
        (Reply(status=404), "there is nothing at this address any more (404)"),
        (Reply(status=503), "the server says to try later (503)"),
        (Reply(body=b"<html><body></body></html>"), "no text was found in the page"),
    ],
)
def test_of_a_page_that_cannot_be_had_what_the_feed_says_is_taken_and_marked(
    web: WebServer, page: Reply, why: str
) -> None:
    item = f"<item><title>Lost</title><link>{web.url}/lost</link><description>{TEXT[:93]}</description></item>"
    body = f"<rss version='2.0'><channel><title>x</title>{item}</channel></rss>".encode()
    web.replies |= {"/feed": Reply(body=body, kind="application/rss+xml"), "/lost": page}

    article, failure = items(web, f"{web.url}/feed")

    assert isinstance(article, Article)
    assert (article.title, article.text, article.abridged) == ("Lost", TEXT[:93].strip(), True)
    assert isinstance(failure, Failure)
    assert failure.reason == f"{why}; what the feed says of it is kept until the page can be read"


def test_a_packed_sitemap_behind_an_index_gives_its_pages(web: WebServer) -> None:
    index = f"<sitemapindex {NS}><sitemap><loc>{web.url}/a.xml.gz</loc></sitemap></sitemapindex>"
    web.replies["/sitemap.xml"] = Reply(body=index.encode(), kind="application/xml")
    web.replies["/a.xml.gz"] = Reply(body=gzip.compress(sitemap(web, "one", "two")), kind="application/x-gzip")

    assert found(web, f"{web.url}/sitemap.xml") == ["one", "two"]


def test_no_more_pages_than_the_bound_are_asked_for_and_the_rest_is_told(web: WebServer) -> None:
    web.replies["/sitemap.xml"] = Reply(body=sitemap(web, "one", "two", "three"), kind="application/xml")

    assert found(web, f"{web.url}/sitemap.xml", most=1) == [
        "one",
        "/sitemap.xml: 2 more pages were not asked for, beyond the 1 of ARTICLEBOT_FETCH_MOST",
    ]
    assert "/two" not in web.paths


def test_pages_found_go_by_robots_txt_and_an_address_that_somebody_named_does_not(web: WebServer) -> None:
    web.replies["/robots.txt"] = Reply(body=b"User-agent: *\nDisallow: /one\n", kind="text/plain")
    web.replies["/sitemap.xml"] = Reply(body=sitemap(web, "one", "two"), kind="application/xml")

    assert found(web, f"{web.url}/sitemap.xml") == [
        "/one: the site's robots.txt asks programs not to read it",
        "two",
    ]
    assert found(web, f"{web.url}/one") == ["one"]


def test_a_list_in_a_list_is_not_taken_for_an_article(web: WebServer) -> None:
    web.replies["/inner"] = Reply(body=sitemap(web, "one"), kind="application/xml")
    web.replies["/sitemap.xml"] = Reply(body=sitemap(web, "inner"), kind="application/xml")

    assert found(web, f"{web.url}/sitemap.xml") == ["/inner: it is a list of pages itself: add it by its own address"]


def test_a_page_without_text_is_named(web: WebServer) -> None:
    web.replies["/empty"] = Reply(body=b"<html><body></body></html>")

    assert found(web, f"{web.url}/empty") == ["/empty: no text was found in the page"]


def test_an_address_that_is_refused_is_named(web: WebServer) -> None:
    assert found(web, "http://jane:secret@news.example/") == [
        "http://jane:secret@news.example/: "
        "it carries a name or a password, which would be stored with the article: take it out"
    ]


def test_a_pdf_at_an_address_is_an_article_and_a_hostile_one_is_named(web: WebServer) -> None:
    web.replies["/report.pdf"] = Reply(body=pdf([[TEXT]], info="/Title (Report)"), kind="application/pdf")
    web.replies["/bomb.docx"] = Reply(
        body=docx(xml="<w:t>" + " " * 61_000_000 + "</w:t>"), kind="application/octet-stream"
    )
    web.replies["/trap.pdf"] = Reply(status=302, headers={"Location": "http://169.254.169.254/a.pdf"})

    bomb, trap, report = found(web, *(f"{web.url}/{name}" for name in ("bomb.docx", "trap.pdf", "report.pdf")))

    assert bomb == "/bomb.docx: a part of it unpacks to more than 60 MB"
    assert "which is not on the public internet" in trap
    assert report == "Report"


def test_a_feed_may_lead_to_files(web: WebServer) -> None:
    web.replies["/report.pdf"] = Reply(body=pdf([[TEXT]]), kind="application/pdf")
    item = f"<item><title>The report</title><link>{web.url}/report.pdf</link></item>"
    body = f"<rss version='2.0'><channel><title>x</title>{item}</channel></rss>".encode()
    web.replies["/feed"] = Reply(body=body, kind="application/rss+xml")

    assert found(web, f"{web.url}/feed") == ["The report"]

from __future__ import annotations

import httpx
import pytest

from vectorstore.fetch.content import ending_of, names_of, packed


@pytest.mark.parametrize(
    ("kind", "name", "ending"),
    [
        ("text/html", "/report.pdf", ".html"),
        ("application/pdf", "/get", ".pdf"),
        ("application/rss+xml", "/feed.json", ".xml"),
        ("text/plain", "/raw/article.md", ".md"),
        ("text/plain", "/raw/run.exe", ".txt"),
        ("text/plain", "/report.pdf", ".txt"),
        ("application/octet-stream", "/REPORT.DOCX", ".docx"),
        ("application/octet-stream", "/run.exe", ""),
        ("application/gzip", "/articles.jsonl.gz", ".jsonl"),
        ("application/gzip", "/backup.tar.gz", ".html"),
        ("image/png", "/report.pdf", ""),
        ("", "/report.pdf", ""),
    ],
)
def test_what_is_read_is_told_by_its_type_and_by_its_name_where_that_tells_too_little(
    kind: str, name: str, ending: str
) -> None:
    assert ending_of(kind, (name,)) == ending


def test_what_the_server_calls_a_file_comes_before_its_address() -> None:
    names = names_of(httpx.URL("https://news.example/get.txt?id=1"), 'attachment; filename="a.pdf"')

    assert names == ("a.pdf", "/get.txt")
    assert ending_of("application/octet-stream", names) == ".pdf"


@pytest.mark.parametrize(
    ("kind", "name", "is_packed"),
    [
        ("application/gzip", "/a.xml.gz", True),
        ("application/octet-stream", "/a.xml.GZ", True),
        ("application/octet-stream", "/a.xml", False),
        ("text/html", "/a.gz", False),
    ],
)
def test_a_packed_file_is_one_by_type_and_name(kind: str, name: str, is_packed: bool) -> None:
    assert packed(kind, (name,)) == is_packed

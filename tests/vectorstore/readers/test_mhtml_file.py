from __future__ import annotations

from pathlib import Path

import pytest

from tests.vectorstore.readers.files import TEXT, put, saved_page
from vectorstore.errors import UnreadableFile
from vectorstore.readers.mhtml_file import read_mhtml
from vectorstore.types import Article, Failure

ADDRESS = "https://example.org/bridge"
PAGE = f"<html><body><article><p>Café. {TEXT}</p></article></body></html>"


def article(folder: Path, content: bytes) -> Article:
    (one,) = read_mhtml(put(folder, "a.mhtml", content))
    assert not isinstance(one, Failure)
    return one.article


@pytest.mark.parametrize("encoding", ["quoted-printable", "base64"])
def test_the_page_is_read_and_its_address_and_title_are_those_it_was_saved_under(tmp_path: Path, encoding: str) -> None:
    found = article(tmp_path, saved_page(PAGE, ADDRESS, "Bridge stays open", encoding))

    assert (found.title, found.url) == ("Bridge stays open", ADDRESS)
    assert found.text == f"Café. {TEXT}".strip()


def test_when_a_page_was_saved_is_not_when_it_was_published(tmp_path: Path) -> None:
    assert article(tmp_path, saved_page(PAGE, ADDRESS)).published is None


def test_an_address_that_the_page_calls_its_own_counts_more(tmp_path: Path) -> None:
    page = PAGE.replace("<body>", '<head><link rel="canonical" href="https://example.org/a"></head><body>')

    assert article(tmp_path, saved_page(page, f"{ADDRESS}?from=mail")).url == "https://example.org/a"


def test_a_file_without_a_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="there is no page in it"):
        article(tmp_path, b"Subject: a\r\nContent-Type: text/css\r\n\r\nbody {}")

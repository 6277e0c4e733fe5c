from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.vectorstore.readers.files import TEXT, message, put
from vectorstore.errors import UnreadableFile
from vectorstore.readers.eml_file import read_eml
from vectorstore.types import Article, Failure

PAGE = f"<html><body><article><h1>The old bridge</h1><p>{TEXT}</p></article></body></html>"
SENT = "Fri, 20 Oct 2023 10:00:00 +0200"


def article(folder: Path, content: bytes) -> Article:
    one = next(iter(read_eml(put(folder, "a.eml", content))))
    assert not isinstance(one, Failure)
    return one.article


def test_the_headers_tell_title_author_and_when_it_was_sent(tmp_path: Path) -> None:
    sent = message(
        text="The council voted.",
        sender="Jane Doe <jane@example.org>",
        subject="Bridge stays open",
        headers={"Date": SENT, "Archived-At": "<https://example.org/7>", "Content-Language": "en-GB"},
    )

    found = article(tmp_path, sent)

    assert (found.title, found.author, found.url) == ("Bridge stays open", "Jane Doe", "https://example.org/7")
    assert found.published == datetime(2023, 10, 20, 8, tzinfo=UTC)
    assert (found.text, found.language) == ("The council voted.", "en")


def test_a_sender_that_is_an_outlet_is_the_outlet(tmp_path: Path) -> None:
    found = article(tmp_path, message(text="It voted.", subject="News", sender='"The Courier" <a@example.org>'))

    assert (found.source, found.author) == ("The Courier", "")


def test_the_page_in_a_message_is_read_before_its_plain_text(tmp_path: Path) -> None:
    found = article(tmp_path, message(PAGE, "See this in a browser.", subject="Bridge"))

    assert found.text == TEXT.strip()


def test_a_page_without_words_leaves_the_plain_text(tmp_path: Path) -> None:
    assert article(tmp_path, message("<html><img src=a></html>", "It voted.", subject="Bridge")).text == "It voted."


def test_headers_in_any_encoding_are_read(tmp_path: Path) -> None:
    lines = (
        b"Subject: =?iso-8859-1?q?Br=FCcke?=\r\nFrom: =?none?q?x?= <a@b.c>\r\nDate: someday\r\n\r\nSie stimmte ab.\r\n"
    )

    found = article(tmp_path, lines)

    assert (found.title, found.published, found.text) == ("Brücke", None, "Sie stimmte ab.")


@pytest.mark.parametrize("word", ["=?utf\xff\xfe?q?x?=", "=?utf-8?b?x?=", "=?utf-8?b?/w==?=", "=?" * 2_000])
def test_a_header_in_no_encoding_is_shown_as_it_is(tmp_path: Path, word: str) -> None:
    assert article(tmp_path, f"Subject: {word}\n\nIt voted.\n".encode("latin-1")).text == "It voted."


def test_what_is_attached_is_named(tmp_path: Path) -> None:
    content = message(text="It voted.", subject="Bridge", attached={"minutes.pdf": b"%PDF", "map.png": b"x"})

    _, left_out = read_eml(put(tmp_path, "a.eml", content))

    assert isinstance(left_out, Failure)
    assert left_out.reason.startswith("attached and left out: minutes.pdf, map.png;")


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"\x00\x01 no header", "it is no message"), (b"Subject: Bridge\r\n\r\n", "a message without text")],
)
def test_what_holds_no_message_is_refused(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        article(tmp_path, content)

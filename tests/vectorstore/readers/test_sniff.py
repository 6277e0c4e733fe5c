from __future__ import annotations

import pytest

from tests.vectorstore.readers.files import docx, epub, message, packed, pdf, saved_page
from vectorstore.errors import UnreadableFile
from vectorstore.readers.sniff import HEAD, sniff

PAGE = b"<!DOCTYPE html>\n<html><p>It voted.</p></html>"


@pytest.mark.parametrize(
    ("content", "named", "kind"),
    [
        (b"It voted.", ".txt", ".txt"),
        (b"", ".md", ".md"),
        (PAGE, ".html", ".html"),
        (PAGE, ".txt", ".html"),
        (PAGE, ".pdf", ".html"),
        (b'\xef\xbb\xbf<?xml version="1.0"?>\n<!-- a -->\n<html>', ".docx", ".html"),
        (b"<p>It voted.</p>", ".md", ".md"),
        (pdf([["It voted."]]), ".txt", ".pdf"),
        (docx("It voted."), ".txt", ".docx"),
        (docx("It voted."), ".zip", ".docx"),
        (epub({}), ".pdf", ".epub"),
        (packed({"a.txt": "It voted."}), ".txt", ".zip"),
        (packed({"a.txt": "It voted."}), ".epub", ".epub"),
        (saved_page("<p>It voted.</p>", "https://example.org"), ".html", ".mhtml"),
        (message(text="It voted."), ".eml", ".eml"),
        (b'[\n{"text": "It voted."}]', ".jsonl", ".json"),
        (b'{"text": "It voted."}\n', ".jsonl", ".jsonl"),
    ],
)
def test_what_a_file_holds_counts_more_than_its_name(content: bytes, named: str, kind: str) -> None:
    assert sniff(content[:HEAD], named) == kind


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or an encrypted Office file"),
        (b"{\\rtf1\\ansi It voted.}", "an RTF file"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\x1f\x8b\x08", "packed with gzip"),
        (b"Rar!\x1a\x07", "a RAR archive"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "an OpenDocument file"),
    ],
)
def test_what_is_known_and_cannot_be_read_is_named(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile, match=said):
        sniff(content[:HEAD], ".pdf")

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.factories import day
from tests.vectorstore.readers.files import assembled, pdf, put, stream
from vectorstore.errors import UnreadableFile
from vectorstore.readers.pdf_file import read_pdf
from vectorstore.readers.source import Found
from vectorstore.types import Article, Failure

PRISM = (
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
    '<rdf:Description rdf:about="" xmlns:prism="http://prismstandard.org/namespaces/basic/2.0/"'
    ' xmlns:xmp="http://ns.adobe.com/xap/1.0/"><xmp:CreateDate>2024-05-06</xmp:CreateDate>'
    "<prism:publicationDate>2023-10-20</prism:publicationDate>"
    "<prism:publicationName>The Courier</prism:publicationName><prism:url>https://example.org/a</prism:url>"
    "</rdf:Description></rdf:RDF></x:xmpmeta>"
)


def article(folder: Path, content: bytes) -> Article:
    (one,) = read_pdf(put(folder, "a.pdf", content))
    assert not isinstance(one, Failure)
    return one.article


def test_the_first_line_is_the_title_and_the_byline_is_read(tmp_path: Path) -> None:
    found = article(tmp_path, pdf([["Bridge stays open", "By Jane Doe", "20 October 2023", "The council voted."]]))

    assert (found.title, found.author, found.published) == ("Bridge stays open", "Jane Doe", day("2023-10-20"))
    assert found.text == "The council voted."


def test_the_title_and_the_author_that_the_file_tells_are_taken(tmp_path: Path) -> None:
    found = article(tmp_path, pdf([["The council voted."]], info="/Title (Bridge stays open) /Author (Jane Doe)"))

    assert (found.title, found.author, found.text) == ("Bridge stays open", "Jane Doe", "The council voted.")


def test_what_programs_leave_in_a_file_is_no_title_and_no_author(tmp_path: Path) -> None:
    info = "/Title (Microsoft Word - final2.docx) /Author (admin)"

    found = article(tmp_path, pdf([["Bridge stays open", "The council voted."]], info=info))

    assert (found.title, found.author) == ("Bridge stays open", "")


def test_when_a_file_was_made_is_not_when_it_was_published(tmp_path: Path) -> None:
    found = article(tmp_path, pdf([["Bridge stays open", "It voted."]], info="/CreationDate (D:20240506120000Z)"))

    assert found.published is None


def test_what_the_publisher_wrote_into_the_file_is_taken(tmp_path: Path) -> None:
    found = article(tmp_path, pdf([["Bridge stays open", "It voted."]], xmp=PRISM))

    assert (found.published, found.source, found.url) == (day("2023-10-20"), "The Courier", "https://example.org/a")


def test_an_article_that_a_browser_printed_has_its_address(tmp_path: Path) -> None:
    text = [
        "Bridge stays",
        "open",
        "The council voted.",
        "11/25/26, 9:21 PM Bridge stays open",
        "https://example.org/a 1/1",
    ]

    found = article(tmp_path, pdf([text], info="/Title (Bridge stays open)"))

    assert (found.title, found.text, found.published) == ("Bridge stays open", "The council voted.", None)
    assert found.url == "https://example.org/a"


def test_a_scan_is_told_to_need_text_recognition(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="run text recognition"):
        article(tmp_path, pdf([[], []]))


def test_a_damaged_page_costs_no_other(tmp_path: Path) -> None:
    whole = ["The council voted.", "It was late.", "Carts may cross."]
    contents = [f"BT /F1 12 Tf ({line}) Tj ET".encode() for line in whole]
    contents[1] = b"BT /F1 12 Tf [3 0 R] TJ ET"  # a reference where there are none

    found, left_out = read_pdf(put(tmp_path, "a.pdf", of_contents(contents)))

    assert isinstance(found, Found)
    assert found.article.text == "The council voted.\n\nCarts may cross."
    assert left_out == Failure(place=str(tmp_path / "a.pdf"), reason="damaged pages of it were left out: 2")


def test_a_file_of_nothing_but_damaged_pages_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="it is damaged or no PDF file"):
        article(tmp_path, of_contents([b"BT [3 0 R] TJ ET"]))


def of_contents(pages: Sequence[bytes]) -> bytes:
    """A PDF file with such content streams."""
    kids = " ".join(f"{5 + 2 * n} 0 R" for n in range(len(pages)))
    objects: list[str | bytes] = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< >>",
    ]
    for n, contents in enumerate(pages):
        page = f"/Parent 2 0 R /Contents {6 + 2 * n} 0 R /Resources << /Font << /F1 3 0 R >> >>"
        objects += [f"<< /Type /Page {page} >>", stream(contents)]
    return assembled(objects)

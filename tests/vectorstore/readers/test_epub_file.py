from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import day
from tests.vectorstore.readers.files import TEXT, chapter, epub, packed, put
from vectorstore.errors import UnreadableFile
from vectorstore.readers.epub_file import read_epub
from vectorstore.readers.source import Found
from vectorstore.types import Failure

TOLD = (
    "<dc:title>The Courier, October</dc:title><dc:creator>Jane Doe</dc:creator><dc:creator>calibre 7.1</dc:creator>"
    "<dc:language>en-GB</dc:language>"
    '<dc:date opf:event="modification">2024-05-06</dc:date><dc:date opf:event="publication">2023-10-20</dc:date>'
)


def read(folder: Path, content: bytes) -> list[Found]:
    found = list(read_epub(put(folder, "a.epub", content)))
    assert not any(isinstance(one, Failure) for one in found)
    return [one for one in found if isinstance(one, Found)]


def test_each_document_is_an_article_in_the_order_of_reading(tmp_path: Path) -> None:
    one, two = read(tmp_path, epub({"z.xhtml": chapter("The bridge"), "text/a.xhtml": chapter("The mill")}, TOLD))

    assert (one.article.title, two.article.title) == ("The bridge", "The mill")
    assert (one.inside, two.inside) == (("book/z.xhtml",), ("book/text/a.xhtml",))
    assert one.article.text == TEXT.strip()


def test_what_is_told_of_the_book_is_told_of_each(tmp_path: Path) -> None:
    (one,) = read(tmp_path, epub({"a.xhtml": chapter("The bridge")}, TOLD))

    assert (one.article.source, one.article.author) == ("The Courier, October", "Jane Doe")
    assert (one.article.published, one.article.updated) == (day("2023-10-20"), day("2024-05-06"))
    assert one.article.language == "en"


def test_a_book_of_the_newer_kind_tells_when_it_was_updated_in_its_own_way(tmp_path: Path) -> None:
    told = '<dc:date>2023-10-20</dc:date><meta property="dcterms:modified">2024-05-06T00:00:00Z</meta>'

    (one,) = read(tmp_path, epub({"a.xhtml": chapter("The bridge")}, told))

    assert (one.article.published, one.article.updated) == (day("2023-10-20"), day("2024-05-06"))


def test_a_document_without_a_heading_has_the_title_of_the_book(tmp_path: Path) -> None:
    (one,) = read(tmp_path, epub({"a.xhtml": chapter("")}, TOLD))

    assert one.article.title == "The Courier, October"


def test_covers_and_title_pages_are_no_articles(tmp_path: Path) -> None:
    (one,) = read(tmp_path, epub({"cover.xhtml": chapter("The Courier", ""), "a.xhtml": chapter("The bridge")}))

    assert one.article.title == "The bridge"


def test_a_document_that_is_not_there_is_passed_over(tmp_path: Path) -> None:
    content = epub({"a.xhtml": chapter("The bridge"), "../../b.xhtml": chapter("Outside")})

    assert [one.article.title for one in read(tmp_path, content)] == ["The bridge"]


def test_a_protected_book_is_named_as_one(tmp_path: Path) -> None:
    locked = '<e xmlns="x"><CipherReference URI="book/a.xhtml"/></e>'

    with pytest.raises(UnreadableFile, match="it is protected against copying"):
        read(tmp_path, epub({"a.xhtml": chapter("One")}, extra={"META-INF/encryption.xml": locked}))


@pytest.mark.parametrize("members", [{}, {"META-INF/container.xml": "<a/>"}, {"META-INF/container.xml": "<a"}])
def test_a_file_that_is_no_book_is_refused(tmp_path: Path, members: dict[str, str]) -> None:
    with pytest.raises(UnreadableFile, match="get it anew"):
        read(tmp_path, packed(members))

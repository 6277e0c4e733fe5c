from __future__ import annotations

from pathlib import Path

import pytest

from tests.vectorstore.readers.files import docx, packed, put
from vectorstore.errors import UnreadableFile
from vectorstore.readers.docx_file import read_docx
from vectorstore.types import Article, Failure


def article(folder: Path, content: bytes) -> Article:
    (one,) = read_docx(put(folder, "a.docx", content))
    assert not isinstance(one, Failure)
    return one.article


def run(text: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{text}</w:{tag}></w:r>"


def test_title_and_author_are_those_that_the_file_tells(tmp_path: Path) -> None:
    found = article(tmp_path, docx("The council voted.", title="Bridge stays open", creator="Jane Doe"))

    assert (found.title, found.author, found.text) == ("Bridge stays open", "Jane Doe", "The council voted.")
    assert found.published is None


def test_a_byline_counts_more_than_whose_account_saved_the_file(tmp_path: Path) -> None:
    found = article(tmp_path, docx("Bridge stays open", "By Jane Doe", "The council voted.", creator="Mary Major"))

    assert (found.title, found.author) == ("Bridge stays open", "Jane Doe")


def test_tables_are_read_cell_by_cell(tmp_path: Path) -> None:
    cells = "".join(f"<w:tc><w:p>{run(text)}</w:p></w:tc>" for text in ("Ayes", "Nine"))

    found = article(tmp_path, docx("Title", "It voted.", xml=f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"))

    assert found.text == "It voted.\n\nAyes\n\nNine"


def test_what_was_inserted_is_read_and_what_was_deleted_is_not(tmp_path: Path) -> None:
    changes = (
        f"<w:p>{run('Nine')}<w:ins>{run(' voted')}</w:ins><w:del>{run(' slept', 'delText')}</w:del>{run('.')}</w:p>"
    )

    assert article(tmp_path, docx("Title", xml=changes)).text == "Nine voted."


def test_notes_come_last_and_leave_no_numbers_in_the_text(tmp_path: Path) -> None:
    noted = f'<w:p>{run("It voted")}<w:r><w:footnoteReference w:id="1"/></w:r>{run(".")}</w:p>'
    notes = f'<w:footnote w:id="1"><w:p>{run("Nine to four.")}</w:p></w:footnote>'

    assert article(tmp_path, docx("Title", xml=noted, notes=notes)).text == "It voted.\n\nNine to four."


def test_what_a_file_tells_of_itself_may_be_damaged(tmp_path: Path) -> None:
    found = article(tmp_path, docx("Bridge", "By Jane Doe", "The council voted.", title="<", creator="Mary Major"))

    assert (found.title, found.author, found.text) == ("Bridge", "Jane Doe", "The council voted.")


def test_another_office_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="it is no Word file"):
        article(tmp_path, packed({"[Content_Types].xml": "<a/>", "xl/workbook.xml": "<a/>"}))


def test_a_file_without_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="it holds no text"):
        article(tmp_path, docx())

from __future__ import annotations

from pathlib import Path

import pytest

from tests.factories import article, day
from vectorstore.errors import UnreadableFile
from vectorstore.readers.csv_file import read_csv
from vectorstore.readers.source import Found, Source
from vectorstore.types import Failure


def source(folder: Path, content: str, encoding: str = "utf-8") -> Source:
    path = folder / "a.csv"
    path.write_bytes(content.encode(encoding))
    return Source(path=path)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_the_first_row_names_the_fields(tmp_path: Path, delimiter: str, line_end: str) -> None:
    rows = [["Text ", "ID", "Published"], ['"One, two;\nthree"', "a", "20 October 2023"], ["Four.", "b", ""]]
    file = source(tmp_path, line_end.join(delimiter.join(row) for row in rows), "utf-8-sig")

    assert list(read_csv(file)) == [
        Found(
            f"{file.path}, line 2",
            article("a", "One, two;\nthree", title="", source="", published=day("2023-10-20")),
        ),
        Found(f"{file.path}, line 4", article("b", "Four.", title="", source="")),
    ]


def test_rows_of_other_lengths_are_read_as_far_as_they_go(tmp_path: Path) -> None:
    file = source(tmp_path, "id,text,title\na,One.\nb\n\nc,Three.,Title,more,and more\n")

    assert list(read_csv(file)) == [
        Found(f"{file.path}, line 2", article("a", "One.", title="", source="")),
        Failure(place=f"{file.path}, line 3", reason="it has no field named text"),
        Found(f"{file.path}, line 5", article("c", "Three.", title="Title", source="")),
    ]


def test_a_field_of_millions_of_characters_is_read(tmp_path: Path) -> None:
    file = source(tmp_path, f"text\n{'word ' * 1_000_000}\n")

    (found,) = read_csv(file)

    assert isinstance(found, Found)
    assert len(found.article.text) == 4_999_999


def test_an_older_encoding_is_read(tmp_path: Path) -> None:
    text = "Le président a déclaré que l’économie était très forte."

    (found,) = read_csv(source(tmp_path, f"text\n{text}\n", "cp1252"))

    assert isinstance(found, Found)
    assert found.article.text == text


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "it is empty"),
        ("id,title\na,b\n", "one of them text; it names id, title"),
        ("id,text\n", "no row below"),
        ("id,text\n,\n", "no row below"),
        ("\ufeff\n", "one of them text"),
    ],
)
def test_what_holds_no_article_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        list(read_csv(source(tmp_path, content)))

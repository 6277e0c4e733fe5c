from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from tests.factories import article
from vectorstore.errors import UnreadableFile
from vectorstore.readers.json_file import read_json, read_json_lines
from vectorstore.readers.source import MOST_BYTES, Found, Source
from vectorstore.types import Article, Failure


def bare(id: str, text: str) -> Article:
    return article(id, text, title="", source="")


def source(folder: Path, content: str | bytes, name: str = "a.json") -> Source:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Source(path=path)


def test_an_object_is_an_article(tmp_path: Path) -> None:
    file = source(tmp_path, '{"id": 1, "text": "One."}')

    assert list(read_json(file)) == [Found(str(file.path), bare("1", "One."), alone=True)]


def test_the_objects_of_a_list_are_articles_and_the_faulty_ones_are_named(tmp_path: Path) -> None:
    file = source(tmp_path, '[{"id": "a", "text": "One."}, 3, {"id": "b", "text": "Two."}]')

    assert list(read_json(file)) == [
        Found(f"{file.path}, object 1", bare("a", "One.")),
        Failure(place=f"{file.path}, object 2", reason='it is not an object with fields, such as {"text": "…"}'),
        Found(f"{file.path}, object 3", bare("b", "Two.")),
    ]


def test_objects_in_lines_are_read_under_either_name(tmp_path: Path) -> None:
    file = source(tmp_path, '{"text": "One."}\n{"text": "Two."}\n')

    assert list(read_json(file)) == list(read_json_lines(file))
    assert [found.place for found in read_json(file)] == [f"{file.path}, line 1", f"{file.path}, line 2"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "it is empty"),
        ("[]", "an empty list"),
        ("{", "it is not JSON"),
        ("no json", "it is not JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("9" * 5_000, "it is not JSON"),
        ('{"title": "t"}', "no field named text"),
    ],
)
def test_what_holds_no_article_is_refused(tmp_path: Path, content: str, reason: str) -> None:
    with pytest.raises(UnreadableFile, match=reason):
        list(read_json(source(tmp_path, content)))


def test_a_faulty_line_is_named_and_the_others_come(tmp_path: Path) -> None:
    lines = [
        b'\xef\xbb\xbf{"id": "a", "text": "One."}',
        b"",
        b'{"text": ',
        b'{"text": "caf\xe9"}',
        b"[" * 100_000,
        b"[1]",
        b'{"id": "b", "text": "Two\\ud800\\u0000."}',
    ]
    file = source(tmp_path, b"\r\n".join(lines), "a.jsonl")

    assert list(read_json_lines(file)) == [
        Found(f"{file.path}, line 1", bare("a", "One.")),
        Failure(place=f"{file.path}, line 3", reason="it is not JSON: Expecting value (column 9)"),
        Failure(place=f"{file.path}, line 4", reason="it is not UTF-8: save the file as UTF-8"),
        Failure(place=f"{file.path}, line 5", reason="it is nested too deeply"),
        Failure(place=f"{file.path}, line 6", reason='it is not an object with fields, such as {"text": "…"}'),
        Found(f"{file.path}, line 7", bare("b", "Two\ufffd.")),
    ]


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_a_file_without_lines_is_refused(tmp_path: Path, content: str) -> None:
    with pytest.raises(UnreadableFile, match="it is empty"):
        list(read_json_lines(source(tmp_path, content)))


def test_a_line_that_is_too_long_is_named_and_the_next_one_comes(tmp_path: Path) -> None:
    long = json.dumps({"text": "x" * (MOST_BYTES + 10)})
    file = source(tmp_path, gzip.compress(f'{long}\n{{"id": "b", "text": "Two."}}'.encode(), 1), "a.jsonl.gz")

    assert list(read_json_lines(file)) == [
        Failure(
            place=f"{file.path}, line 1", reason="it holds more than 100 MB in one piece: cut it into smaller ones"
        ),
        Found(f"{file.path}, line 2", bare("b", "Two.")),
    ]

from __future__ import annotations

import gzip
import json
import os
import random
import tracemalloc
from collections.abc import Sequence
from pathlib import Path

import pytest

from tests.vectorstore.readers import files
from vectorstore.read import KINDS, READERS, count, read
from vectorstore.readers.source import MOST_BYTES
from vectorstore.types import Article, Failure

CONTENT: dict[str, str | bytes] = {
    ".txt": "Title\n\nThe council met.",
    ".md": "# Title\n\nThe *council* met.",
    ".html": "<title>Title</title><p>The council met.</p>",
    ".json": '[{"title": "Title", "text": "The council met."}]',
    ".jsonl": '{"title": "Title", "text": "The council met."}\n',
    ".csv": "title,text\nTitle,The council met.\n",
    ".mhtml": files.saved_page("<title>Title</title><p>The council met.</p>", ""),
    ".pdf": files.pdf([["Title", "The council met."]]),
    ".docx": files.docx("Title", "The council met."),
    ".epub": files.epub({"a.xhtml": files.chapter("Title", files.TEXT)}),
    ".eml": files.message(text="The council met.", subject="Title"),
}
ALIKE = {".markdown": ".md", ".htm": ".html", ".ndjson": ".jsonl", ".mht": ".mhtml"}
NAMED = " ".join(KINDS)
NOISE = random.Random(7).randbytes(5_000)


def put(folder: Path, name: str, content: str | bytes) -> Path:
    return files.put(folder, name, content).path


def texts(paths: Sequence[Path]) -> list[str]:
    return [one.text for one in read(paths) if isinstance(one, Article)]


def failures(paths: Sequence[Path]) -> list[Failure]:
    return [one for one in read(paths) if isinstance(one, Failure)]


@pytest.mark.parametrize("packed", [False, True])
@pytest.mark.parametrize("kind", READERS)
def test_every_kind_of_file_is_read_packed_or_not(tmp_path: Path, kind: str, packed: bool) -> None:
    content = CONTENT[ALIKE.get(kind, kind)]
    content = content if isinstance(content, bytes) else content.encode()
    path = put(tmp_path, f"a{kind}.gz" if packed else f"a{kind}", gzip.compress(content) if packed else content)

    (one,) = read([path])

    assert isinstance(one, Article)
    assert (one.title, one.text[:15], one.published) == ("Title", "The council met", None)
    assert one.id.startswith("a~")


def test_the_same_file_gives_the_same_ids_wherever_it_is_named_from(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = put(tmp_path, "a.txt", CONTENT[".txt"])
    monkeypatch.chdir(tmp_path)

    assert list(read([Path("a.txt")])) == list(read([path])) == list(read([tmp_path]))


def test_a_file_given_twice_is_read_once(tmp_path: Path) -> None:
    path = put(tmp_path, "a.txt", CONTENT[".txt"])
    (tmp_path / "b.txt").symlink_to(path)

    assert len(list(read([path, tmp_path, path]))) == 1


def test_a_bad_file_is_named_and_the_rest_is_read(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", "Title\n\nOne.")
    put(tmp_path, "b.txt", b"")
    put(tmp_path, "c.txt", NOISE[:4_000])
    put(tmp_path, "d.jsonl", '{"text": "Two."}\n{"text": \n{"text": "Three."}\n')
    put(tmp_path, "e.json.gz", b"not gzip")
    put(tmp_path, "f.jsonl.gz", gzip.compress(b'{"text": "Four."}\n' + NOISE[:5_000].hex().encode())[:-9])
    put(tmp_path, "g.csv", "a,b\n1,2\n")
    put(tmp_path, "h.html", "<html></html>")
    put(tmp_path, "i.docx", b"PK")
    put(tmp_path, "j.pages", b"PK")
    put(tmp_path, "k.txt", "Title\n\nFive.")

    assert texts([tmp_path]) == ["One.", "Two.", "Three.", "Four.", "Five."]
    assert [(Path(failure.place).name, failure.reason) for failure in failures([tmp_path])] == [
        ("b.txt", "it is empty"),
        ("c.txt", "it is not text, whatever its name says"),
        ("d.jsonl, line 2", "it is not JSON: Expecting value (column 9)"),
        ("e.json.gz", "it is no whole gzip file: get it anew"),
        ("f.jsonl.gz", "it is no whole gzip file: get it anew"),
        ("g.csv", "its first row must name the fields, one of them text; it names a, b"),
        ("h.html", "no text was found in the page"),
        ("i.docx", "it is damaged or not what its name says: get it anew"),
        (tmp_path.name, f"1 file left out (1 .pages): only {NAMED} and .gz of these can be read"),
    ]


def test_paths_that_lead_to_no_article_are_named(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    put(tmp_path, "a.png", b"")

    reasons = [failure.reason for failure in failures([tmp_path / "none.txt", pipe, tmp_path / "a.png"])]

    assert reasons == [
        "there is no such file or folder",
        "it is neither a file nor a folder",
        f"files of this kind cannot be read, only {NAMED}, and .gz of these",
    ]


def test_a_file_that_the_system_does_not_give_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.symlink_to("/proc/self/mem")
    long = tmp_path / f"{'a' * 300}.txt"

    assert failures([path, long]) == [
        Failure(place=str(path), reason="it cannot be read (Input/output error)"),
        Failure(place=str(long), reason="it cannot be opened (File name too long)"),
    ]


def test_a_file_that_unpacks_to_more_than_can_be_read_is_refused(tmp_path: Path) -> None:
    path = put(tmp_path, "bomb.txt.gz", gzip.compress(b"x" * (MOST_BYTES + 1), 1))

    assert failures([path]) == [
        Failure(place=str(path), reason="it holds more than 100 MB in one piece: cut it into smaller ones")
    ]


@pytest.mark.parametrize("unit", ["The council met on Monday. ", "The council met on Monday.\n\n"])
def test_fifty_megabytes_of_text_are_an_article(tmp_path: Path, unit: str) -> None:
    path = put(tmp_path, "a.txt", "Title\n\n" + unit * (50_000_000 // len(unit)))

    (text,) = texts([path])

    assert len(text) > 49_000_000


def test_a_large_file_of_records_is_never_in_memory_as_a_whole(tmp_path: Path) -> None:
    record = json.dumps({"text": "The council met on Monday. " * 100})
    path = put(tmp_path, "a.jsonl", "".join(f"{record}\n" for _ in range(3_000)))
    tracemalloc.start()

    total = sum(1 for _ in read([path]))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()

    assert total == 3_000
    assert peak < path.stat().st_size / 2


def test_what_is_to_be_read_is_counted_where_that_is_cheap(tmp_path: Path) -> None:
    put(tmp_path, "a.txt", CONTENT[".txt"])
    put(tmp_path, "b.jsonl.gz", gzip.compress(b'{"text": "Two."}\n' * 3))
    put(tmp_path, "c.png", b"")

    assert count([tmp_path, tmp_path / "none"]) == len(list(read([tmp_path, tmp_path / "none"]))) == 6
    put(tmp_path, "d.csv", CONTENT[".csv"])
    assert count([tmp_path]) is None

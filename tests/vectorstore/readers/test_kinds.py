"""What holds for every reader, whatever it is given."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.seeds import PARTS, STARTS, WORDS
from tests.vectorstore.readers import files
from vectorstore.normalise import normalise
from vectorstore.readers.kinds import READERS, contents, failure, files_in
from vectorstore.readers.source import Found, Source
from vectorstore.types import Article, Failure

WORD = st.text(st.characters(categories=("Lu", "Ll", "Lo"), max_codepoint=0x2FFF), min_size=1, max_size=9)
SENTENCE = st.lists(WORD, min_size=3, max_size=9).map(lambda words: f"It {' '.join(words)}.")
MAGIC = st.sampled_from(
    [b"", b"%PDF-1.7\n", b"PK\x03\x04", b"Subject: a\n\n", b"<html>", b"[", b'{"text": "', b"---\n"]
)
FEW = settings(max_examples=60)


def held(data: bytes, name: str) -> list[Found | Failure]:
    source = Source(path=Path(name), member=lambda: BytesIO(data))
    return [found for file in files_in(source) for found in ([file] if isinstance(file, Failure) else contents(file))]


def articles(data: bytes, name: str) -> list[Article]:
    return [one.article for one in held(data, name) if isinstance(one, Found)]


@pytest.mark.parametrize("kind", [*READERS, ".zip"])
@FEW
@given(MAGIC, st.binary(max_size=400))
def test_whatever_a_file_holds_comes_out_as_articles_and_reasons(kind: str, magic: bytes, noise: bytes) -> None:
    sound(held(magic + noise, f"a{kind}"))


def sound(found: list[Found | Failure]) -> None:
    for one in found:
        if isinstance(one, Found):
            assert one.article.text == normalise(one.article.text) != ""
            assert one.article.title == " ".join(normalise(one.article.title).split())
        else:
            assert one.reason
            assert "\n" not in one.reason


@pytest.mark.parametrize(
    ("kind", "data"),
    [(kind, start) for kind in STARTS for start in STARTS[kind]]
    + [(kind, part.into(part.start)) for kind in PARTS for part in PARTS[kind]],
)
def test_what_fuzzing_starts_from_is_read(kind: str, data: bytes) -> None:
    assert articles(data, f"a{kind}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """At a place, as a share of the whole, so many bytes are cut out and others are put in."""

    at: float
    cut: int
    put: str


def edited(whole: bytes, edits: list[Edit]) -> bytes:
    for edit in edits:
        place = int(edit.at * len(whole))
        whole = whole[:place] + edit.put.encode("utf-8", "replace") + whole[place + edit.cut :]
    return whole


EDITS = st.lists(
    st.builds(
        Edit,
        at=st.floats(0, 1),
        cut=st.integers(0, 40),
        put=st.one_of(st.just(""), st.sampled_from(WORDS), st.text(max_size=20)),
    ),
    min_size=1,
    max_size=6,
)
FEWER = settings(max_examples=25)


@pytest.mark.parametrize("kind", STARTS)
@FEWER
@given(data=st.data(), edits=EDITS)
def test_a_file_that_was_tampered_with_comes_out_as_articles_and_reasons(
    kind: str, data: st.DataObject, edits: list[Edit]
) -> None:
    start = data.draw(st.sampled_from(STARTS[kind]))

    sound(held(edited(start, edits), f"a{kind}"))


@pytest.mark.parametrize("kind", PARTS)
@FEWER
@given(data=st.data(), edits=EDITS)
def test_a_file_with_a_part_that_was_tampered_with_comes_out_as_articles_and_reasons(
    kind: str, data: st.DataObject, edits: list[Edit]
) -> None:
    part = data.draw(st.sampled_from(PARTS[kind]))
    text = edited(part.start.encode(), edits).decode("utf-8", "replace")

    sound(held(part.into(text), f"a{kind}"))


@pytest.mark.parametrize("kind", [".txt", ".md", ".html", ".jsonl", ".csv", ".eml"])
@FEW
@given(st.text(max_size=300))
def test_an_article_in_an_archive_is_the_one_beside_it(kind: str, text: str) -> None:
    data = text.encode("utf-8", "replace")

    assert articles(files.packed({f"a{kind}": data}), "a.zip") == articles(data, f"a{kind}")
    assert articles(gzip.compress(data), f"a{kind}.gz") == articles(data, f"a{kind}")


@pytest.mark.parametrize("kind", [".txt", ".html", ".json", ".csv", ".docx", ".epub", ".eml", ".mhtml"])
@FEW
@given(st.lists(SENTENCE, min_size=6, max_size=9, unique=True))
def test_no_word_is_lost_on_the_way(kind: str, sentences: list[str]) -> None:
    text = " ".join(sentences)
    page = f"<html><title>Bridge</title><body><article><p>{text}</p><p>{files.TEXT}</p></article></body></html>"
    data: dict[str, str | bytes] = {
        ".txt": f"Bridge\n\n{text}",
        ".html": page,
        ".json": json.dumps({"text": text}),
        ".csv": f'text\n"{text}"\n',
        ".docx": files.docx("Bridge", text),
        ".epub": files.epub({"a.xhtml": files.chapter("Bridge", f"{text} {files.TEXT}")}),
        ".eml": files.message(text=f"{files.TEXT}\n\n{text}", subject="Bridge"),
        ".mhtml": files.saved_page(page, "https://example.org/"),
    }
    content = data[kind]

    (article,) = articles(content if isinstance(content, bytes) else content.encode(), f"a{kind}")

    assert normalise(text) in article.text


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (FileNotFoundError(2, "No such file or directory"), "it cannot be read (No such file or directory)"),
        (RecursionError("maximum"), "its parts are nested too deeply"),
        (EOFError(), "it is no whole gzip file: get it anew"),
        (NotImplementedError("zip"), "it is packed in a way that is damaged or not known: get it anew"),
    ],
)
def test_why_a_file_cannot_be_read_is_said_in_a_sentence(error: Exception, reason: str) -> None:
    assert failure(Source(path=Path("a.txt")), error) == Failure(place="a.txt", reason=reason)

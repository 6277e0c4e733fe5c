"""Files made to do harm: each is made here, read in the process with limits, and named when it is not read."""

from __future__ import annotations

import gzip
import json
import random
import zlib
from collections.abc import Iterator
from contextlib import closing
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from pypdf import PdfReader, PdfWriter

from tests.vectorstore.readers import files
from vectorstore.readers.confined import ConfinedReader
from vectorstore.readers.source import MOST_BYTES, Found, Source
from vectorstore.types import Article, Failure

LAUGHS = (
    '<!DOCTYPE l [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + ' <!ENTITY outside SYSTEM "file:///etc/passwd">]>'
)
ARTICLE = f"Bridge stays open\n\n{files.TEXT}"


@pytest.fixture(scope="module")
def confined() -> Iterator[ConfinedReader]:
    with closing(ConfinedReader()) as reader:
        yield reader


@pytest.fixture
def reader(confined: ConfinedReader, tmp_path: Path) -> Reads:
    folder = tmp_path / "outer" / "middle" / "inner"
    folder.mkdir(parents=True)
    return Reads(confined, folder)


class Reads:
    """Reads files of a folder of its own."""

    def __init__(self, reader: ConfinedReader, folder: Path) -> None:
        self.reader = reader
        self.folder = folder

    def __call__(self, name: str, content: str | bytes) -> list[Article | str]:
        """Articles, and why there are none."""
        found = list(self.reader.read(files.put(self.folder, name, content)))
        return [one.reason if isinstance(one, Failure) else one.article for one in found]

    def reason(self, name: str, content: str | bytes) -> str:
        (reason,) = self(name, content)
        assert isinstance(reason, str)
        return reason

    def article(self, name: str, content: str | bytes) -> Article:
        (article,) = self(name, content)
        assert isinstance(article, Article)
        return article


def zeros(megabytes: int) -> Iterator[bytes]:
    return (bytes(1_000_000) for _ in range(megabytes))


def bomb(name: str, megabytes: int, others: dict[str, str] | None = None) -> bytes:
    """A zip file with a member of zeros: a thousandth as large as what it unpacks to."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=1) as archive:
        for other, content in (others or {}).items():
            archive.writestr(other, content)
        with archive.open(name, "w", force_zip64=True) as member:
            for block in zeros(megabytes):
                member.write(block)
    return stream.getvalue()


def declared(content: bytes, size: int) -> bytes:
    """The zip file with every member declared to unpack to ``size`` bytes."""
    data = bytearray(content)
    for magic, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = data.find(magic)
        while start >= 0:
            data[start + at : start + at + 4] = size.to_bytes(4, "little")
            start = data.find(magic, start + 4)
    return bytes(data)


def test_a_zip_bomb_is_stopped_and_the_members_beside_it_are_read(reader: Reads) -> None:
    article, reason = reader("a.zip", bomb("b.txt", 101, {"a.txt": ARTICLE}))

    assert isinstance(article, Article)
    assert reason == "it holds more than 100 MB in one piece: cut it into smaller ones"


def test_a_zip_that_claims_to_unpack_to_terabytes_is_not_begun(reader: Reads) -> None:
    many = files.packed({f"{number}.txt": ARTICLE for number in range(1_100)})

    reason = reader.reason("a.zip", declared(many, 0xFFFFFFF0))

    assert reason == "it unpacks to more than 4 GB: unpack it, and add the folder"


def test_a_member_that_holds_more_than_it_declares_gives_no_more(reader: Reads) -> None:
    content = declared(files.packed({"a.txt": ARTICLE}), 20)

    assert reader.reason("a.zip", content) == "it is packed in a way that is damaged or not known: get it anew"


def test_a_gzip_bomb_is_stopped(reader: Reads) -> None:
    pack = zlib.compressobj(1, wbits=31)
    content = b"".join([*map(pack.compress, zeros(MOST_BYTES // 1_000_000 + 1)), pack.flush()])

    assert reader.reason("a.txt.gz", content).startswith("it holds more than 100 MB")


@pytest.mark.parametrize(("name", "member"), [("a.docx", "word/document.xml"), ("a.epub", "META-INF/container.xml")])
def test_a_bomb_in_a_document_is_stopped(reader: Reads, name: str, member: str) -> None:
    assert reader.reason(name, bomb(member, 61)) == "a part of it unpacks to more than 60 MB"


def test_a_bomb_in_a_pdf_is_stopped(reader: Reads) -> None:
    whole = files.pdf([["Bridge", "It voted."]])
    at = whole.index(b"7 0 obj")
    content = whole[:at] + b"7 0 obj\n" + files.stream(b" " * 100_000_000) + b"\nendobj\n"

    assert reader.reason("a.pdf", content)


def test_names_that_lead_out_of_an_archive_lead_nowhere(reader: Reads) -> None:
    names = ["../../out.txt", "/tmp/out-of-the-archive.txt", "C:\\out.txt", "a/../../../b.txt"]
    outer = reader.folder.parents[1]  # of this test alone; what leads up leads into it
    before = sorted(outer.rglob("*"))

    found = reader("a.zip", files.packed(dict.fromkeys(names, ARTICLE)))

    assert [isinstance(one, Article) for one in found] == [True] * 4
    assert sorted(outer.rglob("*")) == sorted([*before, reader.folder / "a.zip"])
    assert not Path("/tmp/out-of-the-archive.txt").exists()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", files.packed({"word/document.xml": f"{LAUGHS}<a>&a11;&outside;</a>"})),
        ("a.epub", files.packed({"META-INF/container.xml": f"{LAUGHS}<a>&a11;&outside;</a>"})),
        ("a.epub", files.epub({"a.xhtml": f"{LAUGHS}<html><body>&a11;&outside;</body></html>"})),
    ],
)
def test_a_billion_laughs_are_not_laughed(reader: Reads, name: str, content: bytes) -> None:
    assert reader.reason(name, content)


def test_a_billion_laughs_in_a_pdf_are_not_laughed(reader: Reads) -> None:
    xmp = f'<?xpacket?>{LAUGHS}<x:xmpmeta xmlns:x="adobe:ns:meta/">&a11;</x:xmpmeta>'

    assert len(reader("a.pdf", files.pdf([["Bridge", "It voted."]], xmp=xmp))) == 1


def test_a_page_names_no_entity_that_it_made_up(reader: Reads) -> None:
    article = reader.article("a.html", f"{LAUGHS}<html><body><p>{files.TEXT}&a11;&outside;</p></body></html>")

    assert "haha" not in article.text
    assert "root:" not in article.text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", "[" * 1_000_000),
        ("a.json", '{"text":' * 1_000_000),
        ("a.jsonl", "{" + '"a":[' * 1_000_000),
        ("a.eml", b"".join(b"Content-Type: multipart/mixed; boundary=%d\n\n--%d\n" % (n, n) for n in range(3_000))),
        ("a.docx", files.docx("Bridge", xml="<w:sdt><w:sdtContent>" * 50_000)),
    ],
)
def test_what_is_nested_too_deeply_is_named(reader: Reads, name: str, content: str | bytes) -> None:
    assert reader.reason(name, content)


@pytest.mark.parametrize("tag", ["div", "table><tr><td", "b", "ul><li", "blockquote"])
def test_a_page_nested_a_hundred_thousand_deep_is_read(reader: Reads, tag: str) -> None:
    article = reader.article("a.html", f"<html><body><p>{files.TEXT}</p>{f'<{tag}>' * 100_000}Deep.</body></html>")

    assert files.TEXT.strip() in article.text


@pytest.mark.parametrize("marks", ["> " * 50_000, "*a" * 50_000, "[" * 50_000, "- " * 20_000, "`" * 50_000])
def test_markdown_that_nests_or_opens_without_end_is_read(reader: Reads, marks: str) -> None:
    assert reader.article("a.md", f"# Bridge\n\nIt voted.\n\n{marks}").title == "Bridge"


def test_a_text_of_one_line_of_200_megabytes_is_named(reader: Reads) -> None:
    path = reader.folder / "a.txt"
    with path.open("wb") as file:
        for _ in range(200):
            file.write(b"bridge " * 142_857)

    (failure,) = reader.reader.read(Source(path=path))

    assert failure == Failure(
        place=str(path), reason="it holds more than 100 MB in one piece: cut it into smaller ones"
    )


def test_a_record_of_one_line_of_200_megabytes_is_named_and_the_next_is_read(reader: Reads) -> None:
    path = reader.folder / "a.jsonl"
    with path.open("wb") as file:
        for _ in range(200):
            file.write(b"bridge " * 142_857)
        file.write(b'\n{"text": "It voted."}\n')

    failure, found = reader.reader.read(Source(path=path))

    assert isinstance(failure, Failure)
    assert failure.place == f"{path}, line 1"
    assert isinstance(found, Found)
    assert found.article.text == "It voted."


def test_a_pdf_that_is_cut_short_is_read_as_far_as_it_goes_or_named(reader: Reads) -> None:
    whole = files.pdf([["Bridge", "It voted."]])

    for length in range(0, len(whole), 97):
        assert len(reader("a.pdf", whole[:length])) == 1


def test_a_pdf_whose_pages_contain_themselves_is_named(reader: Reads) -> None:
    looping = files.assembled(
        ["<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Count 9 /Kids [2 0 R 2 0 R] >>", "<< >>", "<< >>"]
    )

    assert reader.reason("a.pdf", looping)


@pytest.mark.parametrize("kind", [".pdf", ".docx", ".epub", ".zip", ".eml", ".mhtml", ".html", ".json", ".csv", ".gz"])
def test_noise_under_any_name_is_named(reader: Reads, kind: str) -> None:
    assert reader.reason(f"a.txt{kind}" if kind == ".gz" else f"a{kind}", random.Random(kind).randbytes(4_000))


@pytest.mark.parametrize(
    "kind", [".txt", ".md", ".html", ".mhtml", ".json", ".csv", ".pdf", ".docx", ".epub", ".eml", ".zip"]
)
def test_an_empty_file_of_any_kind_is_named(reader: Reads, kind: str) -> None:
    assert reader.reason(f"a{kind}", "")


def test_an_empty_archive_is_named(reader: Reads) -> None:
    assert reader.reason("a.zip", files.packed({})).startswith("no file here can be read")


@pytest.mark.parametrize("kind", [".txt", ".md", ".html", ".csv", ".eml"])
def test_what_readers_do_not_see_is_taken_out_of_the_text(reader: Reads, kind: str) -> None:
    hidden = "It\u200b vo\u202eted\u2066 to\0 ke\ufeffep\u00ad the bridge."
    plain = "It voted to keep the bridge."
    content = {
        ".txt": f"Title\n\n{hidden}",
        ".md": f"# Title\n\n{hidden}",
        ".html": f"<html><title>Title</title><p>{hidden}</p></html>",
        ".csv": f"title,text\nTitle,{hidden}\n",
        ".eml": f"Subject: Title\nContent-Type: text/plain; charset=utf-8\n\n{hidden}",
    }

    assert reader.article(f"a{kind}", content[kind]).text.replace("\ufffd", "") == plain


def test_text_from_right_to_left_stays_in_its_order(reader: Reads) -> None:
    text = "\u200fהמועצה הצביעה ביום שני.\u202b قرر المجلس إبقاء الجسر مفتوحا.\u202c می\u200cخواهم"

    assert reader.article("a.txt", f"Title\n\n{text}").text == (
        "המועצה הצביעה ביום שני. قرر المجلس إبقاء الجسر مفتوحا. می\u200cخواهم"
    )


def test_a_file_in_two_encodings_keeps_what_can_be_told(reader: Reads) -> None:
    article = reader.article("a.txt", "Title\n\nDas Café öffnet früh, die Brücke später.".encode() + b" Caf\xe9.")

    assert article.text == "Das Café öffnet früh, die Brücke später. Caf\ufffd."


@pytest.mark.parametrize("kind", [".html", ".md", ".eml", ".mhtml", ".epub"])
def test_scripts_and_styles_are_never_text(reader: Reads, kind: str) -> None:
    page = (
        f"<html><body><script>alert('evil')</script><style>.evil{{}}</style><p onclick='evil()'>{files.TEXT}</p>"
        f"<img src=x onerror='evil()'><!-- evil --><template>evil</template></body></html>"
    )
    content: dict[str, str | bytes] = {
        ".html": page,
        ".md": f"# Title\n\n{page}\n",
        ".eml": files.message(page, subject="Title"),
        ".mhtml": files.saved_page(page, "https://example.org/"),
        ".epub": files.epub({"a.xhtml": page}),
    }

    article = reader.article(f"a{kind}", content[kind])

    assert files.TEXT[:40] in article.text
    assert "evil" not in article.text + article.title


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("page.txt", f"<!doctype html><html><title>Bridge stays open</title><p>{files.TEXT}</p></html>"),
        ("page.pdf", f"<!doctype html><html><title>Bridge stays open</title><p>{files.TEXT}</p></html>"),
        ("paper.txt", files.pdf([["Bridge stays open", files.TEXT]])),
        ("paper.html", files.docx("Bridge stays open", files.TEXT)),
        ("book.zip", files.epub({"a.xhtml": files.chapter("Bridge stays open")})),
        ("many.txt", files.packed({"a.txt": ARTICLE})),
    ],
)
def test_a_file_under_a_wrong_name_is_read_for_what_it_is(reader: Reads, name: str, content: str | bytes) -> None:
    article = reader.article(name, content)

    assert (article.title, article.text) == ("Bridge stays open", files.TEXT.strip())


def encrypted(password: str) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(BytesIO(files.pdf([["Bridge stays open", "It voted."]]))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="AES-256")
    stream = BytesIO()
    writer.write(stream)
    return stream.getvalue()


def test_a_pdf_with_a_password_is_named(reader: Reads) -> None:
    assert reader.reason("a.pdf", encrypted("secret")) == "it is encrypted: save it without a password"


def test_a_pdf_that_is_only_kept_from_being_printed_is_read(reader: Reads) -> None:
    assert reader.article("a.pdf", encrypted("")).text == "It voted."


def test_members_with_a_password_are_counted_and_the_others_are_read(reader: Reads) -> None:
    content = bytearray(files.packed({"a.txt": ARTICLE, "b.txt": ARTICLE}))
    for magic, at in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        content[content.rfind(magic) + at] |= 1

    article, reason = reader("a.zip", bytes(content))

    assert isinstance(article, Article)
    assert reason == "files in it that are encrypted: 1; unpack it with its password, and add what comes out"


def test_a_million_empty_lists_are_no_article(reader: Reads) -> None:
    reasons = set(reader("a.json", f"[{'[],' * 20_000}[]]"))

    assert reasons == {'it is not an object with fields, such as {"text": "…"}'}


def test_a_record_of_a_gzip_that_ends_early_is_read_up_to_there(reader: Reads) -> None:
    lines = b"".join(
        json.dumps({"text": random.Random(number).randbytes(500).hex()}).encode() + b"\n" for number in range(200)
    )

    *found, reason = reader("a.jsonl.gz", gzip.compress(lines)[:-500])

    assert len(found) > 100
    assert reason == "it is no whole gzip file: get it anew"

"""What fuzzing starts from: whole files with all that each reader looks for, and the parts that go into packed ones."""

from __future__ import annotations

import gzip
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.vectorstore.readers import files

LINKED = '{"@context": "https://schema.org", "@graph": [{"@type": "NewsArticle", "datePublished": "2023-10-20T08:00Z", '
LINKED += '"dateModified": "2023-11-04", "author": [{"name": "Jane Doe"}], "publisher": {"name": "The Courier"}}]}'
METAS = (
    '<meta property="og:title" content="Bridge"><meta property="article:published_time" content="2023-10-20T08:00:00Z">'
    '<meta name="dc.date.modified" content="4 November 2023"><meta property="og:locale" content="de_AT">'
    '<meta property="og:site_name" content="The Courier"><link rel="canonical" href="https://example.org/a">'
)
BODY = (
    f"<h1>Bridge</h1><time datetime='2023-10-20' pubdate>20 October</time><p>By <a rel='author'>Jane Doe</a></p>"
    f"<p>{files.TEXT}</p><ul><li>One</li><li>Two</li></ul><table><tr><td>1<td>2</table><blockquote>Said.</blockquote>"
    "<template><p>Hidden</p></template><script>x</script><pre>code</pre><p>&copy; 2023 The Courier</p>"
)
PAGE = (
    f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge</title>{METAS}'
    f'<script type="application/ld+json">{LINKED}</script></head><body><article>{BODY}</article></body></html>'
)
RECORD = (
    '{"id": 7, "title": "Bridge", "text": "It voted.\\n\\nNine to four.", "published": "2023-10-20T08:00:00+02:00", '
    '"updated": 1699056000, "author": [{"name": "Jane Doe"}, "A"], "source": {"name": "X"}, '
    '"url": "https://a.example/", "lang": "de-AT"}'
)
TEXT = (
    "Bridge stays open\nBy Jane Doe and John Roe, The Courier | 20 October 2023 | 3 min read\n"
    "Updated 4 November 2023\n\n"
    "LONDON (Reuters) - The council voted, by nine to four, to keep\nthe old bridge open to carts and to walkers.\n\n"
    "“It stays,” said the mayor.\n\n(c) 2023 The Courier. All rights reserved.\n"
)
MARKDOWN = (
    "---\ntitle: 'Bridge'\ntags: [a, b]\ndate: 2023-10-20\nupdated: 2023-11-04\nauthor: [Jane Doe]\n---\n# Bridge\n\n"
    "By Jane Doe\n\n| a | b |\n|---|---|\n| 1 | ~~2~~ |\n\n1. *a*\n   - `b`\n> c\n\n```py\nx\n```\n\n"
    "<b>x</b> [link](https://a.example 'y') ![picture](z.png)<br>\n\n<div>\n\n&amp;\n\n[link]: <https://b.example>\n"
)
OPF = (
    "<dc:title>Book</dc:title><dc:creator opf:role='aut'>Jane Doe</dc:creator><dc:publisher>The Courier</dc:publisher>"
    "<dc:date opf:event='publication'>2023-10-20</dc:date><dc:language>de-AT</dc:language>"
    "<meta property='dcterms:modified'>2023-11-04T00:00:00Z</meta>"
)
WORD = (
    "<w:p><w:pPr><w:pStyle w:val='Heading1'/></w:pPr><w:r><w:t>It</w:t><w:tab/><w:br/></w:r></w:p>"
    "<w:ins><w:r><w:t>new</w:t></w:r></w:ins><w:del><w:r><w:delText>old</w:delText></w:r></w:del>"
    "<w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
    "<w:p><w:r><w:fldChar w:fldCharType='begin'/><w:instrText>HYPERLINK \"x\"</w:instrText></w:r>"
    "<w:hyperlink w:anchor='a'><w:r><w:t>x</w:t></w:r></w:hyperlink><w:r><w:footnoteReference w:id='1'/></w:r></w:p>"
)
NOTES = "<w:footnote w:id='1'><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote>"
PRISM = (
    "<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
    "<rdf:Description rdf:about='' xmlns:prism='http://prismstandard.org/namespaces/basic/2.0/'"
    " prism:publicationDate='2023-10-20'><prism:publicationName>The Courier</prism:publicationName>"
    "<prism:url rdf:resource='https://a.example/'/></rdf:Description></rdf:RDF></x:xmpmeta>"
)
SHOWN = "BT /F1 12 Tf 14 TL 72 760 Td (Bridge) Tj T* [(It) -300 (vo) 20 (ted.)] TJ 1 0 0 1 72 700 Tm <4142> ' ET"
SIDES = (
    "It voted, by nine to",
    "four, to keep the bridge.",
    "Carts may cross.",
    "So may walkers.",
    "It is old.",
    "So.",
)
HEADERS = (
    "From: =?utf-8?q?The_Courier?= <a@b.example>\nSubject: =?iso-8859-1?b?QnL8Y2tl?=\n bridge\nContent-Language: de\n"
    "Date: Fri, 20 Oct 2023 08:00:00 +0200\nArchived-At: <https://a.example/>\nMIME-Version: 1.0\n"
)
MIXED = (
    f"{HEADERS}Content-Type: multipart/mixed; boundary=X\n\n--X\nContent-Type: multipart/alternative; boundary=Y\n\n"
    "--Y\nContent-Type: text/plain; charset=iso-8859-1; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\n"
    f"Die Br=FCcke=\n bleibt.\n--Y\nContent-Type: text/html; charset=utf-8\n\n{PAGE}\n--Y--\n--X\n"
    "Content-Disposition: attachment; filename*=utf-8''br%C3%BCcke.pdf\n"
    "Content-Transfer-Encoding: base64\n\nJVBERg==\n--X--\n"
)
DAMAGED_LATIN = "Br\xfccke\n\nDie Br\xfccke bleibt, sagt der B\xfcrgermeister.\n".encode("latin-1")

STARTS: Mapping[str, Sequence[bytes]] = {
    ".txt": [TEXT.encode(), TEXT.encode("utf-16"), DAMAGED_LATIN, ("\ufeff" + TEXT.replace("\n", "\r\n")).encode()],
    ".md": [MARKDOWN.encode(), b"Bridge\n===\n\n* a\n\n\t* b\n\n***\n\\\n<!-- c -->\n<script>\nd\n</script>\n"],
    ".html": [PAGE.encode(), BODY.encode(), f"<?xml version='1.0' encoding='latin-1'?>{PAGE}".encode("utf-16")],
    ".json": [
        f"[{RECORD},\n{RECORD}]".encode(),
        RECORD.encode(),
        f"{RECORD}\n{RECORD}\n".encode(),
    ],
    ".jsonl": [f"{RECORD}\n\n{RECORD}\nno\n".encode(), f"\ufeff{RECORD}\r\n".encode()],
    ".csv": [
        b'title;text;published\nBridge;"It ""voted""\n\nNine.";2023-10-20\n;;\n',
        b"id\ttext\tdate\n1\ta\t20/10/2023\n2\tb\n",
        "Text,Title\r\na,b\r\n".encode("utf-16"),
    ],
    ".mhtml": [
        files.saved_page(PAGE, "https://example.org/a", "=?utf-8?q?Br=C3=BCcke?="),
        files.saved_page(PAGE, "https://example.org/a", encoding="base64"),
    ],
    ".eml": [
        MIXED.encode("latin-1"),
        files.message(PAGE, "It voted.", subject="Bridge", attached={"a.pdf": b"x"}),
        f"{HEADERS}Content-Type: message/rfc822\n\n{HEADERS}\n{TEXT}".encode(),
    ],
    ".pdf": [
        files.pdf([["Bridge", "It voted."], ["And so on."]], info="/Title (Bridge) /Author (Jane Doe)", xmp=PRISM),
        files.pdf([["The Courier", *SIDES[n : n + 3], str(n)] for n in range(4)]),
    ],
    ".docx": [
        files.docx("Bridge", "It voted.", title="Bridge", creator="Jane Doe", xml=WORD, notes=NOTES),
        files.docx("Bridge", *TEXT.split("\n")[1:5]),
    ],
    ".epub": [
        files.epub({"a.xhtml": files.chapter("Bridge"), "b.xhtml": files.chapter("Carts")}, OPF),
        files.epub({"a b.xhtml": PAGE}, OPF, {"META-INF/encryption.xml": "<encryption/>"}),
    ],
    ".zip": [
        files.packed(
            {"a.txt": TEXT, "b.zip": files.packed({"c.html": PAGE}), "d/e.jsonl.gz": gzip.compress(RECORD.encode())}
        ),
        files.packed({"a.docx": files.docx("Bridge"), "../b.csv": "text\na\n", ".hidden": "x", "c.exe": "x", "d/": ""}),
    ],
}


@dataclass(frozen=True, slots=True)
class Part:
    """What goes into a file at one place, such as any mutation of the whole would not leave whole."""

    start: str
    into: Callable[[str], bytes]


def _page(body: str = BODY, head: str = METAS) -> bytes:
    return f"<html><head><title>Bridge</title>{head}</head><body><article>{body}</article></body></html>".encode()


def _pdf(contents: str = SHOWN, pages: str = "/Count 1 /Kids [5 0 R]", font: str = "/BaseFont /Helvetica") -> bytes:
    return files.assembled(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            f"<< /Type /Pages {pages} >>",
            f"<< /Type /Font /Subtype /Type1 {font} >>",
            "<< >>",
            "<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources << /Font << /F1 3 0 R >> >> >>",
            files.stream(contents.encode("utf-8", "surrogatepass")),
        ]
    )


def _book(opf: str = "", container: str = files.CONTAINER) -> bytes:
    whole = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:opf="http://www.idpf.org/2007/opf">{opf}</package>'
    )
    return files.packed(
        {"META-INF/container.xml": container, "book/book.opf": whole, "book/a.xhtml": files.chapter("Bridge")}
    )


def _record(name: str) -> Callable[[str], bytes]:
    return lambda value: json.dumps({"text": "It voted.", name: value}).encode()


def _message(html: str) -> bytes:
    return files.message(html, TEXT, subject="Bridge", sender="The Courier <a@b.example>")


MANIFEST = (
    '<manifest><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>'
    '<spine><itemref idref="a"/></spine>'
)
TO_UNICODE = "/BaseFont /X /Encoding << /Differences [65 /A /eacute] >> /FirstChar 0 /Widths [1 2]"

PARTS: Mapping[str, Sequence[Part]] = {
    ".txt": [
        Part(
            "By Jane Doe in Paris, The Courier | 20 October 2023", lambda line: f"Bridge\n{line}\n\nIt voted.".encode()
        ),
        Part("LONDON, Oct 20 (Reuters) -", lambda start: f"Bridge\n\n{start} It voted.\n\n© {start}".encode()),
    ],
    ".md": [Part("title: [a, 'b']\ndate: 2023", lambda front: f"---\n{front}\n---\nIt voted.\n".encode())],
    ".html": [
        Part(LINKED, lambda data: _page(head=f'<script type="application/ld+json">{data}</script>')),
        Part("2023-10-20", lambda date: _page(head=f'<meta property="article:published_time" content="{date}">')),
        Part(BODY, lambda body: _page(body)),
    ],
    ".json": [Part("20 Oct 2023, 8 a.m.", _record("published")), Part("It voted.\nIt\u202e did.", _record("text"))],
    ".jsonl": [Part("il y a 3 jours", _record("updated")), Part("https://a.example/", _record("url"))],
    ".csv": [Part("20.10.2023", lambda date: f'text,published\n"a","{date}"\n'.encode())],
    ".eml": [
        Part(PAGE, _message),
        Part(HEADERS, lambda head: f"{head}Content-Type: text/plain\n\n{TEXT}".encode()),
        Part(
            "multipart/mixed; boundary=X", lambda kind: f"{HEADERS}Content-Type: {kind}\n\n--X\n\n{TEXT}--X--".encode()
        ),
    ],
    ".mhtml": [
        Part(PAGE, lambda page: files.saved_page(page, "https://example.org/a")),
        Part("https://example.org/a", lambda address: files.saved_page(PAGE, address)),
    ],
    ".pdf": [
        Part(SHOWN, lambda contents: _pdf(contents)),
        Part("/Count 1 /Kids [5 0 R]", lambda pages: _pdf(pages=pages)),
        Part(TO_UNICODE, lambda font: _pdf(font=font)),
        Part("/Title (Bridge) /Author (Jane)", lambda info: files.pdf([["It voted."]], info=info)),
        Part(PRISM, lambda xmp: files.pdf([["It voted."]], xmp=xmp)),
    ],
    ".docx": [
        Part(WORD, lambda xml: files.docx("Bridge", xml=xml, notes=NOTES)),
        Part(NOTES, lambda notes: files.docx("Bridge", xml=WORD, notes=notes)),
        Part("Bridge</dc:title><dc:title>Second", lambda title: files.docx("Bridge", title=title)),
    ],
    ".epub": [
        Part(f"<metadata>{OPF}</metadata>{MANIFEST}", lambda opf: _book(opf)),
        Part(files.CONTAINER, lambda container: _book(f"<metadata>{OPF}</metadata>{MANIFEST}", container)),
        Part(BODY, lambda body: files.epub({"a.xhtml": files.chapter("Bridge", body)}, OPF)),
    ],
    ".zip": [
        Part(TEXT, lambda text: files.packed({"a.txt": text, "b.html": text, "c.md": text})),
        Part("/../b.csv", lambda name: files.packed({f"a{name}": "text\na\n", "b.txt": TEXT})),
    ],
}
"""Places in files of each kind: half of the inputs go into one of these."""

WORDS: Sequence[str] = (
    *(
        "datePublished",
        "dateModified",
        "article:modified_time",
        "application/ld+json",
        "<template>",
        "<!--",
        "]]>",
        "&#0;",
    ),
    *("charset=", "utf-7", "utf-16", "iso-2022-jp", "=?utf-8?b?", "?=", "boundary=", "multipart/", "message/rfc822"),
    *("base64", "quoted-printable", "text/html", "text/plain", "attachment", "Content-Type:", "Content-Location:"),
    *(
        "/FlateDecode",
        "/LZWDecode",
        "/ASCII85Decode",
        "/ToUnicode",
        "/Kids",
        "/Type0",
        "/Identity-H",
        "/Prev",
        "/Encrypt",
    ),
    *("endstream", "endobj", " 0 R", "<w:p>", "<w:tbl>", "<w:fldChar", "w:val=", "<mc:AlternateContent>", "full-path="),
    *("<itemref", "<!DOCTYPE", "<!ENTITY x", "---\n", "```", "](", "By ", "Updated ", "yesterday", "1e999", "null"),
    *("9999-12-31", "0000-00-00", "-1", "Infinity", "\\ud800", "\u202e", "\ufeff", "\x00", "T24:00:00Z", "+99:99"),
)
"""What mutations put in, besides what they find."""

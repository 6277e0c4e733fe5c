"""Files of every kind, made where they are needed: whole ones, and the parts of bad ones."""

from __future__ import annotations

import quopri
import zlib
from base64 import encodebytes
from collections.abc import Mapping, Sequence
from email.message import EmailMessage
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from vectorstore.readers.source import Source

WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="book/book.opf"/></rootfiles></container>'
)
TEXT = "The council met on Monday and voted, by nine to four, to keep the old bridge open to carts and to walkers. " * 3


def put(folder: Path, name: str, content: str | bytes) -> Source:
    """A file with that content."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return Source(path=path)


def packed(members: Mapping[str, str | bytes]) -> bytes:
    """A zip file, its member "mimetype" as plain as the standards for packages want it."""
    stream = BytesIO()
    with ZipFile(stream, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content, ZIP_STORED if name == "mimetype" else ZIP_DEFLATED)
    return stream.getvalue()


def docx(*paragraphs: str, title: str = "", creator: str = "", xml: str = "", notes: str = "") -> bytes:
    """A Word file; ``xml`` goes into its body as it is."""
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    properties = f"<p xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>{title}</dc:title>"
    return packed(
        {
            "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
            "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'/>",
            "word/document.xml": f"<w:document xmlns:w='{WORDS}'><w:body>{body}{xml}</w:body></w:document>",
            "docProps/core.xml": f"{properties}<dc:creator>{creator}</dc:creator></p>",
        }
        | ({"word/footnotes.xml": f"<w:footnotes xmlns:w='{WORDS}'>{notes}</w:footnotes>"} if notes else {})
    )


def epub(documents: Mapping[str, str], metadata: str = "", extra: Mapping[str, str] | None = None) -> bytes:
    """A book of these documents, which are in reading order."""
    items = "".join(
        f'<item id="i{n}" href="{name}" media-type="application/xhtml+xml"/>' for n, name in _named(documents)
    )
    spine = "".join(f'<itemref idref="i{n}"/>' for n, _ in _named(documents))
    opf = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        f' xmlns:opf="http://www.idpf.org/2007/opf"><metadata>{metadata}</metadata>'
        f"<manifest>{items}</manifest><spine>{spine}</spine></package>"
    )
    pages = {f"book/{name}": text for name, text in documents.items()}
    return packed(
        {"mimetype": "application/epub+zip", "META-INF/container.xml": CONTAINER, "book/book.opf": opf}
        | pages
        | dict(extra or {})
    )


def _named(documents: Mapping[str, str]) -> list[tuple[int, str]]:
    return list(enumerate(documents))


def chapter(heading: str, text: str = TEXT) -> str:
    """A document of a book."""
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<html xmlns="http://www.w3.org/1999/xhtml"><head><title/></head>'
        f"<body><h1>{heading}</h1><p>{text}</p></body></html>"
    )


def pdf(pages: Sequence[Sequence[str]], info: str = "", xmp: str = "") -> bytes:
    """A PDF file with these lines of Latin letters on its pages; ``info`` goes into its information as it is."""
    objects: list[str | bytes] = [
        b"<< /Type /Catalog /Pages 2 0 R" + (b" /Metadata 5 0 R" if xmp else b"") + b" >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(f'{6 + 2 * n} 0 R' for n in range(len(pages)))}] >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        f"<< {info} >>",
        stream(xmp.encode(), "/Type /Metadata /Subtype /XML"),
    ]
    for n, lines in enumerate(pages):
        shown = "".join(f"({line}) Tj T* " for line in lines)
        contents = f"BT /F1 12 Tf 14 TL 72 760 Td {shown}ET".encode("cp1252")
        objects += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {7 + 2 * n} 0 R"
            " /Resources << /Font << /F1 3 0 R >> >> >>",
            stream(contents),
        ]
    return assembled(objects)


def stream(data: bytes, entries: str = "") -> bytes:
    """A stream of a PDF file, deflated."""
    data = zlib.compress(data)
    head = f"<< {entries} /Filter /FlateDecode /Length {len(data)} >>\nstream\n".encode()
    return head + data + b"\nendstream"


def assembled(objects: Sequence[str | bytes]) -> bytes:
    """A PDF file of these objects, the first one its catalog and the fourth its information."""
    data = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(data))
        data += f"{number} 0 obj\n".encode() + (content if isinstance(content, bytes) else content.encode())
        data += b"\nendobj\n"
    start = len(data)
    data += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    data += b"".join(f"{offset:010} 00000 n \n".encode() for offset in offsets)
    data += f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info 4 0 R >>\nstartxref\n{start}\n%%EOF".encode()
    return bytes(data)


def message(
    html: str = "",
    text: str = "",
    *,
    sender: str = "",
    subject: str = "",
    headers: Mapping[str, str] | None = None,
    attached: Mapping[str, bytes] | None = None,
) -> bytes:
    """An e-mail."""
    mail = EmailMessage()
    mail.set_content(text)
    if html:
        mail.add_alternative(html, subtype="html")
    for name, content in (attached or {}).items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    for name, value in {"From": sender, "Subject": subject, **(headers or {})}.items():
        mail[name] = value
    return mail.as_bytes()


def saved_page(html: str, address: str, subject: str = "", encoding: str = "quoted-printable") -> bytes:
    """A page as Chromium saves it whole, in UTF-8."""
    encode = encodebytes if encoding == "base64" else quopri.encodestring
    head = (
        f"From: <Saved by Blink>\r\nSnapshot-Content-Location: {address}\r\nSubject: {subject}\r\n"
        "Date: Wed, 25 Nov 2026 12:00:00 -0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="--X"\r\n\r\n\r\n'
        f"----X\r\nContent-Type: text/html\r\nContent-ID: <frame@mhtml.blink>\r\n"
        f"Content-Transfer-Encoding: {encoding}\r\nContent-Location: {address}\r\n\r\n"
    )
    styles = "\r\n----X\r\nContent-Type: text/css\r\n\r\nbody { color: red }\r\n----X--\r\n"
    return head.encode() + encode(html.encode()) + styles.encode()

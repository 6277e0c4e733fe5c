"""What a file holds, told by how it begins: names are wrong often enough, and sometimes on purpose."""

from __future__ import annotations

import re

from vectorstore.errors import UnreadableFile

HEAD = 1_024  # bytes that tell

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,500}?-->\s*)*<(?:!doctype\s+html|html)\b", re.I | re.S
)
_ARCHIVED_PAGE = re.compile(rb"[A-Za-z-]+: .*^content-type:\s*multipart/related", re.I | re.S | re.M)
_JSON_NOT_IN_LINES = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:\[|\{\s*\n)")
_OFFICE = re.compile(rb"\[Content_Types\]\.xml|_rels/|docProps/|word/|xl/|ppt/|customXml/")
_NAME_AT = 30  # where a zip file's first member is named
_PAGES = (".html", ".htm")
_PACKAGES = (".docx", ".epub")

_REFUSED = {
    b"\xd0\xcf\x11\xe0": "it is an old or an encrypted Office file: save it as .docx without a password",
    b"{\\rtf": "it is an RTF file: save it as .docx or as text",
    b"\x89PNG": "it is a picture: its words cannot be read",
    b"\xff\xd8\xff": "it is a picture: its words cannot be read",
    b"GIF8": "it is a picture: its words cannot be read",
    b"\x1f\x8b": "it is packed with gzip: put .gz at the end of its name",
    b"Rar!": "it is a RAR archive: unpack it, and add what is in it",
    b"7z\xbc\xaf": "it is a 7-Zip archive: unpack it, and add what is in it",
}
_OPEN_DOCUMENT = "it is an OpenDocument file: save it as .docx or PDF"


def sniff(head: bytes, named: str) -> str:
    """The kind of a file that begins with ``head`` and whose name says ``named``: that one unless it cannot be.

    Raises:
        UnreadableFile: it is of a kind that is known and cannot be read.
    """
    for magic, reason in _REFUSED.items():
        if head.startswith(magic):
            raise UnreadableFile(reason)
    if head.startswith(b"PK\x03\x04"):
        return _package(head[_NAME_AT:], named)
    if head.startswith(b"%PDF-"):
        return ".pdf"
    if _HTML.match(head) and named not in _PAGES:
        return ".html"
    if named in _PAGES and _ARCHIVED_PAGE.match(head):
        return ".mhtml"
    if named in (".jsonl", ".ndjson") and _JSON_NOT_IN_LINES.match(head):
        return ".json"
    return named


def _package(head: bytes, named: str) -> str:
    if head.startswith(b"mimetypeapplication/epub+zip"):
        return ".epub"
    if head.startswith(b"mimetypeapplication/vnd.oasis.opendocument"):
        raise UnreadableFile(_OPEN_DOCUMENT)
    if _OFFICE.match(head):
        return ".docx"
    return named if named in _PACKAGES else ".zip"

"""Word files: mammoth makes plain HTML of them, with what was changed accepted and what was deleted left out."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from xml.parsers.expat import ExpatError
from zipfile import BadZipFile, ZipFile

from vectorstore.errors import UnreadableFile
from vectorstore.readers.html_file import text_of
from vectorstore.readers.package import open_package, parse_xml, part, refuse_unfit, texts
from vectorstore.readers.properties import author_told, title_told
from vectorstore.readers.source import Found, Source
from vectorstore.readers.text_file import article_told_of
from vectorstore.types import Failure

_PROPERTIES = "docProps/core.xml"
_NOTE_MARKS = re.compile(r'<sup><a [^>]*href="#(?:foot|end)note-\d+"[^>]*>\[\d+\]</a></sup>|<a href="#[^"]*">↑</a>')
_NO_DOCUMENT = "it is no Word file: spreadsheets and slides cannot be read"
_DAMAGED = "it is damaged: open it in a word processor, and save it anew"


def read_docx(source: Source) -> Iterator[Found | Failure]:
    """The article in a file. When the file was made or changed says nothing of when it was published."""
    with open_package(source) as package:
        _check(package)
        told = {
            "title": _property(package, "title", title_told),
            "language": _property(package, "language", str),
        }
        article = article_told_of(told, _text(source.content()))
        author = article.author or _property(package, "creator", author_told)
    yield Found(source.place, replace(article, author=author), alone=True)


def _check(package: ZipFile) -> None:
    if not any(name.startswith("word/document") for name in package.namelist()):
        raise UnreadableFile(_NO_DOCUMENT)
    for info in package.infolist():
        if info.filename.endswith((".xml", ".rels")):
            refuse_unfit(info)


def _property(package: ZipFile, name: str, told: Callable[[str], str]) -> str:
    """What the file tells of itself; nothing if that is damaged, for the text may still be whole."""
    try:
        data = part(package, _PROPERTIES)
        said = texts(parse_xml(data), name) if data else []
    except UnreadableFile:
        return ""
    return told(said[0]) if said else ""


def _text(data: bytes) -> str:
    import mammoth

    try:
        html = mammoth.convert_to_html(
            BytesIO(data), convert_image=lambda _: [], include_embedded_style_map=False, external_file_access=False
        ).value
    except RecursionError as error:
        raise UnreadableFile("its parts are nested too deeply") from error
    except (ExpatError, KeyError, ValueError, AttributeError, IndexError, BadZipFile, OSError, zlib.error) as error:
        raise UnreadableFile(_DAMAGED) from error
    return text_of(_NOTE_MARKS.sub("", html))

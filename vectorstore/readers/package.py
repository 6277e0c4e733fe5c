"""Zip files that hold one document: their parts, within limits."""

from __future__ import annotations

import zlib
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from lxml import etree

from vectorstore.errors import UnreadableFile
from vectorstore.readers.source import Source

MOST_PART = 60_000_000  # unpacked bytes of a part: as text it is a library of its own
ENCRYPTED = 0x1  # the bit of a member's flags

_DAMAGED = "it is damaged: get it anew"
_LOCKED = "it is encrypted: save it without a password"
_TOO_LARGE = f"a part of it unpacks to more than {MOST_PART // 1_000_000} MB"


def open_package(source: Source) -> ZipFile:
    """The file as a package of parts. Raises ``UnreadableFile`` if it is none."""
    try:
        return ZipFile(BytesIO(source.content()))
    except (BadZipFile, ValueError, NotImplementedError, OverflowError) as error:
        raise UnreadableFile("it is damaged or not what its name says: get it anew") from error


def part(package: ZipFile, name: str) -> bytes:
    """A part's bytes, none if there is no such part. Names are looked up in the package and nowhere else.

    Raises:
        UnreadableFile: it is damaged, encrypted or too large.
    """
    try:
        info = package.getinfo(name)
    except KeyError:
        return b""
    refuse_unfit(info)
    try:
        return package.read(info)
    except (BadZipFile, EOFError, NotImplementedError, ValueError, OSError, zlib.error) as error:
        raise UnreadableFile(_DAMAGED) from error


def refuse_unfit(part: ZipInfo) -> None:
    """Raise ``UnreadableFile`` if a part is encrypted or, by what it declares, too large: it never gives more."""
    if part.flag_bits & ENCRYPTED:
        raise UnreadableFile(_LOCKED)
    if part.file_size > MOST_PART:
        raise UnreadableFile(_TOO_LARGE)


def parse_xml(data: bytes) -> etree._Element:
    """The root of some XML. Entities stay unresolved and nothing is loaded, whatever it declares.

    Raises:
        UnreadableFile: it is not XML.
    """
    parser = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(_DAMAGED) from error


def texts(root: etree._Element, *names: str) -> list[str]:
    """The words of the elements with these local names, in the order of the names."""
    found = [element for name in names for element in root.iterfind(f".//{{*}}{name}")]
    return [text for element in found if (text := "".join(element.itertext()).strip())]

"""Bytes -> text, in whatever encoding they are."""

from __future__ import annotations

import codecs
import re

from charset_normalizer import CharsetMatch, from_bytes
from charset_normalizer.constant import FREQUENCIES

from vectorstore.errors import UnreadableFile

_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_OLDER = (
    "cp1252 cp1250 cp1251 koi8_r cp1253 cp1254 cp1255 cp1256 cp1257 cp932 euc_jp gb18030 big5 cp949 iso8859_2"
).split()
"""Encodings that a file may be in which is not Unicode. Where two fit alike, the earlier is taken."""

_BEFORE, _AFTER = 2_000, 30_000  # bytes around the first one that is not ASCII, from which the encoding is told
_HEAD = 8_000  # bytes from which it is told that a file is no text
_NOT_ASCII = re.compile(rb"[\x80-\xff]")
_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1a\x1b"))
_BINARY = "it is not text, whatever its name says"
_UNKNOWN = "its encoding cannot be told: save it as UTF-8"


def decode(data: bytes, declared: str = "") -> str:
    """The text. UTF-8 is tried first, then the declared encoding, then the one that fits best.

    Raises:
        UnreadableFile: it is no text, or in no encoding that we know.
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _in(encoding, data)
    valid = _valid_utf8(data)
    _refuse_binary(data[:_HEAD], valid is not None)
    if valid is not None:
        return valid
    return _damaged_utf8(data) or _in(declared if _known(declared) else _best_guess(data), data)


def _in(encoding: str, data: bytes) -> str:
    try:
        return data.decode(encoding)
    except UnicodeError as error:
        raise UnreadableFile(_UNKNOWN) from error


def _valid_utf8(data: bytes) -> str | None:
    try:
        return data.decode("utf-8")
    except UnicodeError:
        return None


def _refuse_binary(head: bytes, valid: bool) -> None:
    controls = len(head) - len(head.translate(None, _CONTROLS))
    if controls > len(head) / 10 or (not valid and (controls > len(head) / 100 or b"\0" in head)):
        raise UnreadableFile(_BINARY)


def _damaged_utf8(data: bytes) -> str:
    """UTF-8 with broken characters, each shown as U+FFFD; empty if it is something else.

    In no other encoding do bytes beyond ASCII look like UTF-8 twice as often as not.
    """
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    whole = len(text) - len(text.encode("ascii", "ignore")) - broken
    return text if broken * 2 <= whole else ""


def _known(encoding: str) -> bool:
    try:
        return bool(encoding) and codecs.lookup(encoding).name != "utf-8"
    except LookupError:
        return False


def _best_guess(data: bytes) -> str:
    first = _NOT_ASCII.search(data)
    start = max(first.start() - _BEFORE, 0) if first else 0
    sample = data[start : start + _BEFORE + _AFTER]
    matches = list(from_bytes(sample, cp_isolation=_OLDER))
    if not matches:
        raise UnreadableFile(_UNKNOWN)
    near = [one for one in matches if _as_good(one, matches[0])]
    return max(near, key=lambda one: (_share_of_alphabet(one), -_OLDER.index(one.encoding))).encoding


def _as_good(one: CharsetMatch, best: CharsetMatch) -> bool:
    return one.chaos <= best.chaos + 0.02 and one.coherence >= best.coherence - 0.06


def _share_of_alphabet(match: CharsetMatch) -> float:
    """How many of the letters beyond ASCII belong to those that the language uses most, 0..1."""
    usual = set(FREQUENCIES.get(match.language, ()))
    letters = [sign for sign in str(match).lower() if sign.isalpha() and not sign.isascii()]
    return sum(sign in usual for sign in letters) / len(letters) if letters else 1.0

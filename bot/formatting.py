"""What a model formats its answer with, taken off: headings, list signs, tables, emphasis, links, tags."""

from __future__ import annotations

import re

from bot.markers import tidy
from bot.reading import ENDED

_SIGN = re.compile(
    r"\s*(?:(?:[-*•+>–]|\d{1,2}[.)])\s+(?:\[[ xX]\]\s+)?)*"  # of a list, of a list of things to do
    r"(?:(?:\*\*|__)[^*_]{1,40}(?::(?:\*\*|__)|(?:\*\*|__):)\s+(?=(?-i:[^\W\d_a-z])))?"  # **Prices:** The bank
    r"(?:(?:final )?(?:answer|response|antwort|réponse|respuesta):\s+)?",
    re.IGNORECASE,
)
_TITLE = re.compile(r"\s*(?:#+\s.*|(?P<bold>\*\*|__)(?:[^\s*_.:!?\[]+ ?){1,6}(?P=bold)\s*)$")
_UNDERLINE = re.compile(r"\s*(?:=+|(?:\|?\s*:?-{3,}:?\s*)+\|?)\s*$")
_FOOTNOTE = re.compile(r"\s*\[\^?\d{1,3}\]:\s")
_IMAGE = re.compile(r"!\[[^\]]*\]\((?:[^()]|\([^()]*\))*\)?")
_LINK = re.compile(r"\[([^\]]*)\]\((?:[^()]|\([^()]*\))*\)?")
_EMPHASIS = re.compile(r"(\*{1,3}|__|`+)(?=\S)(.+?)(?<=\S)\1")
_TAG = re.compile(
    r"</?(?:p|br|b|i|u|em|strong|[uo]l|li|su[pb]|span|div|cite|answer|response|output|final|h[1-6])\s*/?>",
    re.IGNORECASE,
)
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|\*{2,}|__+")
_CELLS = re.compile(r"\s*\|\s*")


def signs_before(line: str) -> int:
    """Where what a line says begins: after the signs of a list, a quotation or a label."""
    sign = _SIGN.match(line)
    return sign.end() if sign else 0


def says_nothing(line: str) -> bool:
    """Whether a line is a heading, or the note at the foot that a marker stands for."""
    return bool(_TITLE.match(line)) or (bool(_FOOTNOTE.match(line)) and not ENDED.search(line.strip()))


def underlines(line: str) -> bool:
    """Whether a line makes a heading of the one before it: of a section, or of a table."""
    return bool(_UNDERLINE.match(line))


def unformatted(text: str) -> str:
    """The words of a sentence: no emphasis, no tag, no image, of a link only its words, of a table's row its cells."""
    text = _EMPHASIS.sub(r"\2", _TAG.sub(" ", _LINK.sub(r"\1", _IMAGE.sub("", text))))
    text = tidy(_EMPTY.sub("", text))
    if text.startswith("|"):
        text = _CELLS.sub(", ", text.strip("| "))
    return text.lstrip(":, ")

"""Shares of a whole in a text that are not written as a percentage: "two thirds", "2/3", "⅔", "one in five"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from bot.checking.quantity import Quantity

_SMALL = "one two three four five six seven eight nine ten".split()
_COUNTS = {"a": 1, "an": 1} | {word: count for count, word in enumerate(_SMALL, start=1)}
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8,
    "ninth": 9, "tenth": 10,
}  # fmt: skip
_COUNT = rf"(?:{'|'.join(_COUNTS)}|\d{{1,3}})"

_FRACTION = re.compile(rf"\b(?P<over>{_COUNT})[\s-]+(?P<under>{'|'.join(_PARTS)})(?P<plural>s?)\b", re.IGNORECASE)
_HALF = re.compile(
    r"\b(?:half|halved|halves|halving)\b(?![\s-]+(?:an?\s|dozen|million|hour|brother|sister))", re.IGNORECASE
)
_RATIO = re.compile(
    rf"\b(?P<over>{_COUNT})\s+(?:in|out\s+of)\s+(?:every\s+)?(?P<under>{_COUNT})\b|(?<![\d/])(?P<top>\d)/(?P<bottom>\d{{1,2}})(?![\d/])",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[¼½¾⅐-⅞]")
_HEDGE = re.compile(r"\b(?:about|around|nearly|almost|over|more than|roughly|approximately|some|just under)\s+$")


def fractions(text: str) -> Iterator[Quantity]:
    """What can be nothing but a share. A claim that has one says nothing by its numerator."""
    for match in _FRACTION.finditer(text):
        over, under = _count(match["over"]), _PARTS[match["under"].casefold()]
        if over < under and (over > 1) == bool(match["plural"] or match["under"].casefold() == "halves"):
            yield _share(text, over / under, match)
    for match in _HALF.finditer(text):
        yield _share(text, 0.5, match)
    for match in _SIGN.finditer(text):
        if not text[: match.start()][-1:].isdigit():
            yield _share(text, unicodedata.numeric(match.group()), match)


def ratios(text: str) -> Iterator[Quantity]:
    """What may be a share or two numbers: "two in three", "2/3"."""
    for match in _RATIO.finditer(text):
        over, under = _count(match["over"] or match["top"]), _count(match["under"] or match["bottom"])
        if over < under:
            yield _share(text, over / under, match)


def _count(word: str) -> int:
    return int(word) if word.isdecimal() else _COUNTS[word.casefold()]


def _share(text: str, value: float, match: re.Match[str]) -> Quantity:
    hedged = bool(_HEDGE.search(text[max(0, match.start() - 20) : match.start()].casefold()))
    return Quantity("share", value, match.start(), match.end(), hedged=hedged, fraction=True)

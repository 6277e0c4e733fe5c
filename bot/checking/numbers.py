"""Numbers in a text, however they are written: "1,300", "1.3 thousand", "thirteen hundred", "13k", "half a million"."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import NamedTuple

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_UNITS = {name: value for value, name in enumerate(_SMALL)} | {
    name: 20 + 10 * place for place, name in enumerate(_TENS)
}
SCALES = {"hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "dozen": 12.0}
_SHORT_SCALES = {"k": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9, "b": 1e9, "tn": 1e12}

_TOKEN = re.compile(
    r"(?P<digits>(?<![\w.])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|(?<![\w.])\d+(?:\.\d+)?)"
    r"(?P<short>(?:k|mn?|bn?|tn)\b)?"
    rf"|\b(?P<word>{'|'.join([*_UNITS, *SCALES])}|and)\b",
    re.IGNORECASE,
)
_HEDGE = re.compile(
    r"\b(?:(?P<more>over|more than|at least|above|exceeding|no (?:fewer|less) than|not less than)"
    r"|(?P<less>nearly|almost|up to|fewer than|less than|under|below|at most|not? more than)"
    r"|about|around|some|roughly|approximately|close to|estimated|just)\s+(?:\w+\s+)?\W{0,2}$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
"""A number that is a year, of which a tenth more is no rounding."""

_PART_OF = re.compile(r"\b(?P<part>half|quarter)[\s-]+(?:of\s+)?(?:an?\s+)?$", re.IGNORECASE)
_AND_PART = re.compile(r"(?P<sign>[¼½¾])|\s+and\s+(?:an?|one)[\s-]+(?P<part>half|quarter)\b(?!-[a-z])", re.IGNORECASE)
_ARTICLE = re.compile(r"\b(?:a\s|half-)$", re.IGNORECASE)
_SCALED = re.compile(rf"[\s-]+(?P<scale>{'|'.join(SCALES)})\b", re.IGNORECASE)
_PART_SIZES = {"half": 0.5, "quarter": 0.25, "½": 0.5, "¼": 0.25, "¾": 0.75}
_DECADE = re.compile(r"['’]?s\b")
_SHORT_DECADE = re.compile(r"['’]$|\b(?:the|early|mid|late)[\s-]$", re.IGNORECASE)
_CENTURY = re.compile(r"(?:st|nd|rd|th)[\s-]centur", re.IGNORECASE)
_PART = re.compile(r"\b(early|mid|late)[\s-]+(?:the\s+)?$", re.IGNORECASE)
_PARTS = {"early": (0.0, 0.6), "mid": (0.3, 0.7), "late": (0.4, 1.0)}
"""What of a decade or century is its early part: they overlap, as people's notions of them do."""

HEDGED = 0.1
"""How far, relative to its size, a number may be off that is said to be about right."""

BEYOND = 0.25
"""The same for one that it is "more than", upwards only: "more than 500" for 560. "Nearly 500" is below it."""

ROUNDED = 0.05
"""The same for a number that is rounded without saying so: "1.3 million" for 1,284,000."""

CLOSE = 20
"""Characters before a number within which stands what belongs to it: "half a", "in the late"."""

LARGE, ROUNDED_LARGE = 10_000, 0.01
"""The same for one in digits from ``LARGE`` on that ends in 000: "13,000" for 13,042."""


class Number(NamedTuple):
    """A number where it stands. ``exact`` is half of its last written digit; ``hedged`` after "about" and the like.

    ``side`` is 1 after "more than" and the like, -1 after "nearly" and the like.
    ``years``: the first and last that it stands for, if it is a decade or a century.
    """

    value: float
    text: str
    start: int
    end: int
    exact: float = 0.0
    hedged: bool = False
    side: int = 0
    years: tuple[float, float] | None = None

    def said_by(self, others: Iterable[float]) -> float | None:
        """The nearest of the values that is this number, as precisely as it claims to be; nothing if none is.

        A year is a decade's or a century's that it lies in.
        """
        others = list(others)
        fits = (other for other in others if self._is(other))
        nearest = min(fits, key=lambda other: abs(self.value - other), default=None)
        if nearest is not None:
            return nearest
        first, last = self.years or (math.inf, -math.inf)
        return next((other for other in others if first <= other <= last), None)

    def _is(self, other: float) -> bool:
        """Whether a value is this number."""
        off, size = other - self.value, abs(self.value)
        if abs(off) <= min(self.exact, ROUNDED * size) + 1e-9 * size:
            return True
        wrong_side = self.side * off < 0
        return self.hedged and not wrong_side and abs(off) <= (BEYOND if self.side > 0 else HEDGED) * size


def numbers(text: str) -> list[Number]:
    """The numbers of a text, in order. "One" alone is a pronoun more often than a number and is left out."""
    found: list[Number] = []
    run: list[re.Match[str]] = []
    for token in _TOKEN.finditer(text):
        if token.group().casefold() == "and":
            continue
        if run and not _continues(text, run, token):
            found += _number(text, run)
            run = []
        if token["digits"] or token["word"].casefold() in _UNITS or run or _after_article(text, token):
            run.append(token)
    found += _number(text, run)
    return [number for number in (_with_part(text, one) for one in found) if number.text.casefold() != "one"]


def _continues(text: str, run: list[re.Match[str]], token: re.Match[str]) -> bool:
    between = text[run[-1].end() : token.start()]
    if token["digits"] or run[-1]["short"] or not re.fullmatch(r"\s?-?|\s+and\s+|\s+", between):
        return False
    word = token["word"].casefold()
    if word in SCALES:
        return True
    tens = run[-1]["word"] is not None and run[-1]["word"].casefold() in _TENS
    after_scale = run[-1]["word"] is not None and run[-1]["word"].casefold() in SCALES and not run[0]["digits"]
    return (word in _UNITS and _UNITS[word] < 10 and tens) or (word in _UNITS and after_scale)


def _after_article(text: str, token: re.Match[str]) -> bool:
    """Whether a scale counts as one of it: "a hundred"."""
    return token["word"].casefold() in SCALES and bool(_ARTICLE.search(_before(text, token.start())))


def _number(text: str, run: list[re.Match[str]]) -> list[Number]:
    if not run:
        return []
    total, current, unit = 0.0, 0.0, 0.0
    for token in run:
        if token["digits"]:
            current = float(token["digits"].replace(",", ""))
            scale = _SHORT_SCALES.get((token["short"] or "").casefold(), 1.0)
            unit = scale * 10.0 ** -len(token["digits"].partition(".")[2]) if scale > 1 else _rounded_to(current)
            current *= scale
        elif token["word"].casefold() in _UNITS:
            current += _UNITS[token["word"].casefold()]
        else:
            scale = SCALES[token["word"].casefold()]
            decimals = len((run[0]["digits"] or "").partition(".")[2])
            unit = scale * 10.0**-decimals if scale >= 1e3 else 0.0
            current = (current or 1.0) * scale
            total, current = (total, current) if scale == 1e2 else (total + current, 0.0)
    start, end = run[0].start(), run[-1].end()
    year = _YEAR.fullmatch(text[start:end]) is not None
    hedge = None if year else _HEDGE.search(text[max(0, start - 40) : start])
    side = (hedge["more"] is not None) - (hedge["less"] is not None) if hedge else 0
    value, years = total + current, _years(text, run[0]) if len(run) == 1 else None
    return [Number(value, text[start:end], start, end, unit / 2, hedge is not None, side, years)]


def _rounded_to(value: float) -> float:
    """What a large number in thousands is rounded to; 0 for any other."""
    return min(1000.0, 2 * ROUNDED_LARGE * value) if value >= LARGE and value % 1000 == 0 else 0.0


def _with_part(text: str, number: Number) -> Number:
    """The number with the half or quarter that it is of, or that it has besides: "half a million", "two and a half"."""
    before = _PART_OF.search(text, max(0, number.start - CLOSE), number.start)
    if before and number.text.casefold() in SCALES:
        start, size = before.start(), _PART_SIZES[before["part"].casefold()]
        return _spanning(text, number._replace(value=size * number.value, exact=0.0), start, number.end)
    after = _AND_PART.match(text, number.end)
    if not after or number.value % 1:
        return number
    scaled = _SCALED.match(text, after.end())
    scale = SCALES[scaled["scale"].casefold()] if scaled else 1.0
    part = (
        SCALES.get(number.text.split()[-1].casefold(), 1.0) * _PART_SIZES[(after["sign"] or after["part"]).casefold()]
    )
    value = scale * (number.value + part)
    return _spanning(text, number._replace(value=value, exact=0.0), number.start, (scaled or after).end())


def _before(text: str, start: int) -> str:
    return text[max(0, start - CLOSE) : start]


def _spanning(text: str, number: Number, start: int, end: int) -> Number:
    return number._replace(text=text[start:end], start=start, end=end)


def _years(text: str, token: re.Match[str]) -> tuple[float, float] | None:
    """The years of "the 1960s", "the '60s", "the late 1800s" or "the 20th century"; nothing for any other number."""
    digits, after = token["digits"] or "", text[token.end() : token.end() + 10]
    if re.fullmatch(r"[12]\d\d0", digits) and _DECADE.match(after):
        first, length = int(digits), 100 if digits.endswith("00") and digits < "2000" else 10
    elif (
        re.fullmatch(r"[2-9]0", digits) and _DECADE.match(after) and _SHORT_DECADE.search(_before(text, token.start()))
    ):
        first, length = 1900 + int(digits), 10
    elif re.fullmatch(r"\d\d?", digits) and _CENTURY.match(after):
        first, length = 100 * int(digits) - 99, 100
    else:
        return None
    part = _PART.search(_before(text, token.start()))
    low, high = _PARTS[part[1].casefold()] if part else (0.0, 1.0)
    return first + low * length, first + high * length - 1

"""The words of a sentence in a form in which equal means the same: none is left out that turns a meaning round.

Nothing is stemmed, as a tense or a plural may be what is wrong. Only what ``EQUAL`` and ``ALIKE`` list is one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.checking.names import without_stops
from bot.checking.numbers import numbers
from bot.checking.tokens import key_of
from bot.proving.lexicon import ALIKE, BEFORE_NUMBER, EQUAL, FRACTIONS, HAPPENING, PERHAPS, REPORTING
from vectorstore.words import FUNCTION_WORDS

YEAR = re.compile(r"1[5-9]\d\d|20\d\d")

PERFECT = frozenset({"has", "have", "had"})
"""What changes nothing before a verb of saying."""

ARTICLES = frozenset({"a", "an", "the"})
LONGEST = max(map(len, EQUAL))

DATELINE = re.compile(r"^[A-Z][A-Z .]+(?:, [A-Z][\w .]+)? \([A-Z][\w ]+\) [-–—] ")
"""Where and by whom an agency's article was written: "PORT HALDEN (NWA) - "."""

_PIECE = re.compile(r"(?P<word>[^\W_]+(?:['’][^\W_]+)*|[$£€%])|(?P<minus>(?<!\w)[-−](?=\d))|(?P<mark>[,;:()–—\"“”]|--)")
_IZE = re.compile(r"iz(e|ed|es|ing|ation|ations)$")


class Word(NamedTuple):
    """A word or a mark. Words with equal keys mean the same; ``quoted`` is whether it stands in quotation marks."""

    key: str
    text: str
    quoted: bool = False
    mark: bool = False
    article: str = ""  # the one that it had before it: "a", "an", "the"

    @property
    def name(self) -> bool:
        """Whether it is written as a name is."""
        return self.text[:1].isupper()

    @property
    def number(self) -> bool:
        """Whether it is a number."""
        return self.key.startswith("#")


def read(text: str, *, quoted: bool = False) -> list[Word]:
    """The words and marks of a text, articles left out; ``quoted`` is whether it begins within a quotation."""
    pieces = _pieces(without_stops(DATELINE.sub("", text)), quoted)
    return list(_owner_first(list(_year_first(list(_without_articles(_equal(list(pieces))))))))


def said(words: Sequence[Word]) -> list[Word]:
    """The words without the marks."""
    return [word for word in words if not word.mark]


def ends_quoted(text: str, *, quoted: bool = False) -> bool:
    """Whether a quotation is still open where a text ends; it is not beyond a paragraph."""
    for sign in re.findall(r"[\"“”]|\n\s*\n", text):
        quoted = {"“": True, "”": False, '"': not quoted}.get(sign, False)
    return quoted


def _pieces(text: str, quoted: bool) -> Iterator[Word]:
    counted = {number.start: number for number in numbers(text)}
    at = 0
    while match := _PIECE.search(text, at):
        at = match.end()
        if number := counted.get(match.start()):
            at = number.end
            yield Word(key_of(number.value), number.text, quoted)
        elif match["word"]:
            yield from _words(match["word"], quoted)
        elif match["minus"]:
            yield Word("minus", match["minus"], quoted)
        elif match["mark"] in '"“”':
            quoted = {"“": True, "”": False}.get(match["mark"], not quoted)
        else:
            yield Word({"—": "–", "--": "–"}.get(match["mark"], match["mark"]), match["mark"], quoted, mark=True)


def _words(word: str, quoted: bool) -> Iterator[Word]:
    lower = word.casefold().replace("’", "'")
    if word.isupper() and len(word) > 1 and lower in FUNCTION_WORDS:
        lower = word
    key = _IZE.sub(r"is\1", ALIKE.get(lower, lower))
    if key.endswith("n't"):
        yield Word({"ca": "can", "wo": "will"}.get(key[:-3], key[:-3]), word, quoted)
        key = "not"
    yield Word(key, word, quoted)


def _equal(words: list[Word]) -> Iterator[Word]:
    at = 0
    while at < len(words):
        keys = tuple(word.key for word in words[at : at + LONGEST])
        size = next((size for size in range(len(keys), 0, -1) if keys[:size] in EQUAL), 0)
        if keys[0] in PERFECT and keys[1:2] and keys[1] in REPORTING and not words[at].quoted:
            at += 1
            continue
        if size:
            yield words[at]._replace(key=EQUAL[keys[:size]])
        elif words[at].key in BEFORE_NUMBER and at + 1 < len(words) and words[at + 1].number:
            yield words[at]._replace(key=BEFORE_NUMBER[words[at].key])
        elif words[at].key in PERHAPS and keys[1:2] and keys[1] in HAPPENING:
            yield words[at]._replace(key="could")
        else:
            yield words[at]
        at += size or 1


def _year_first(words: list[Word]) -> Iterator[Word]:
    """ "The eruption of 1977" as "the 1977 eruption"."""
    at = 0
    while at < len(words):
        keys = [word.key for word in words[at : at + 3]]
        year = len(keys) == 3 and YEAR.fullmatch(words[at + 2].text) is not None and not words[at + 2].article
        thing = words[at].key.isalpha() and not words[at].name and words[at].key not in FUNCTION_WORDS
        if year and thing and keys[1] == "of":
            yield words[at + 2]._replace(article=words[at].article)
            yield words[at]._replace(article="")
            at += 2
        else:
            yield words[at]
        at += 1


def _owner_first(words: list[Word]) -> Iterator[Word]:
    """ "Shares in Corran" as "Corran's shares"."""
    at = 0
    while at < len(words):
        end = at + 2
        while at == 0 and words[at].key == "shares" and end < len(words) and words[end].name and not words[end].mark:
            end += 1
        if end > at + 2 and words[at + 1].key == "in" and not words[end - 1].key.endswith("'s"):
            yield from words[at + 2 : end - 1]
            yield words[end - 1]._replace(key=f"{words[end - 1].key}'s")
            yield words[at]
            at = end
        else:
            yield words[at]
            at += 1


def _without_articles(words: Iterator[Word]) -> Iterator[Word]:
    """Articles change nothing, but in "a few" and "a third"; "that" changes nothing after "said"."""
    before = held = ""
    for word in words:
        if word.key in ARTICLES:
            held = word.key
        elif not (word.key == "that" and before in REPORTING):
            key = f"a {word.key}" if held and word.key in FRACTIONS else word.key
            yield word._replace(key=key, article=held)
            before, held = (before if word.mark else word.key), ""

"""The words of a text in a form in which two texts compare: stems, numbers by value, peoples by their country."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.checking.names import without_stops
from bot.checking.numbers import Number, numbers
from bot.checking.peoples import IN_FULL, country
from vectorstore.words import FUNCTION_WORDS, WORD, stem

_COMPOUND = re.compile(r"\b[^\W\d_]+(?:-[^\W\d_]+)+\b")


class Token(NamedTuple):
    """A word that carries meaning. Equal keys mean the same: "Russians" and "Russia", "1,300" and "1.3 thousand"."""

    key: str
    text: str
    number: Number | None = None


def tokens(text: str) -> list[Token]:
    """The content words and numbers of a text, in order."""
    text = without_stops(text)
    found: list[Token] = []
    after = 0
    for number in numbers(text):
        found += _words(text[after : number.start])
        found.append(Token(key_of(number.value), number.text, number))
        after = number.end
    return found + _words(text[after:])


def key_of(value: float) -> str:
    """The key of a number."""
    return f"#{value:.12g}"


def compounds(text: str) -> set[str]:
    """The keys of hyphenated words written as one: "ceasefire" for "cease-fire"."""
    return {stem(match.group().replace("-", "").casefold()) for match in _COMPOUND.finditer(text)}


def _words(text: str) -> list[Token]:
    found: list[Token] = []
    for match in WORD.finditer(text):
        if token := _token(match.group()):
            whole = f"{found[-1].text} {token.text}" if found else ""
            if short := IN_FULL.get(whole.casefold()):
                found[-1] = Token(stem(short), whole)
            else:
                found.append(token)
    return found


def _token(word: str) -> Token | None:
    lower = word.casefold().replace("’", "'").removesuffix("'s").strip("_")
    name = word.isupper() and len(word) > 1
    if not lower or (lower in FUNCTION_WORDS and not name):
        return None
    return Token(stem(country(lower)), word)

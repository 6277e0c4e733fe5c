"""Sentences in which who did what to whom is turned round, and the same said in another order that is as true."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random

from vectorstore.words import FUNCTION_WORDS

NAMES = re.compile(r"\b[A-Z][\w’'-]*\w(?:(?: of| the| de| van)? [A-Z][\w’'-]*\w)*")
NUMBERS = re.compile(r"\b\d[\d,.]*\d\b|\b\d\b|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b")

_OPENERS = FUNCTION_WORDS | set("according although also despite following however later since while".split())
_EQUAL = re.compile(r"(?:\s*,\s*(?:and|or)?\s*|\s+(?:and|or|&)\s+|\s*\(|\s+)(?:the )?")
_EITHER_WAY = re.compile(r"\b(?:met|married|with|and|sibling|brother|sister|border\w*|between)\b")
_RANGE = re.compile(r"\W*(?:and|to|or|-|–)?\W*")
_PAST = {
    "beaten": "beat", "begun": "began", "broken": "broke", "chosen": "chose", "drawn": "drew", "driven": "drove",
    "given": "gave", "known": "knew", "seen": "saw", "shown": "showed", "sung": "sang", "taken": "took",
    "written": "wrote",
}  # fmt: skip
_SAME_PAST = "bought brought built found fought held led left lost made met paid put run sent set shot sold told won"
_BY = re.compile(
    r"^(?P<whom>(?:(?!\b(?:that|which|who|by)\b)[^,;])+?) (?:was|were|is|are|has been|had been|have been) (?:\w+ly )?"
    rf"(?P<did>\w+ed|{'|'.join([*_PAST, *_SAME_PAST.split()])}) by "
    r"(?P<who>(?:the |a |an )?(?:[\w’'-]+ ){0,5}?[\w’'-]+)"
    r"(?P<rest>(?: (?:in|on|at|for|to|from|after|during|as|and)\b.*)?\.?)$"
)
_AHEAD = re.compile(
    r"^((?:In|On|At|After|During|Before|From|By|Since|Until|Following|Under|With|Between) [^,]{3,60}), ([^,]+?)\.?$"
)
_BEHIND = re.compile(r"^([A-Z][^,;]+?) (in \d{4}|on \w+ \d{1,2}, \d{4}|on [A-Z]\w+day|during [^,.]+)\.?$")
_SAID = re.compile(
    r"^(?P<who>(?:[A-Z][\w’'-]+ ?){1,4}) (?P<says>said|says|argued|argues|claimed|claims|believed|stated|reported"
    r"|announced|noted|suggested|wrote|added|explained|concluded|believes|thought) (?:that )?(?P<what>.{20,}?)\.?$"
)


def names_of(sentence: str, text: str) -> Iterator[tuple[int, str]]:
    """Where a sentence has names that a text has too."""
    for match in NAMES.finditer(sentence):
        name, start = match.group(), match.start()
        first, _, rest = name.partition(" ")
        if first.casefold() in _OPENERS and rest:
            name, start = rest, start + len(first) + 1
        if name in text and name.split()[0].casefold() not in _OPENERS:
            yield start, name


def names_swapped(sentence: str, text: str, chance: Random) -> str:
    """The sentence with two of its names in each other's place, or nothing; not those that may be either way round."""
    found = list(names_of(sentence, text))
    pairs = [
        (one, other)
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if one[1] not in other[1] and other[1] not in one[1] and _unequal(sentence[one[0] + len(one[1]) : other[0]])
    ]
    return _exchanged(sentence, *chance.choice(pairs)) if pairs else ""


def numbers_swapped(sentence: str, chance: Random) -> str:
    """The sentence with two of its numbers in each other's place, or nothing."""
    found = [(match.start(), match.group()) for match in NUMBERS.finditer(sentence)]
    pairs = [
        (one, other)
        for at, one in enumerate(found)
        for other in found[at + 1 :]
        if one[1] != other[1] and not _RANGE.fullmatch(sentence[one[0] + len(one[1]) : other[0]])
    ]
    return _exchanged(sentence, *chance.choice(pairs)) if pairs else ""


def made_active(sentence: str, text: str) -> tuple[str, str] | None:
    """Of "A was beaten by B": "B beat A", and wrongly "A beat B"."""
    match = _BY.match(sentence)
    if not match or re.search(r"\d", match["who"]):
        return None
    did = _PAST.get(match["did"], match["did"])
    right = f"{_upper(match['who'])} {did} {_lower(match['whom'], text)}{match['rest']}"
    return right, f"{match['whom']} {did} {match['who']}{match['rest']}"


def moved(sentence: str, text: str) -> str:
    """The sentence with its time or place at the other end, or nothing."""
    if match := _AHEAD.match(sentence):
        return f"{_upper(match[2])} {match[1][:1].lower()}{match[1][1:]}."
    if match := _BEHIND.match(sentence):
        return f"{_upper(match[2])}, {_lower(match[1], text)}."
    return ""


def retold(sentence: str, text: str, chance: Random) -> tuple[str, str] | None:
    """Of "A said that …": the same in another order, and the same said by somebody else; "" if there is nobody."""
    match = _SAID.match(sentence)
    if not match:
        return None
    who, says, what = match["who"].strip(), match["says"], match["what"]
    told = f"{_upper(what)}, {who} {says}."
    right = chance.choice([f"According to {who}, {what}.", told, f"{_upper(what)}, according to {who}."])
    others = [name for _, name in names_of(text, text) if name not in who and who not in name and len(name) > 3]
    if not others:
        return right, ""
    other = chance.choice(others)
    swapped = what.replace(other, who)
    wrong = [f"According to {other}, {swapped}.", f"{other} {says} {swapped}.", f"{_upper(swapped)}, {other} {says}."]
    return right, chance.choice(wrong)


def _unequal(between: str) -> bool:
    return not (_EQUAL.fullmatch(between) or _EITHER_WAY.search(between))


def _exchanged(sentence: str, one: tuple[int, str], other: tuple[int, str]) -> str:
    (first, name), (second, name_there) = one, other
    middle = sentence[first + len(name) : second]
    return sentence[:first] + name_there + middle + name + sentence[second + len(name_there) :]


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _lower(text: str, source: str) -> str:
    """The text as it goes on in a sentence: its first word keeps its capital where it is a name."""
    return text if text in source and text.split()[0].casefold() not in _OPENERS else text[:1].lower() + text[1:]

"""Names in a sentence, and whether a passage has them, in this or another form ("Russian" for "Russia")."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from bot.checking.peoples import IN_FULL, country
from vectorstore.words import FUNCTION_WORDS

_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}(?:[A-Z]\b)?")
_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_OPENERS = frozenset(
    """according additionally afterwards although altogether amid besides certainly conversely currently despite
    earlier eventually finally first following furthermore hence however in indeed instead later lastly likewise
    meanwhile moreover nearly nevertheless next nonetheless notably overall perhaps previously rather recently
    regarding second similarly specifically subsequently third thus today together tomorrow unlike yesterday yes no
    across along alongside among amid another around behind beyond depending different due except former half inside
    like near none numerous other others outside part plenty prior several similar throughout toward towards
    various""".split()
)
_PEOPLE = frozenset(
    """activists analysts authorities businesses campaigners children citizens companies couples critics customers
    detectives doctors drivers employees engineers experts families fans farmers females firefighters fishermen
    historians hundreds inspectors investigators journalists judges lawmakers lawyers leaders males men migrants
    millions ministers motorists neighbours neighbors nurses observers officers officials opponents parents
    passengers patients people police politicians prosecutors protesters protestors pupils reporters rescuers
    researchers residents scientists soldiers spectators students supporters teachers teenagers thousands tourists
    troops users viewers villagers visitors volunteers voters witnesses women workers""".split()
)
"""What a sentence may begin with that is no name: who else does things in articles."""

_SPELT_OUT = {
    "tv": ("television",), "pm": ("prime minister",), "ceo": ("chief executive",), "vp": ("vice president",),
    "mp": ("member of parliament",), "mps": ("members of parliament",), "ai": ("artificial intelligence",),
    "gdp": ("gross domestic product",),
}  # fmt: skip
"""Short forms of what is written without capitals, so that no initials tell of it."""

_SUFFIXES = ("", "n", "an", "ian", "ean", "ese", "i", "is", "ish", "ic", "s", "ns", "ans", "ians", "es")
_ENDINGS = re.compile(r"(?:a|e|y|en|ey|land)$")


class Name(NamedTuple):
    """A capitalised word, as written; ``first`` when it may be capital only because it opens the sentence."""

    text: str
    start: int
    first: bool = False


def names(sentence: str) -> list[Name]:
    """The words of a sentence that are written as names, in order; "United States" and the like are one."""
    found: list[Name] = []
    plain = without_stops(sentence)
    tokens = list(_WORD.finditer(plain))
    for at, token in enumerate(tokens):
        word = token.group()
        opens = at == 0 or _opens(plain, tokens[at - 1].end(), token.start())
        if not word[0].isupper() or not _may_name(word, opens):
            continue
        follows = at + 1 < len(tokens) and tokens[at + 1].group()[0].isupper()
        name = Name(_bare(word), token.start(), opens and not follows and not word.isupper())
        whole = f"{found[-1].text} {name.text}" if found else ""
        if whole.casefold() in IN_FULL and plain.startswith(whole, found[-1].start):
            found[-1] = found[-1]._replace(text=whole)
        else:
            found.append(name)
    return found


def without_stops(text: str) -> str:
    """The text with the full stops taken out of initials: "U.N." becomes "UN"."""
    return _INITIALS.sub(lambda match: match.group().replace(".", ""), text)


class Names:
    """What a passage calls things: its words, and the initials of the names in it."""

    def __init__(self, texts: Iterable[str]) -> None:
        plain = [without_stops(text) for text in texts]
        words = [_bare(token.group()) for text in plain for token in _WORD.finditer(text)]
        self.words = {word.casefold() for word in words if word.casefold() not in FUNCTION_WORDS or word.isupper()}
        small = [text.casefold() for text in plain]
        self.words |= {short for full, short in IN_FULL.items() if any(full in text for text in small)}
        self.words |= {short for short, fulls in _SPELT_OUT.items() if any(f in text for f in fulls for text in small)}
        self.roots = {form for word in self.words for form in forms_of(word)}
        self.initials = {initials for text in plain for initials in initials_in(text)}

    def __contains__(self, name: object) -> bool:
        word = str(name).casefold()
        if word in IN_FULL:
            return IN_FULL[word] in self.roots
        if word in self.words or not self.roots.isdisjoint(forms_of(word)):
            return True
        parts = [part for part in re.split(r"[-’']", word) if part]
        if len(parts) > 1:
            return all(part in self or part in FUNCTION_WORDS for part in parts)
        return str(name).isupper() and word in self.initials


def _may_name(word: str, opens: bool) -> bool:
    lower = _bare(word).casefold()
    if len(lower) < 2 or (lower in FUNCTION_WORDS and not (word.isupper() and len(word) > 1)):
        return False
    return not (opens and (lower in _OPENERS or lower in _PEOPLE or lower.endswith(("ly", "ing"))))


def _opens(text: str, before: int, start: int) -> bool:
    return bool(re.search(r"[.!?:]\s|[\"“‘(]", text[before:start]))


def _bare(word: str) -> str:
    return re.sub(r"['’]s?$", "", word).rstrip("-")


def forms_of(word: str) -> set[str]:
    """The roots of a lower-case name, so that two forms of one have some in common: "iranian" and "iran"."""
    word = country(word)
    forms = {word}
    for suffix in _SUFFIXES:
        if suffix and word.endswith(suffix) and len(word) - len(suffix) >= 3:
            forms.add(word[: -len(suffix)])
    shorter = _ENDINGS.sub("", word)
    if len(shorter) >= 3:
        forms.add(shorter)
    return forms


def initials_in(text: str) -> Iterable[str]:
    """Initials of every run of names, with and without its first words: "UN Security Council" gives "sc" too."""
    for run in re.findall(r"(?:\b[A-Z][\w’'-]+(?:\s+(?:of|the|for|and)\s+|\s+)?){2,7}", text):
        letters = "".join(word[0] for word in run.split() if word[0].isupper()).casefold()
        yield from (letters[start:end] for start in range(len(letters)) for end in range(start + 2, len(letters) + 1))

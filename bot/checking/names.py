"""Names in a sentence, by how they are written."""

from __future__ import annotations

import re
from typing import NamedTuple

from bot.checking.peoples import IN_FULL
from vectorstore.words import FUNCTION_WORDS

_INITIALS = re.compile(r"\b(?:[A-Z]\.){2,}(?:[A-Z]\b)?")
WORD = re.compile(r"[^\W\d_][\w’'-]*")
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


class Name(NamedTuple):
    """A capitalised word, as written; ``first`` when it may be capital only because it opens the sentence.

    ``opens``: it opens the sentence, whatever follows it.
    """

    text: str
    start: int
    first: bool = False
    opens: bool = False


def names(sentence: str) -> list[Name]:
    """The words of a sentence that are written as names, in order; "United States" and the like are one."""
    found: list[Name] = []
    plain = without_stops(sentence)
    tokens = list(WORD.finditer(plain))
    for at, token in enumerate(tokens):
        word = token.group()
        opens = at == 0 or _opens(plain, tokens[at - 1].end(), token.start())
        if not word[0].isupper() or not _may_name(word, opens):
            continue
        follows = at + 1 < len(tokens) and tokens[at + 1].group()[0].isupper()
        name = Name(bare(word), token.start(), opens and not follows and not word.isupper(), opens)
        whole = f"{found[-1].text} {name.text}" if found else ""
        if whole.casefold() in IN_FULL and plain.startswith(whole, found[-1].start):
            found[-1] = found[-1]._replace(text=whole)
        else:
            found.append(name)
    return found


def without_stops(text: str) -> str:
    """The text with the full stops taken out of initials: "U.N." becomes "UN"."""
    return _INITIALS.sub(lambda match: match.group().replace(".", ""), text)


def _may_name(word: str, opens: bool) -> bool:
    lower = bare(word).casefold()
    if len(lower) < 2 or (lower in FUNCTION_WORDS and not (word.isupper() and len(word) > 1)):
        return False
    return not (opens and (lower in _OPENERS or lower in _PEOPLE or lower.endswith(("ly", "ing"))))


def _opens(text: str, before: int, start: int) -> bool:
    return bool(re.search(r"[.!?:]\s|[\"“‘(]", text[before:start]))


def bare(word: str) -> str:
    """A word without a possessive or a hyphen at its end."""
    return re.sub(r"['’]s?$", "", word).rstrip("-")

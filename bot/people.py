"""Names in a question or an answer, what people are called, and which of the names may be theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.checking.peoples import COUNTRIES, IN_FULL, country
from bot.checking.seats import seat_of
from bot.clause import head_of
from bot.unknown import TITLES
from vectorstore.words import FUNCTION_WORDS

_PART = r"(?:[A-Z][\w’'-]*\w|[A-Z]{2,}s?|[A-Z]\.)"
_RUN = re.compile(
    rf"(?P<before>\b[a-z][\w’'-]* )?(?P<name>\b{_PART}(?: (?:of |de |van |von |bin |al |du |la )?{_PART})*)"
)
NEAR = 60
"""Characters around a name that tell whose it is."""

_POSSESSIVE = re.compile(r"['’]s?$")
_PLACED = frozenset("in at near from to outside across around through into".split())
_DETERMINED = re.compile(r"\b(?:the|an?|this|that)(?: [a-z’'-]+)? $", re.IGNORECASE)
_SAYS = (
    r"(?:sa(?:id|ys?)|told|tells|stated?s?|add(?:ed|s)|announced?s?|warn(?:ed|s)|claim(?:ed|s)|argue[ds]|wrote|writes|"
    r"insist(?:ed|s)|explain(?:ed|s)|declare[ds]|suggest(?:ed|s)|admit(?:ted|s)|denie[ds]|called)"
)

ROLES = frozenset(
    """minister president premier chancellor mayor governor senator king queen prince princess captain coach manager
    director chief chairman chairwoman spokesman spokeswoman spokesperson ambassador secretary general leader founder
    author writer singer actor actress player driver pilot doctor nurse lawyer solicitor judge farmer teacher professor
    scientist officer inspector detective clerk councillor analyst economist editor reporter journalist survivor victim
    witness suspect man woman boy girl father mother son daughter husband wife brother sister grandfather grandmother
    owner head boss candidate winner firefighter fm mr mrs ms dr sir""".split()
)
"""Who is called so is a person; "it" stands for something else."""

SHE = frozenset("woman girl mother daughter wife sister grandmother queen princess actress chairwoman mrs ms".split())
HE = frozenset("man boy father son husband brother grandfather king prince actor chairman mr sir".split())


@dataclass(frozen=True, slots=True)
class Named:
    """A name and where it stands."""

    name: str
    before: str  # the word before it, in lower case; empty where that has a capital
    ahead: str  # what stands before it, and what follows: ``NEAR`` characters
    after: str

    @property
    def is_place(self) -> bool:
        """Whether it is a country, or stands where places do."""
        return self.before in _PLACED or is_land(self.name)

    @property
    def opens(self) -> bool:
        """Whether it is one word at the very beginning, and neither a country nor somebody who speaks."""
        return not self.ahead.strip() and " " not in self.name and not self.is_place and not self.is_person

    @property
    def is_described(self) -> bool:
        """Whether "the" stands before it, as before ships and courts; "the singer" before a name is somebody."""
        return self.before not in ROLES and _DETERMINED.search(self.ahead) is not None

    @property
    def may_be_person(self) -> bool:
        """Whether nothing speaks against a person."""
        return not (self.is_place or self.is_described or self.name.isupper() or any(map(str.isdigit, self.name)))

    @property
    def is_person(self) -> bool:
        """Whether it speaks, or has an office."""
        speaks = re.match(rf"\W*{_SAYS}\b", self.after) or re.fullmatch(_SAYS, self.before)
        return self.may_be_person and bool(speaks or self.before in ROLES or _titled(self.name))


def named(text: str) -> Iterator[Named]:
    """The names of a text, in order, as they stand there."""
    for found in _RUN.finditer(text):
        before, name = (found["before"] or "").strip().casefold(), _POSSESSIVE.sub("", found["name"])
        first, _, rest = name.partition(" ")
        if first.casefold() in FUNCTION_WORDS and not (first.isupper() and len(first) > 1):
            name, before = rest, first.casefold()
        if name:
            yield Named(
                name,
                before,
                text[max(0, found.start("name") - NEAR) : found.start("name")],
                text[found.end() : found.end() + NEAR],
            )


def is_land(name: str) -> bool:
    """Whether a name is that of a country, its capital or its people: "Turkey", "Turkish", "Ankara", "North Korea"."""
    lower = re.sub(r"^(?:north|south|new|west|east) ", "", name.casefold())
    return country(lower) in COUNTRIES or lower in IN_FULL or bool(seat_of(lower))


def is_role(thing: str) -> bool:
    """Whether "the mayor", or "the mayor of Ellisford", is what a person is called."""
    return bool(thing.strip()) and head_of(thing).casefold() in ROLES


def names_of(text: str) -> list[str]:
    """The names of a text, each as it is first written, without titles."""
    return list(dict.fromkeys(bare(one.name) for one in named(text)))


def names_within(sentence: str) -> list[str]:
    """The same, but for a word that may have its capital only because it opens the sentence."""
    return list(dict.fromkeys(bare(one.name) for one in named(sentence) if not one.opens))


def bare(name: str) -> str:
    """A name without titles and nationalities before it: "Turkish Foreign Minister Hakan Fidan" is "Hakan Fidan"."""
    parts = name.split()
    last = max((at for at, part in enumerate(parts) if part.casefold() in ROLES | TITLES), default=-1)
    return " ".join(parts[last + 1 :]) or name


def _titled(name: str) -> bool:
    return any(part.casefold() in ROLES for part in name.split()[:-1])

"""The parts of a short question, by its shape: "Where was the press conference held?".

Asked for is "Where", the helping verb is "was", its subject "the press conference", and "held" is the rest. There is no
dictionary of verbs and nouns behind it: where the shape does not tell them apart, there is no clause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.checking.peoples import country

HELPERS = frozenset("is are was were do does did has have had can could will would should may might must".split())
DETERMINERS = frozenset("the a an this that these those his her its their our your my".split())
PREPOSITIONS = frozenset(
    "in on at to from for with by about into over under after before during since against between near behind among "
    "through until without within across according as than like around off out up down because if when while".split()
)
QUESTION_WORDS = frozenset("who whom whose what which where when why how".split())
PRONOUNS = frozenset("he she it they him them there who which that this what where".split())
ADVERBS = frozenset(
    "ever still also now again yet already just really exactly actually so too either altogether else then not never "
    "and or but first last today yesterday ago".split()
)
QUANTIFIERS = frozenset("any some no all more most much many each every both several".split())
PLURALS = frozenset("people men women children police".split())

_ENDS = HELPERS | DETERMINERS | PREPOSITIONS | PRONOUNS | ADVERBS | QUANTIFIERS | {"of"}
"""Words that "the …" does not go on with."""

_TELL_APART = frozenset("of by on in at".split())

_DOES = frozenset("do does did can could will would should may might must".split())
"""Helping verbs after whose subject comes a verb."""

_PARTICIPLE = re.compile(r"\w{3,}ed", re.IGNORECASE)
_PARTICIPLES = frozenset(
    """
    held made found built sold shot hit won lost taken set put cut paid said told done gone born hurt kept left led met
    run sent spent begun chosen known shown thrown given written broken driven fallen frozen hidden stolen spoken torn
    worn brought bought caught taught thought fought sought heard read stuck struck sunk
    """.split()
)
_NO_PARTICIPLES = frozenset("bed seed speed breed need feed deed weed shed wed united".split())
_ASKED = re.compile(
    r"(?P<asked>(?:how (?:many|much)|what|which|whose)(?: [\w’'-]+){0,3}?|how [\w’'-]+|whom?|where|when|why|how)"
    rf" (?P<helper>{'|'.join(sorted(HELPERS))}) (?P<tail>.+)",
    re.IGNORECASE,
)
_ASKED_OF_SUBJECT = re.compile(
    r"(?P<asked>who|(?:how many|what|which) [\w’'-]+)(?P<helper>)(?: (?P<tail>.+))", re.IGNORECASE
)
_YES_NO = re.compile(rf"(?P<asked>)(?P<helper>{'|'.join(sorted(HELPERS))}) (?P<tail>.+)", re.IGNORECASE)
_TOKEN = re.compile(r"[^\s,;:?!]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A question in its parts, as written. ``subject`` is empty where what is asked for is the subject itself."""

    asked: str  # "Where", "How many people"; empty for yes or no
    helper: str  # empty for "Who vetoed it?"
    subject: str
    rest: str

    @property
    def counted(self) -> str:
        """What "how many" counts and "which" chooses from: "people"."""
        found = re.match(
            r"(?:how many|how much|what|which) (?!else\b|other\b|happened\b)(.+)", self.asked, re.IGNORECASE
        )
        return found[1] if found and (self.helper or found[0][:4].casefold() != "what") else ""


def clause_of(question: str) -> Clause | None:
    """The parts of a question; none where its shape does not tell them."""
    plain = " ".join(question.split()).strip(" ?!.")
    if re.search(r"[.?!;:()] ", plain):
        return None
    found = _YES_NO.fullmatch(plain) or _ASKED.fullmatch(plain) or _ASKED_OF_SUBJECT.fullmatch(plain)
    if not found:
        return None
    asked, helper, tail = found["asked"], found["helper"], found["tail"]
    if not helper:
        return Clause(asked=asked, helper="", subject="", rest=tail)
    length = _subject(tail.split(), asked.casefold(), helper.casefold())
    if length is None:
        return None
    words = tail.split()
    return Clause(asked=asked, helper=helper, subject=" ".join(words[:length]), rest=" ".join(words[length:]))


def things(text: str) -> Iterator[str]:
    """What a text without a subject speaks of with "the", "a" or the like before it: "the resolution"."""
    words = _TOKEN.findall(text)
    at = 0
    while at < len(words):
        length = _described(words[at:])
        if length > 1:
            length += _told_apart(words[at + length :])
            yield " ".join(words[at : at + length])
        at += max(length, 1)


def head_of(noun: str) -> str:
    """The word that says what something is: "attack" of "the attack by Hamas"."""
    words = noun.split() or [""]
    end = next((at for at, word in enumerate(words) if at and word.casefold() in _TELL_APART), len(words))
    return words[end - 1]


def is_plural(noun: str) -> bool:
    """Whether the last word of what is called something is of several, as far as its ending tells."""
    word = head_of(noun).casefold()
    people = word.endswith("s") and country(word) not in (word, word[:-1])
    return people or word in PLURALS or bool(re.search(r"[^suiw’']s$", word))


def _subject(words: Sequence[str], asked: str, helper: str) -> int | None:
    """How many words at the beginning are the subject; none where that cannot be told."""
    first = words[0].casefold()
    if first in PRONOUNS - {"that", "this"}:
        return 1
    if words[0][0].isupper():
        return _named(words)
    if first not in DETERMINERS:
        return _bare_subject(words[0], asked, helper)
    length = _described(words)
    if length < len(words) and words[length].casefold() == "of":
        return length + 1 + (_named(words[length + 1 :]) or _described(words[length + 1 :]))
    if helper in _DOES:
        ends_early = length < len(words) and words[length].casefold() in ADVERBS
        return length if length == 2 or ends_early else length - 1
    last = words[length - 1].casefold()
    if length > 2 and _is_participle(last):
        return length - 1
    told = length < len(words) or length == 2 or asked.split(" ")[0] in ("who", "what", "where", "when")
    return length if told and not last.endswith("ing") else None


def _bare_subject(word: str, asked: str, helper: str) -> int | None:
    """The same where neither a name nor "the" begins it: "people" is a subject, "resolve" and "injured" are none."""
    if helper in _DOES and is_plural(word):
        return 1
    return 0 if asked and helper not in ("do", "does", "did") else None


def _is_participle(word: str) -> bool:
    return word in _PARTICIPLES or (bool(_PARTICIPLE.fullmatch(word)) and word not in _NO_PARTICIPLES)


def _named(words: Sequence[str]) -> int:
    """How many words at the beginning are one name."""
    length = 0
    while length < len(words) and words[length][0].isupper():
        length += 1
        if words[length : length + 1] == ["of"] and words[length + 1 : length + 2] and words[length + 1][0].isupper():
            length += 1
    return length


def _told_apart(words: Sequence[str]) -> int:
    """How many words at the beginning tell which one is meant: "by Hamas", "of the ferry"."""
    if len(words) < 2 or words[0].casefold() not in _TELL_APART:
        return 0
    length = _named(words[1:]) or (_described(words[1:]) if words[0].casefold() == "of" else 0)
    return length + 1 if length else 0


def _described(words: Sequence[str]) -> int:
    """How many words at the beginning are "the …", up to what cannot go on with it; 0 where they do not begin so."""
    if not words or words[0].casefold() not in DETERMINERS:
        return 0
    return next((at for at in range(1, len(words)) if words[at].casefold() in _ENDS), len(words))

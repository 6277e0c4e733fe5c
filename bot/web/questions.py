"""Questions that a sentence of an article answers: when, where, why, how many, who somebody is, what they said.

Each is made of the sentence's own words by turning it round, and only where that is sure to be English: a sentence
that fits no pattern gives none, and neither does one in another language.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.days import MONTH, WEEKDAY
from bot.web import text
from vectorstore.words import FUNCTION_WORDS

LONGEST = 110  # characters
LONGEST_VERB = 10  # words of the verb and what belongs to it

_NAME = r"(?:[Tt]he )?(?!The )[A-Z][\w’'-]*\w(?: (?:(?:of|the|and|de|al|van|von) )*[A-Z][\w’'-]*\w)+"
_NAMED = re.compile(rf"\b{_NAME}")
_SAYS = r"(?:says|said|told|tells|warned|warns|argued|added|insisted|claimed|denied)"
_ROLE = r"(?!who\b|which\b|and\b)(?:(?:an?|the|its|his|her|their) )?[a-z][\w’' -]*"
_AUXILIARY = r"(?:will|would|can|could|must|should|was|were|is|are|has|have|had)"
_NUMBER = (
    r"(?:\d[\d,.]*(?: (?:million|billion))?|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|"
    r"[Ee]leven|[Tt]welve|[Ff]ifteen|[Ee]ighteen|[Tt]wenty|[Dd]ozens of|[Hh]undreds of|[Tt]housands of)"
)
_DAY = (
    rf"(?:{WEEKDAY}|\d{{1,2}} {MONTH}|{MONTH}|\d{{4}}|"
    r"\d{1,2}(?:\.\d\d)? [ap]\.m\.?)"
)

_TURNED = re.compile(
    rf"^(?P<subject>[A-Z][^,;:.“\"()]{{2,60}}?) (?P<auxiliary>{_AUXILIARY}) (?P<rest>[a-z][^;:“\"()]*?)[.]$"
)
_WHEN = re.compile(rf"^(?P<said>[^,]+?) (?:on|in|at|by|from) (?:(?!on |in |at |by |from )\w+ ){{0,4}}{_DAY}\b")
_WHERE = re.compile(
    rf"^(?P<said>[^,]+?) (?:in|at|near|off|outside) (?!{_DAY})(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*$"
)
_WHY = re.compile(r"^(?P<said>[^,]+?),? (?:because|owing to) ")
_COST = re.compile(
    rf"^(?P<subject>[A-Z][^,;:.“\"()]{{2,60}}?) (?P<auxiliary>will|would|could|may) cost (?:\w+ ){{0,3}}[$£€]?{_NUMBER}"
)
_COUNTED = re.compile(
    rf"^(?:(?:At least|About|Nearly|More than|Some|Around|Up to|Almost|Over) )?{_NUMBER} (?P<said>(?:[a-z]+ ){{1,3}}?"
    r"(?:were|are|have|had|died|will|fled|lost|took|voted)(?: [\w’'-]+){1,7})(?=[,.;]| and | but | after )"
)
_PAST = dict(
    pair.split()[::-1]
    for pair in (
        "agree agreed,announce announced,approve approved,arrive arrived,begin began,break broke,buy bought,"
        "capsize capsized,close closed,collapse collapsed,crash crashed,die died,end ended,erupt erupted,"
        "fall fell,find found,join joined,land landed,launch launched,leave left,lose lost,meet met,open opened,"
        "order ordered,publish published,reject rejected,release released,reopen reopened,report reported,"
        "resign resigned,rise rose,sell sold,sign signed,sink sank,start started,stop stopped,strike struck,"
        "suspend suspended,vote voted,win won"
    ).split(",")
)
_DONE = re.compile(
    rf"^(?P<subject>[A-Z][^,;:.“\"()]{{2,60}}?) (?P<past>{'|'.join(_PAST)})\b ?(?P<rest>[^;:“\"()]*?)[.]$"
)
_SPOKEN = (
    re.compile(rf"(?P<name>{_NAME})(?:, {_ROLE},)? {_SAYS}\b"),
    re.compile(rf"\b{_SAYS} (?P<name>{_NAME})"),
)
_ROLES = (
    re.compile(rf"(?P<name>{_NAME}), {_ROLE}, {_SAYS}\b"),
    re.compile(rf"\b(?:says|said) (?P<name>{_NAME}), {_ROLE}(?=[,.])"),
)
_PRONOUN = re.compile(r"\b(it|he|she|they|them|him|her|hers|his|their|its|this|these|those|we|i|you|there)\b", re.I)
_UNFIT = re.compile(
    r"\b(not|never|no|also|then|now|later|already|still|who|which|that|where|when|if|as)\b|n[’']t\b", re.I
)
_CLAUSE = re.compile(rf"\b(?:{_SAYS}|and|but|or)\b")
_TITLED = re.compile(r"(?:Mr|Ms|Mrs|Miss|Dr|Sir|Cllr) \S+")
_OPENS = frozenset("in on at by for from with after before when while if as but and or both each so yet others".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """A question, of what ``kind`` it is, and words that what answers it must ``hold``: a sentence, or a name.

    ``article`` is the one that must answer it, if not any may.
    """

    question: str
    kind: str
    holds: str = ""
    article: str = ""


def questions(sentence: str, around: str = "") -> Iterator[Suggested]:
    """Questions that a sentence answers, most telling first. ``around`` is the text it stands in, to know names by."""
    sentence = " ".join(sentence.split())
    facts = [(kind, asked, sentence) for kind, asked in (*_counted(sentence), *_turned(sentence, around))]
    for kind, asked, holds in (*facts, *_of_people(sentence)):
        if len(asked) <= LONGEST and not _PRONOUN.search(asked):
            yield Suggested(question=asked, kind=kind, holds=holds)


def names(words: str) -> list[str]:
    """Names of several words, in order, each once."""
    return list(dict.fromkeys(_lowered(found.group()) for found in _NAMED.finditer(words)))


def _counted(sentence: str) -> Iterator[tuple[str, str]]:
    found = _COUNTED.match(sentence)
    if found and not _UNFIT.search(found["said"]) and found["said"].split()[0] not in _OPENS:
        yield "count", text.HOW_MANY.format(said=found["said"].partition(" and ")[0])


def _turned(sentence: str, around: str) -> Iterator[tuple[str, str]]:
    """The sentence turned round its auxiliary verb, or round the "did" that it has not, without what is asked for."""
    if found := _COST.match(sentence):
        if subject := _inside(found["subject"], around):
            yield "cost", text.HOW_MUCH.format(auxiliary=found["auxiliary"], subject=subject)
        return
    turned, done = _TURNED.match(sentence), _DONE.match(sentence)
    if turned and (subject := _inside(turned["subject"], around)):
        yield from _asked(turned["auxiliary"], subject, turned["rest"])
    elif done and (subject := _inside(done["subject"], around)):
        yield from _asked("did", subject, f"{_PAST[done['past']]} {done['rest']}")


def _asked(auxiliary: str, subject: str, rest: str) -> Iterator[tuple[str, str]]:
    for kind, pattern, asked in (("why", _WHY, text.WHY), ("when", _WHEN, text.WHEN), ("where", _WHERE, text.WHERE)):
        part = pattern.match(rest)
        if not part or _UNFIT.search(part["said"]) or len(part["said"].split()) > LONGEST_VERB:
            continue
        if kind == "why" or not auxiliary.startswith("ha"):  # "has", "had" with a day or a place sound odd
            yield kind, asked.format(auxiliary=auxiliary, subject=subject, said=part["said"])
            return


def _of_people(sentence: str) -> Iterator[tuple[str, str, str]]:
    for kind, patterns, asked in (("said", _SPOKEN, text.WHAT_SAID), ("who", _ROLES, text.WHO_IS)):
        found = next((match for pattern in patterns if (match := pattern.search(sentence))), None)
        name = _lowered(found["name"]) if found else ""
        if name and name.split()[0].casefold() not in _OPENS and (kind == "said" or not _TITLED.fullmatch(name)):
            yield kind, asked.format(name=name), name.split()[-1]


def _lowered(name: str) -> str:
    return f"the {name[4:]}" if name.startswith("The ") else name


def _inside(subject: str, around: str) -> str:
    """The subject of a sentence as it is written inside one; empty where that cannot be told."""
    first, _, rest = subject.partition(" ")
    unfit = (_PRONOUN, _UNFIT, _CLAUSE)
    if first.casefold() in _OPENS or any(pattern.search(subject) for pattern in unfit):
        return ""
    if re.search(rf"[\w,’'] {re.escape(first)}\b", around) and first.casefold() not in FUNCTION_WORDS:
        return subject
    if first.casefold() in FUNCTION_WORDS or re.search(rf"\b{re.escape(first.lower())}\b", around):
        return f"{first.lower()} {rest}".strip()
    return ""

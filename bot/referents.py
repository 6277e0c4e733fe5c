"""Whom and what a turn of a conversation speaks of, where it is only one: what "he", "it" and "they" stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.clause import Clause, clause_of, head_of, is_plural, things
from bot.people import HE, ROLES, SHE, Named, bare, is_land, is_role, named, names_of
from vectorstore.sentences import sentence_spans
from vectorstore.words import words

_HER, _HIS = frozenset(("she", "her", "hers")), frozenset(("he", "him", "his"))
_PERSON = re.compile(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
MOST_TURNS_BACK = 5
"""Turns back to which "he" may point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A turn as it was understood. ``question`` is a whole one, without words that were only added to find it by."""

    question: str
    added: tuple[str, ...] = ()
    answer: str = ""
    told: str = ""  # the words of the answer that answer, where that is known
    alone: bool = True  # it did not lean on what was said before
    refused: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Referents:
    """What words of the next question may stand for; empty where it is nothing, or might be several."""

    he: str = ""
    she: str = ""
    thing: str = ""
    several: str = ""
    place: str = ""


def referents(spoken: Sequence[Spoken]) -> Referents:
    """What the last of some turns speaks of, full names taken from any of them."""
    last = spoken[-1]
    clause = clause_of(last.question)
    described = [_told_instead(one, last, clause) for one in described_in(last.question)]
    asked = list(named(last.question))
    person = person_of(last) or _role(last.question, described)
    person = in_full(person, spoken) or person_before(spoken[:-1])
    return Referents(
        he="" if _speaks_of(HE | _HER, last.question, person) else person,
        she="" if _speaks_of(SHE | _HIS, last.question, person) else person,
        thing=_thing(asked, described),
        several=_several(clause, asked, described),
        place=_place(last, clause),
    )


def person_of(last: Spoken) -> str:
    """The one person whom a turn speaks of by name; empty where there is none, or several."""
    return _only(_people(last, clause_of(last.question), list(named(last.question))))


def person_before(spoken: Sequence[Spoken]) -> str:
    """The one person whom the last turn that speaks of any speaks of; empty where it is several."""
    for last in reversed(spoken[-MOST_TURNS_BACK:]):
        if people := _people(last, clause_of(last.question), list(named(last.question))):
            return in_full(_only(people), spoken)
    return ""


def described_in(question: str) -> Iterator[str]:
    """What a question speaks of that has no name, as one may go on speaking of it: "the press conference"."""
    clause = clause_of(question)
    if clause is None:
        yield from things(question)
        return
    if clause.counted:
        yield f"the {clause.counted}"
    if clause.subject.casefold().startswith(("the ", "a ", "an ")):
        yield re.sub(r"^an? ", "the ", clause.subject, flags=re.IGNORECASE)
    for thing in things(clause.rest):
        if thing.casefold().startswith(("the ", "a ", "an ")):
            yield re.sub(r"^an? ", "the ", thing, flags=re.IGNORECASE)


def first_sentence(text: str) -> str:
    """Up to where the second begins; all of a text that has only one."""
    start, end = next(iter(sentence_spans(text)), (0, 0))
    return text[start:end]


def in_full(name: str, spoken: Iterable[Spoken]) -> str:
    """A name as it is told most fully in some turns: "Sergei Lavrov" for "Lavrov"."""
    if not name:
        return ""
    texts = (text for one in spoken for text in (one.question, one.answer))
    known = {other for text in texts for other in names_of(text) if name in other.split() and other != name}
    fuller = sorted(known, key=len)
    return fuller[0] if fuller and all(fuller[0] in other for other in fuller) else name


def _people(last: Spoken, clause: Clause | None, asked: Sequence[Named]) -> list[str]:
    """Whom a turn speaks of: who was asked about, else who was asked for and told, else who spoke or holds an office.

    Where a question goes on about somebody whom it does not name, whoever else its answer names is another.
    """
    sentence = first_sentence(last.answer)
    if clause and not clause.subject and (clause.asked.casefold() == "who" or is_role(clause.counted)):
        known = {one.name for one in asked}
        told = [bare(one.name) for one in named(last.told or sentence) if one.may_be_person or last.told]
        return [] if last.refused else [name for name in told if name not in known and not is_land(name)]
    people = [bare(one.name) for one in asked if one.may_be_person]
    if people or last.refused or _PERSON.search(last.question):
        return people
    return [bare(one.name) for one in named(sentence) if one.is_person]


def _role(question: str, described: Sequence[str]) -> str:
    """ "The mayor", where a question speaks of nobody else by what they are."""
    clause = clause_of(question)
    several = len(ROLES.intersection(words(question))) > 1 or (clause is not None and is_role(clause.counted))
    return "" if several else _only(one for one in described if is_role(one))


def _told_instead(described: str, last: Spoken, clause: Clause | None) -> str:
    """What was asked for with "which", as it was told."""
    sought = clause and clause.counted and clause.asked[:3].casefold() != "how" and described == f"the {clause.counted}"
    return last.told if sought and names_of(last.told) == [last.told] else described


def _speaks_of(said: frozenset[str], question: str, person: str) -> bool:
    """Whether a question has a word for somebody else, or that cannot be said of a person, who is not called so."""
    return not said.isdisjoint(words(question)) and said.isdisjoint(words(person))


def _thing(asked: Sequence[Named], described: Sequence[str]) -> str:
    """What has no name goes before "the US", which is seldom "it"."""
    single = [one for one in described if not is_plural(one) and not is_role(one)]
    candidates = [one for one in single if head_of(one).islower()] or single
    if candidates:
        return _only(candidates)
    return asked[0].name if len(asked) == 1 and (asked[0].is_place or asked[0].name.isupper()) else ""


def _several(clause: Clause | None, asked: Sequence[Named], described: Sequence[str]) -> str:
    """Who does something before what is counted: "How many points did Rovers get?" goes on about Rovers."""
    if clause and clause.subject and is_plural(clause.subject):
        return clause.subject
    if clause and clause.counted and clause.asked.casefold().startswith("how many"):
        return f"the {clause.counted}"
    many = [one for one in described if is_plural(one)]
    if many:
        return _only(many)
    return asked[0].name if len(asked) == 1 and not described and not asked[0].is_person else ""


def _place(last: Spoken, clause: Clause | None) -> str:
    if clause and clause.asked.casefold() == "where":
        if re.match(r"(?:in|at|on|near) ", last.told):
            return last.told
        return f"in {last.told}" if names_of(last.told) == [last.told] else ""
    return _only(
        f"{one.before} {one.name}"
        for one in named(last.question)
        if one.before in ("in", "at", "near") and one.is_place
    )


def _only(found: Iterable[str]) -> str:
    """The one that is there; empty where there is none, or several."""
    distinct = list(dict.fromkeys(found))
    return distinct[0] if len(distinct) == 1 else ""

"""Who "he" or "she" is, where the sentence before leaves no doubt: it tells of one person and of nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.checking.peoples import COUNTRIES, country
from bot.proving.lexicon import REPORTING, TITLES
from bot.proving.offices import Offices, without_offices
from bot.proving.people import OFFICES, Run, given, last, runs
from bot.proving.source import Source
from bot.proving.things import FIRMS, KINDS
from bot.proving.times import CALENDAR, time_at
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

SHIPS = frozenset({"mv"})
HE, SHE = frozenset({"he"}), frozenset({"she"})
OF = {**dict.fromkeys(("mr", "sir", "lord"), HE), **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady"), SHE)}
ADDING = frozenset({"added", "said"})
GROWN = frozenset({"man", "woman"})
NAMES_TOO = frozenset({"jordan", "georgia", "kenya", "chad"})
"""Countries that people are called after."""

PLACE = frozenset("in at near outside off".split())
"""What stands before the name of a place, and of nobody."""

HUMANS = OFFICES | frozenset(
    """
    man woman boy girl child baby son daughter father mother brother sister husband wife partner friend colleague uncle
    aunt nephew niece cousin grandfather grandmother grandson granddaughter widow victim suspect defendant passenger
    driver worker rival opponent predecessor successor client patient customer neighbour student pupil soldier nurse
    doctor farmer fisherman shepherd cleaner guard clerk employee employer boss founder author writer artist singer
    actor actress priest bishop pope lord member candidate somebody someone nobody anyone everybody him her one
    reporter journalist editor photographer witness survivor deputy assistant aide adviser successor heir scientist
    """.split()
)
_WHO = re.compile(r"[a-z]{3,}(?:er|or|ist|man|men|woman|ian|ee)")
_NOBODY = FUNCTION_WORDS | frozenset(
    """
    number order letter paper water river power former later never however answer matter offer winter summer disaster
    liver fever cancer computer counter cover tower silver corner quarter chapter charter shelter border murder layer
    laser diameter meter tender whether together rather under higher lower larger smaller greater longer shorter
    earlier better bigger poorer wider deeper stronger weaker faster slower cheaper closer harder easier sooner
    newspaper transfer container helicopter trigger register cluster chamber consider remember discover deliver recover
    error mirror sector factor motor major minor interior exterior corridor tractor reactor monitor generator elevator
    terror horror exist insist consist list resist assist three free fee tree committee agree coffee degree guarantee
    german specimen september october november december
    """.split()
)
"""Others of whom "he" or "she" may tell: what most words for them end with, and a few that end so and are nobody."""


OWNERS = frozenset("his her their its our my".split())


def resolved(own: Sequence[Source], known: Offices) -> list[Source]:
    """Sentences with a name for the "he" or "she" that they begin with, or that says what is quoted."""
    found: list[Source] = []
    before: Source | None = None
    people = persons(own, known)
    for source in own:
        if all(word.quoted for word in source.words) and before and source.paragraph == before.paragraph:
            continue
        told = _told(source, before, known, people) if before else None
        found += [told] if told else []
        before = told or source
    return found


def persons(own: Iterable[Source], known: Offices) -> frozenset[str]:
    """The last names that sentences give to people: with a title, an office, an age or a "who"."""
    plain = [without_offices(source.words, known)[0] for source in own]
    names = {last(words[run[0] : run[1]]) for words in plain for run in runs(words) if _person(words, run)}
    return frozenset(names | set(known.held))


def _told(source: Source, before: Source, known: Offices, people: frozenset[str]) -> Source | None:
    at = pronoun(source.words)
    if at is None or source.paragraph - before.paragraph > 1:
        return None
    name = named(before.words, known, people, source.words[at].key)
    if not name or not (_speaks_on(source.words, at, before.words) or _alone(_beside_subject(before.words, known))):
        return None
    words = (*source.words[:at], *name, *source.words[at + 1 :])
    return replace(source, words=words, besides=(*before.besides, replace(before, besides=())))


def _speaks_on(words: Sequence[Word], at: int, before: Sequence[Word]) -> bool:
    """Whether "he" goes on saying after somebody said something: "Mr Roe said it was late. He added that …"."""
    says = at + 1 < len(words) and words[at + 1].key in REPORTING
    return says and any(word.key in REPORTING and not word.quoted for word in before)


def _beside_subject(words: Sequence[Word], known: Offices) -> list[Word]:
    """What a sentence says besides whom it is about and what he is."""
    plain = _without_the_man(without_offices(words, known)[0])
    run = _subject(plain)
    return [*plain[: run[0]], *_after_apposition(plain[run[1] :])] if run else plain


def _alone(words: Sequence[Word]) -> bool:
    """Whether a sentence names nothing and nobody by "the", "a" or "his" that "she" may be: no ship, no nun."""
    return not any(word.article or word.key in OWNERS or word.key.endswith("'s") for word in words if not word.quoted)


def pronoun(words: Sequence[Word]) -> int | None:
    """Where the "he" or "she" of whom a sentence tells is: at its beginning, behind a quotation, in ", he added,"."""
    inserted = next((at for at in range(2, len(words) - 3) if _inserted(words, at)), None)
    if inserted is not None and not any(True for _ in runs(words[: inserted - 1])):
        return inserted
    at = next((at for at, word in enumerate(words) if not word.quoted and not word.mark), len(words))
    if at == len(words) or words[at].key not in HE | SHE:
        return None
    says = at + 1 < len(words) and words[at + 1].key in REPORTING
    return at if not any(word.quoted for word in words[:at]) or says else None


def named(words: Sequence[Word], known: Offices, people: frozenset[str], pronoun: str) -> tuple[Word, ...]:
    """The name of the one person whom a sentence tells of; nothing if it may tell of more, or of somebody else."""
    quoted = [word for word in words if word.quoted]
    plain, _ = without_offices([word for word in words if not word.quoted], known)
    plain = _without_the_man(plain)
    run = _subject(plain)
    if run is not None and (only := _only_titled(plain, quoted, run, pronoun)):
        return only
    if run is None:
        return ()
    name = plain[run[0] : run[1]]
    genders = {next(iter(OF[word.key])) for word in name if word.key in OF}
    owner = name[-1].key.endswith("'s")
    if genders - {pronoun} or owner or name[0].article or last(name) not in people:
        return ()
    rest = [*plain[: run[0]], *_after_apposition(plain[run[1] :])]
    unsure = not genders and any(word.key == pronoun for word in rest)
    if unsure or any(word.key in HE | SHE for word in quoted) or any(map(_human, [*rest, *quoted])):
        return ()
    others = (other for other in runs(plain) if other != run and not _same(plain, other, run))
    strangers = (other for other in runs(quoted) if _another(quoted, other))
    return () if any(_another(plain, other) for other in others) or any(strangers) else tuple(name)


def _inserted(words: Sequence[Word], at: int) -> bool:
    """Whether ", he added," stands at a place."""
    told = words[at].key in HE | SHE and words[at + 1].key in REPORTING and not words[at].quoted
    return told and words[at - 1].key == "," and words[at + 2].key == ","


def _without_the_man(words: list[Word]) -> list[Word]:
    """The words without "the man," before the name at their beginning."""
    told = len(words) > 3 and words[0].article == "the" and words[0].key in GROWN and words[1].key == ","
    return words[2:] if told and words[2].name else words


def _only_titled(words: Sequence[Word], quoted: Sequence[Word], subject: Run, pronoun: str) -> tuple[Word, ...]:
    """The one who is called Mr or Ms as "he" or "she" asks for, where each other one is called otherwise."""
    found = [run for run in runs(words) if run == subject or _another(words, run)]
    genders = [{next(iter(OF[word.key])) for word in words[run[0] : run[1]] if word.key in OF} for run in found]
    meant = [run for run, gender in zip(found, genders, strict=True) if gender == {pronoun}]
    alone = len(meant) == 1 and len(found) > 1 and all(len(gender) == 1 for gender in genders)
    others = any(_human(word) or word.key in HE | SHE for word in [*words, *quoted])
    if not alone or others or quoted or words[meant[0][1] - 1].key.endswith("'s"):
        return ()
    return tuple(words[meant[0][0] : meant[0][1]])


def _human(word: Word) -> bool:
    """Whether a word may mean somebody."""
    return word.key in HUMANS or (not word.name and _WHO.fullmatch(word.key) is not None and word.key not in _NOBODY)


def _same(words: Sequence[Word], other: Run, one: Run) -> bool:
    """Whether a name is the last one of another."""
    name = words[other[0] : other[1]]
    return last(name) == last(words[one[0] : one[1]]) and not given(name)


def _subject(words: Sequence[Word]) -> Run | None:
    """The name that a sentence begins with, or with which it says who is quoted at its beginning."""
    at = time_at(words, 0) if words else 0
    while at < len(words) and words[at].mark:
        at += 1
    if at < len(words) and words[at].key in REPORTING:
        at += 1
    return next((run for run in runs(words) if run[0] == at), None)


def _after_apposition(words: Sequence[Word]) -> Sequence[Word]:
    """The words without what they begin with that says who somebody is: ", a former driver, left"."""
    if len(words) < 2 or words[0].key != "," or not words[1].article:
        return words
    human = next((at for at, word in enumerate(words) if word.key in HUMANS), 0)
    return words if any(word.mark for word in words[1:human]) else words[human + 1 :]


def _person(words: Sequence[Word], run: Run) -> bool:
    """Whether a name is somebody's: it has a title, an age, or a "who"."""
    name = words[run[0] : run[1]]
    if name[0].article or name[-1].key.endswith("'s"):
        return False
    if run[0] == 2 and _without_the_man(list(words)) != list(words):
        return True
    after = words[run[1] + 1 : run[1] + 3] if run[1] < len(words) and words[run[1]].key == "," else []
    aged = len(after) == 2 and after[0].number and after[1].mark
    who = bool(after) and after[0].key == "who"
    return any(word.key in TITLES - SHIPS for word in name) or aged or who


def _another(words: Sequence[Word], other: Run) -> bool:
    """Whether a name may be somebody's."""
    name = words[other[0] : other[1]]
    known = all(word.key in CALENDAR or _of_country(_bare(word.key)) for word in name)
    titled = any(word.key in TITLES for word in name)
    thing = not titled and (name[0].article or any(word.key in KINDS | FIRMS for word in name))
    start = next(
        (run[0] for run in runs(words) if run[1] == other[0] and words[run[1] - 1].key.endswith("'s")), other[0]
    )
    of = start > 1 and words[start - 1].key == "of" and words[start - 2].key in KINDS
    place = of or (start > 0 and words[start - 1].key in PLACE)
    return not (known or thing or place or all(word.key in FUNCTION_WORDS for word in name))


def _of_country(key: str) -> bool:
    """Whether a word names a country or its people, and nobody: "Israel", "Israeli", not "Jordan"."""
    return country(key) != key or key in COUNTRIES - NAMES_TOO


def _bare(key: str) -> str:
    return key.removesuffix("'s")


def speaker(before: Sequence[Word], words: Sequence[Word], at: int) -> tuple[Word, ...]:
    """Ann, of "Ann said that it was late", for the "she" of "she added that it was wet"."""
    end = next((end for start, end in runs(before) if start == 0), 0)
    says = end and end < len(before) and before[end].key in REPORTING and not before[end - 1].key.endswith("'s")
    adds = at == 0 and len(words) > 1 and words[1].key in ADDING
    return tuple(before[:end]) if says and adds and _named(before[end + 1 :]) == 0 else ()


def _named(words: Sequence[Word]) -> int:
    """How many may be somebody in what was said."""
    return sum(_another(words, run) for run in runs(words)) + sum(map(_human, words))

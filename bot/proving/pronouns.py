"""Who "he" or "she" is, where the sentence before leaves no doubt: it tells of one person and of nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.checking.peoples import country
from bot.proving.lexicon import REPORTING, TITLES
from bot.proving.offices import Offices, without_offices
from bot.proving.people import OFFICES, Run, given, last, runs
from bot.proving.source import Source
from bot.proving.times import CALENDAR, time_at
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

SHIPS = frozenset({"mv"})
HE, SHE = frozenset({"he"}), frozenset({"she"})
OF = {**dict.fromkeys(("mr", "sir", "lord"), HE), **dict.fromkeys(("mrs", "ms", "miss", "dame", "lady"), SHE)}
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
    """.split()
)
"""Others of whom "he" or "she" may tell: what most words for them end with, and a few that end so and are nobody."""


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
    if not name:
        return None
    words = (*source.words[:at], *name, *source.words[at + 1 :])
    return replace(source, words=words, besides=(*before.besides, replace(before, besides=())))


def pronoun(words: Sequence[Word]) -> int | None:
    """Where the "he" or "she" is that a sentence tells of, if it begins with it or with what is quoted of it."""
    at = next((at for at, word in enumerate(words) if not word.quoted and not word.mark), len(words))
    if at == len(words) or words[at].key not in HE | SHE:
        return None
    says = at + 1 < len(words) and words[at + 1].key in REPORTING
    return at if not any(word.quoted for word in words[:at]) or says else None


def named(words: Sequence[Word], known: Offices, people: frozenset[str], pronoun: str) -> tuple[Word, ...]:
    """The name of the one person whom a sentence tells of; nothing if it may tell of more, or of somebody else."""
    quoted = [word for word in words if word.quoted]
    plain, _ = without_offices([word for word in words if not word.quoted], known)
    run = _subject(plain)
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
    after = words[run[1] + 1 : run[1] + 3] if run[1] < len(words) and words[run[1]].key == "," else []
    aged = len(after) == 2 and after[0].number and after[1].mark
    who = bool(after) and after[0].key == "who"
    return any(word.key in TITLES - SHIPS for word in name) or aged or who


def _another(words: Sequence[Word], other: Run) -> bool:
    """Whether a name may be somebody's."""
    name = words[other[0] : other[1]]
    known = all(word.key in CALENDAR or country(_bare(word.key)) != _bare(word.key) for word in name)
    thing = name[0].article and not any(word.key in TITLES for word in name)
    place = other[0] > 0 and words[other[0] - 1].key in PLACE
    return not (known or thing or place or all(word.key in FUNCTION_WORDS for word in name))


def _bare(key: str) -> str:
    return key.removesuffix("'s")

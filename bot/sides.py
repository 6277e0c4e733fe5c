"""Questions whose answer has sides: what is compared, and where articles give different figures, days or names."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.comparing import compared, kind_asked, of_outlets
from bot.days import MONTH
from bot.kinds import Kind
from bot.plain import outlet_and_day
from bot.reading import Candidate, Reading, is_whole
from bot.types import Told
from bot.unknown import TITLES
from vectorstore.types import Headline, Query
from vectorstore.words import stem, terms, words

RIVAL = 0.35
"""A figure that another article gives is told of when its sentence scores this share of the best one's."""

ALIKE = 0.1
"""The same for a figure that agrees; and where outlets are compared, for any outlet's side."""

MOST_SIDES = 4

SAME_EVENT = 0.4
"""Two sentences tell of one thing if they share this much of the shorter one's words, besides the names in question."""

SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
).split()
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_HEDGES = frozenset(
    "about at least more than some around the a an of nearly over almost up to only just roughly".split()
)
_PERSON = re.compile(r"(?:[A-Z][\w’'.-]*\s?){1,4}")
_DAY = re.compile(rf"\b(\d{{1,2}}) ({MONTH})\b|\b({MONTH}) (\d{{1,2}})\b", re.IGNORECASE)


def outlets(reading: Reading, query: Query) -> list[Candidate]:
    """The best whole sentence of each outlet that a question names, best first; none where it names fewer than two.

    Of each outlet that has anything likely, where a question compares outlets without their names.
    """
    named = {outlet.casefold() for outlet in query.outlets}
    of_any = len(named) < 2 and compared(query) is not None and of_outlets(query.asked)
    best: dict[str, Candidate] = {}
    for candidate in reading.candidates:
        outlet = candidate.hit.article.source.casefold()
        if (outlet in named or (of_any and outlet and likely(candidate, reading))) and is_whole(candidate.text):
            best.setdefault(outlet, candidate)
    return list(best.values()) if len(best) > 1 else []


def likely(candidate: Candidate, reading: Reading) -> bool:
    """Whether a sentence may answer as the best one does: with words, where that has some."""
    best = reading.candidates[0]
    return candidate.score >= ALIKE * best.score and bool(candidate.answer or not best.answer)


def sides(reading: Reading, query: Query) -> tuple[tuple[Told, ...], Told | None]:
    """What articles give that differs, and which give what; or, where none does, what several outlets give alike."""
    kind = kind_asked(query)
    least = ALIKE if compared(query) else RIVAL
    apart = [_told(candidate, reading, kind) for candidate in differing(reading, kind, least)]
    best = None if apart else next(_answering(reading), None)
    alike = _told(best, reading, kind) if best and best.hit.article.source else None
    return tuple(apart), alike if alike and alike.also else None


def differing(reading: Reading, kind: Kind, least: float = RIVAL) -> list[Candidate]:
    """The sentence of each of the different figures, days or names that articles give, best first.

    None where they agree. Of the best one's score each must have ``least``; with less than usual, it must tell of the
    same thing.
    """
    found: list[Candidate] = []
    for candidate in _answering(reading):
        best = reading.candidates[0]
        if candidate.score < least * best.score:
            break
        certain = candidate.score >= RIVAL * best.score or _of_one_event(candidate, best)
        if certain and all(_apart(candidate, other) and _contradicts(kind, candidate, other) for other in found):
            found.append(candidate)
    return found[:MOST_SIDES] if len(found) > 1 else []


def _told(candidate: Candidate, reading: Reading, kind: Kind) -> Told:
    """What a sentence answers, in which article, and the best article of each other outlet that gives the same."""
    found: dict[str, Headline] = {candidate.hit.article.source.casefold(): candidate.hit.article}
    for other in _answering(reading):
        article = other.hit.article
        alike = _same(kind, said(candidate), said(other)) and _of_one_event(candidate, other)
        if article.source and alike and other.score >= ALIKE * reading.candidates[0].score:
            found.setdefault(article.source.casefold(), article)
    return Told(words=said(candidate), article=candidate.hit.article, also=tuple(found.values())[1:])


def _same(kind: Kind, one: str, other: str) -> bool:
    """Whether two answers are one figure of the same thing, one day, or one name."""
    if kind is Kind.NUMBER:
        units = {_unit(one), _unit(other)} - {frozenset()}
        return len(_figures(one)) == 1 and _figures(one) == _figures(other) and len(units) < 2
    if kind is Kind.TIME:
        return len(_days(one)) == 1 and _days(one) == _days(other)
    if kind is Kind.PERSON:
        return all(map(_PERSON.fullmatch, (one, other))) and not _named(one).isdisjoint(_named(other))
    return False


def heading(candidate: Candidate) -> str:
    """Whose side a sentence is."""
    return outlet_and_day(candidate.hit.article)


def said(candidate: Candidate) -> str:
    """The words that answer."""
    start, end = candidate.answer or (0, 0)
    return candidate.hit.chunk.text[start:end]


def differ(kind: Kind, one: str, other: str) -> bool:
    """Whether two answers cannot both be meant: one figure of the same thing each, one day each, or one name each."""
    if kind is Kind.NUMBER:
        first, second = _figures(one), _figures(other)
        return len(first) == len(second) == 1 and first != second and _unit(one) == _unit(other)
    if kind is Kind.TIME:
        days, others = _days(one), _days(other)
        return len(days) == len(others) == 1 and days != others
    if kind is Kind.PERSON:
        return all(map(_PERSON.fullmatch, (one, other))) and _named(one).isdisjoint(_named(other))
    return False


def _answering(reading: Reading) -> Iterator[Candidate]:
    """The sentences with words that answer, if the best one has some."""
    if reading.candidates and reading.candidates[0].answer:
        yield from (candidate for candidate in reading.candidates if candidate.answer)


def _apart(one: Candidate, other: Candidate) -> bool:
    return one.hit.article.id != other.hit.article.id


def _contradicts(kind: Kind, one: Candidate, other: Candidate) -> bool:
    """Whether two sentences give answers that differ.

    Names differ often although nothing does: where several people are meant, or the words are a wrong guess. So the
    sentences must tell of the same thing, and neither article's passage may know the other one's name.
    """
    if not differ(kind, said(one), said(other)):
        return False
    return kind is not Kind.PERSON or (
        _of_one_event(one, other)
        and _named(said(one)).isdisjoint(words(other.hit.chunk.text))
        and _named(said(other)).isdisjoint(words(one.hit.chunk.text))
    )


def _of_one_event(one: Candidate, other: Candidate) -> bool:
    names = {stem(word) for word in _named(said(one)) | _named(said(other))}
    first, second = set(terms(one.text)) - names, set(terms(other.text)) - names
    return len(first & second) >= SAME_EVENT * max(1, min(len(first), len(second)))


def _named(text: str) -> set[str]:
    """The words of a name, without titles."""
    return set(words(text)) - TITLES


def _figures(text: str) -> set[str]:
    written = {str(SMALL.index(word)) for word in words(text) if word in SMALL}
    return written | {figure.replace(",", "") for figure in _FIGURE.findall(text)}


def _unit(text: str) -> frozenset[str]:
    """The words and signs beside the figure that say what it counts."""
    signs = frozenset(sign for sign in "%$£€" if sign in text)
    return signs | {word for word in words(text) if not word[0].isdigit() and word not in _HEDGES and word not in SMALL}


def _days(text: str) -> set[tuple[int, str]]:
    found = ((day or other, (month or before).casefold()[:3]) for day, month, before, other in _DAY.findall(text))
    return {(int(day), month) for day, month in found}

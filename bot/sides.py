"""Questions whose answer has sides: what is compared, and where articles give different figures, days or names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.days import MONTH
from bot.kinds import Kind
from bot.plain import outlet_and_day
from bot.reading import Candidate, Reading, is_whole
from bot.types import Told
from bot.unknown import TITLES
from vectorstore.types import Query
from vectorstore.words import stem, terms, words

RIVAL = 0.35
"""A figure that another article gives is told of when its sentence scores this share of the best one's."""

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
    """The best whole sentence of each outlet that a question names, best first; none where it names fewer than two."""
    named = {outlet.casefold() for outlet in query.outlets}
    best: dict[str, Candidate] = {}
    for candidate in reading.candidates:
        outlet = candidate.hit.article.source.casefold()
        if outlet in named and is_whole(candidate.text):
            best.setdefault(outlet, candidate)
    return list(best.values()) if len(best) > 1 else []


def differing(reading: Reading, kind: Kind) -> list[Candidate]:
    """The sentence of each of the different figures, days or names that articles give, best first.

    None where they agree.
    """
    found: list[Candidate] = []
    for candidate in _answering(reading):
        if candidate.score < RIVAL * reading.candidates[0].score:
            break
        if all(_apart(candidate, other) and _contradicts(kind, candidate, other) for other in found):
            found.append(candidate)
    return found[:MOST_SIDES] if len(found) > 1 else []


def told(candidates: Sequence[Candidate]) -> tuple[Told, ...]:
    """What each of the sentences answers, and in which article."""
    return tuple(Told(words=said(candidate), article=candidate.hit.article) for candidate in candidates)


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

"""Details that a question names and an article does not know: another place, person, year or number than it tells of.

A question with one detail changed is about something else, however well the rest of it fits.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import timedelta
from functools import cached_property
from urllib.parse import urlsplit

from bot.checking.name_forms import forms_of, initials_in
from bot.checking.names import Name, names, without_stops
from bot.checking.numbers import Number, numbers
from bot.checking.peoples import country
from bot.checking.seats import seat_of, shortened
from bot.days import MONTHS, WEEKDAYS
from bot.excerpts import day
from vectorstore.types import Headline
from vectorstore.words import FUNCTION_WORDS, WORD, words

JUST_BEFORE = timedelta(days=7)
"""What an article tells of happened this long before it was published, or since."""

TITLES = frozenset(
    "president prime minister captain sir lady lord dr mr mrs ms professor prof king queen prince princess general "
    "senator chancellor governor mayor judge justice detective inspector chief".split()
)
"""Words before a person's name that belong to an office."""

NAMES_TOO = frozenset(("The", "I", "May", "Will"))
"""Function words that have capitals in a question which is no heading."""

REGIONS = frozenset("eu asia africa arabia west east western eastern northern southern latin nordic balkan".split())
"""Of what lies in a part of the world that is seldom said."""

ALIKE = 2
"""Letters at their beginning that two forms of one name share, where they are not those of a country."""

COMMON = frozenset("ceo cfo pm mp mps gdp ai tv it hq ufo pin id vip ngo dna cctv faq".split())
"""Initials that a question uses for what an article writes out."""

ENGLISH = frozenset(
    "the of did does do is are were how what who whom whose when where why which has have had many can could would "
    "should and with from there this that it i to".split()
)
"""A question without any of these may be in a language that writes other words with capitals."""

COUNTED = 12
"""Whole figures up to this may be the question's own: "three reasons", "the first 10"."""

LONG_ENOUGH = 5
"""Letters of a name in which one wrong letter is a slip."""

_DAY_OR_CLOCK = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)\b|\b\d{{1,2}} (?:of )?(?={'|'.join(name[:3] for name in MONTHS)})|"
    r"(?<=[a-z]) \d{1,2}(?=,? \d{4}\b)|\b\d{1,2}[.:]\d\d\b|\b\d{1,2} ?[ap]\.?m\b",
    re.IGNORECASE,
)
"""Days and hours: articles call them "yesterday" and "in the evening"."""

_POSSESSIVE = re.compile(r"['’]s?$")


class Told:
    """What some texts name and count, found out as far as it is asked for: most questions need little of it."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = [shortened(without_stops(text)) for text in texts if text]
        said = {_bare(word) for text in self.texts for word in frozenset(WORD.findall(text))}
        self.words = {word.casefold() for word in said if word.isupper() or word.casefold() not in FUNCTION_WORDS}

    @cached_property
    def values(self) -> list[float]:
        """Every number."""
        return [number.value for text in self.texts for number in numbers(text)]

    @cached_property
    def initials(self) -> set[str]:
        """Those of every name of several words."""
        return {found for text in self.texts for found in initials_in(text)}

    @cached_property
    def letters(self) -> str:
        """The first letter of every word, in order."""
        return " ".join("".join(word[0] for word in WORD.findall(text)) for text in self.texts).casefold()

    def has(self, word: str) -> bool:
        """Whether a name is there, in this or another form, or the country that a capital stands for."""
        lower = word.casefold()
        if lower in self.words or (word.isupper() and (lower in self.initials or lower in self.letters)):
            return True
        land, forms = seat_of(lower) or country(lower), forms_of(lower)
        return any(
            land in (country(other), seat_of(other))
            or (other[:ALIKE] == lower[:ALIKE] and (not forms.isdisjoint(forms_of(other)) or _is_slip(lower, other)))
            for other in self.words
        ) or _has_parts(word, self)

    def has_alone(self, word: str) -> bool:
        """Whether a name is there without another one right before it, but for a title, and is no common word."""
        if any(re.search(rf"\b{re.escape(word.lower())}\b", text) for text in self.texts):
            return False
        found = re.compile(rf"(?:([^\W\d_][\w’'-]*) )?\b{re.escape(word)}\b")
        before = (match[1] or "" for text in self.texts for match in found.finditer(text))
        return any(not other[:1].isupper() or other.casefold() in TITLES for other in before)


class Named:
    """The names and figures of a question, those names together that stand side by side."""

    def __init__(self, question: str) -> None:
        plain = shortened(without_stops(question))
        self.names = list(_runs(plain))
        self.figures = [
            number
            for number in numbers(_DAY_OR_CLOCK.sub(" ", plain))
            if number.text[0].isdigit() and (number.value > COUNTED or "." in number.text)
        ]

    def unknown_to(self, told: Told) -> tuple[str, ...]:
        """Those that some texts do not have, as written in the question."""
        strange = (" ".join(run) for run in self.names if not _is_known(run, told))
        return (*strange, *(figure.text for figure in self.figures if not _is_counted(figure, told)))


def about(article: Headline) -> Iterator[str]:
    """What is known of an article besides its text: what it is called, by whom it is, and the days it tells of."""
    yield from (article.title, article.source, article.author)
    yield " ".join(re.split(r"\W+", urlsplit(article.url).hostname or ""))
    if article.published:
        yield day(article.published)
        yield day(article.published - JUST_BEFORE)


def _runs(question: str) -> Iterator[list[str]]:
    """The names of a question; none where capitals tell nothing."""
    if _is_heading(question) or ENGLISH.isdisjoint(words(question)):
        return
    run: list[Name] = []
    for name in names(question):
        if name.first or name.text.capitalize() in WEEKDAYS:
            continue
        if run and name.start > run[-1].start + len(run[-1].text) + 1:
            yield [word.text for word in run]
            run = []
        run.append(name)
    if run:
        yield [word.text for word in run]


def _is_heading(question: str) -> bool:
    """Whether words that are no names are written with capitals, too."""
    after = WORD.findall(question)[1:]
    return question.isupper() or any(
        word.istitle() and word.casefold() in FUNCTION_WORDS and word not in NAMES_TOO for word in after
    )


def _is_known(run: Sequence[str], told: Told) -> bool:
    """Whether a name is: all of it, its initials, or its last word where that stands alone, as surnames do."""
    strange = [word for word in run if not _is_general(word) and not told.has(word)]
    if not strange or "".join(word[0] for word in run).casefold() in told.words:
        return True
    return run[-1] not in strange and told.has_alone(run[-1])


def _is_general(word: str) -> bool:
    lower = word.casefold()
    return lower in TITLES or lower in COMMON or country(lower) in REGIONS


def _is_slip(one: str, other: str) -> bool:
    """Whether two words are one but for a letter that is wrong, missing, too many or changed places."""
    if min(len(one), len(other)) < LONG_ENOUGH or abs(len(one) - len(other)) > 1:
        return False
    same = next(
        (at for at, pair in enumerate(zip(one, other, strict=False)) if pair[0] != pair[1]), min(len(one), len(other))
    )
    first, second = one[same:], other[same:]
    return (
        first[1:] == second[1:]
        or first[1:] == second
        or first == second[1:]
        or (first[:2] == second[1::-1] and first[2:] == second[2:])
    )


def _has_parts(word: str, told: Told) -> bool:
    parts = [part for part in re.split(r"[-’']", word) if part]
    return len(parts) > 1 and all(part.casefold() in FUNCTION_WORDS or told.has(part) for part in parts)


def _is_counted(figure: Number, told: Told) -> bool:
    return figure.text.casefold() in told.words or figure.said_by(told.values) is not None


def _bare(word: str) -> str:
    return _POSSESSIVE.sub("", word) if "'" in word or "’" in word else word

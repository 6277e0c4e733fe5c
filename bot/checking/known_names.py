"""Whether a passage has the names of a sentence, in this or another form ("Russian" for "Russia")."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache

from nicknames import NickNamer

from bot.checking.common_words import is_common, is_heading
from bot.checking.moments import months_and_weekdays
from bot.checking.name_forms import ABBREVIATED, COMBINED, EMPTY, SPELT_OUT, forms_of, initials_in, transcribed
from bot.checking.names import WORD, Name, bare, names, without_stops
from bot.checking.peoples import IN_FULL
from vectorstore.words import FUNCTION_WORDS, stem

LEAST_INITIALS, MOST_INITIALS = 3, 7
"""Letters of an acronym that tell what it stands for."""

SHORTENED = 3
"""Letters that a first name is shortened to by leaving out its end: "Chris"."""

_SPACED_INITIALS = re.compile(r"\b(?:[A-Z]\.\s?){2,}")
_BETWEEN = re.compile(r"[\s-]+(?:(?:of|the|for|and|on|in|to|&)\s+)*", re.IGNORECASE)
_HALF_OF_DAY = re.compile(r".?\d ?[AP]M\b")
_SHORT = re.compile(r"\b([A-Z][a-z]{1,4})(?:\.|\s+\d)|\b\d{1,2}\s+([A-Z][a-z]{2,4})\b")


class Names:
    """What a passage calls things: its words, and the initials of the names in it."""

    def __init__(self, texts: Iterable[str]) -> None:
        plain = [without_stops(text) for text in texts]
        said = [_said(text) for text in plain]
        self.words = {word.casefold() for one in said for word in one if _tells(word)}
        self.words |= {word for text in plain for word in (*months_and_weekdays(text), *_in_other_words(text))}
        exact = {part.casefold() for text in plain for part in _parts(text)}
        self.words |= {"".join(pair).casefold() for one in said for pair in _side_by_side(one)}
        self.roots = {form for word in self.words for form in forms_of(word)}
        self.words |= exact
        self.stems = {stem(word) for word in self.words}
        self.heard = {transcribed(word.casefold()) for one in said for word in one if word[0].isupper()}
        self.initials = {initials for text in plain for initials in initials_in(text)}
        self.acronyms = {word for one in said for word in one if word.isupper() and len(word) >= LEAST_INITIALS}
        self.texts = plain

    def __contains__(self, name: object) -> bool:
        word = str(name).casefold()
        if word in IN_FULL:
            return IN_FULL[word] in self.roots
        if word in self.words or not self.roots.isdisjoint(forms_of(word)) or transcribed(word) in self.heard:
            return True
        if any(full in self.words for full in ABBREVIATED.get(word, ())):
            return True
        parts = [part for part in re.split(r"[-’']", word) if part]
        if len(parts) > 1:
            return all(part in self or part in FUNCTION_WORDS for part in parts)
        return str(name).isupper() and word in self.initials


@lru_cache(maxsize=64)
def _known(texts: tuple[str, ...]) -> Names:
    return Names(texts)


def unsaid(sentence: str, texts: Sequence[str]) -> list[str]:
    """The names of the sentence that no text has in any form, in order."""
    known = _known(tuple(texts))
    plain, found = without_stops(sentence), names(sentence)
    heading = is_heading(plain)
    strange = [
        name
        for name in found
        if name.text not in known
        and not _says_nothing(name, known, heading=heading)
        and not _HALF_OF_DAY.match(plain, max(0, name.start - 2))
    ]
    if not strange:
        return []
    runs = [run for run in _runs(plain, found) if not set(strange).isdisjoint(run)]
    told = {name for run in runs for name in (*_spelt_out(plain, run, known), *_short(run, known))}
    return [name.text for name in strange if name not in told]


def _says_nothing(name: Name, known: Names, *, heading: bool) -> bool:
    """Whether a word is no name: one with a capital for its place alone, or a title such as "Mr"."""
    if name.text.casefold() in EMPTY:
        return True
    return (name.opens or heading) and (
        is_common(name.text) or (name.first and stem(name.text.casefold()) in known.stems)
    )


def _runs(plain: str, found: Sequence[Name]) -> Iterator[list[Name]]:
    """The names that stand side by side, or with "of" and the like between them."""
    run: list[Name] = []
    for name in found:
        if run and not _BETWEEN.fullmatch(plain, run[-1].start + len(run[-1].text), name.start):
            yield run
            run = []
        run.append(name)
    if run:
        yield run


def _spelt_out(plain: str, run: Sequence[Name], known: Names) -> Iterator[Name]:
    """The names of a run whose initials, or that in one word, the texts have: "Bank of England" for "BoE"."""
    for start in range(len(run)):
        for end in range(start + 2, min(len(run), start + MOST_INITIALS) + 1):
            part = run[start:end]
            every = WORD.findall(plain[part[0].start : part[-1].start + len(part[-1].text)])
            forms = {"".join(word[0] for word in every), "".join(name.text[0] for name in part)}
            if any(form.upper() in known.acronyms for form in forms) or _joined(part) in known.words:
                yield from part


def _joined(part: Sequence[Name]) -> str:
    return "".join(name.text for name in part).casefold()


def _short(run: Sequence[Name], known: Names) -> Iterator[Name]:
    """The first names of a run that are short for the one that the texts have before the same surname."""
    for name, surname in itertools.pairwise(run):
        before = rf"\b([A-Z][a-z]+)(?:\s+[A-Z][\w.]*){{0,2}}\s+{re.escape(surname.text)}\b"
        full = {match[1].casefold() for text in known.texts for match in re.finditer(before, text)}
        if any(_is_short_for(name.text.casefold(), one) for one in full):
            yield name


def _is_short_for(name: str, full: str) -> bool:
    return (len(name) >= SHORTENED and full.startswith(name)) or name in _nicknames().nicknames_of(full)


@cache
def _nicknames() -> NickNamer:
    return NickNamer()


def _said(text: str) -> list[str]:
    """The words of a text, what is "based" of "Oslo-based", and initials that are set apart in one: "JW"."""
    words = [bare(token.group()) for token in WORD.finditer(text)]
    compounds = (word.split("-") for word in words if "-" in word)
    parts = [part for parts in compounds for part in parts if part and not all(one[:1].isupper() for one in parts)]
    parts += [COMBINED[part] for word in words for part in word.casefold().split("-")[:-1] if part in COMBINED]
    together = (re.sub(r"[.\s]", "", match.group()) for match in _SPACED_INITIALS.finditer(text))
    return [*words, *parts, *together]


def _parts(text: str) -> Iterator[str]:
    """Both names of "Jean-Luc", which have no other forms."""
    return (part for token in WORD.finditer(text) if "-" in token.group() for part in token.group().split("-") if part)


def _tells(word: str) -> bool:
    return word.casefold() not in FUNCTION_WORDS or word.isupper()


def _side_by_side(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Names of two words, which may be written as one: "Air Force"."""
    return ((one, other) for one, other in itertools.pairwise(words) if one[:1].isupper() and other[:1].isupper())


def _in_other_words(text: str) -> Iterator[str]:
    """What stands for something in the text in short, and what that is in full."""
    lower = text.casefold()
    yield from (short for full, short in IN_FULL.items() if full in lower)
    for short, fulls in SPELT_OUT.items():
        if any(full in lower for full in fulls):
            yield short
        elif re.search(rf"\b{short.upper()}s?\b", text):
            yield from (word for full in fulls for word in full.split())
    for match in _SHORT.finditer(text):
        yield from ABBREVIATED.get((match[1] or match[2]).casefold(), ())

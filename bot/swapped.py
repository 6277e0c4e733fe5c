"""Details of a sentence that its source has the other way round: a number of something else, names that changed places.

Where the words are the same, nothing but their order says who did what to whom.
"""

from __future__ import annotations

import re
from itertools import combinations

from bot.checking.peoples import country
from vectorstore.words import FUNCTION_WORDS, stem

COUNTED = 3
"""Words after a number, up to a comma, that say what it counts."""

_NUMBER = re.compile(
    r"\b\d[\d,.]*\d|\b\d\b|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b", re.I
)
_STRETCH = re.compile(r"[^,.;:!?()\n]*")
_PASSIVE = re.compile(r"\bby\b", re.IGNORECASE)
_NAME = re.compile(r"\b[A-Z][\w’'-]*\w")


def swapped(sentence: str, source: str) -> tuple[str, ...]:
    """The details that changed places, as written in the sentence; none when the source has them in the same places."""
    return (*_numbers(sentence, source), *_names(sentence, source))


def _numbers(sentence: str, source: str) -> tuple[str, ...]:
    """Numbers of something of which the source gives another number, while it counts something else with this one."""
    told, known = _counts(sentence), _counts(source)
    return tuple(
        number
        for number, things in told.items()
        if number in known
        for other, others in known.items()
        if other != number and things & others - known[number]
    )


def _counts(text: str) -> dict[str, frozenset[str]]:
    """What each number counts: the stems of the words after it, up to a comma or the next number."""
    found: dict[str, frozenset[str]] = {}
    for match in _NUMBER.finditer(text):
        rest = _STRETCH.match(text, match.end())
        after = _NUMBER.split(rest.group() if rest else "")[0].split()[:COUNTED]
        key = match.group().casefold().replace(",", "")
        found[key] = found.get(key, frozenset()) | {stem(word.casefold()) for word in after if len(word) > 3}
    return found


def _names(sentence: str, source: str) -> tuple[str, ...]:
    """Two names in the other order, where neither text turns the sentence round with a "by"."""
    if bool(_PASSIVE.search(sentence)) != bool(_PASSIVE.search(source)):
        return ()
    said, known = _places(sentence), _places(source)
    shared = [name for name in said if name in known]
    for one, other in combinations(shared, 2):
        if (said[one].start() < said[other].start()) != (known[one].start() < known[other].start()):
            return said[one].group(), said[other].group()
    return ()


def _places(text: str) -> dict[str, re.Match[str]]:
    """Each name that the text has once, by the stem of its country where it is a people."""
    found: dict[str, list[re.Match[str]]] = {}
    for match in _NAME.finditer(text):
        word = match.group().casefold().replace("’", "'").removesuffix("'s")
        if word not in FUNCTION_WORDS:
            found.setdefault(stem(country(word)), []).append(match)
    return {name: matches[0] for name, matches in found.items() if len(matches) == 1}

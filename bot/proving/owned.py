"""Whose "its" is: "Halvane has failed. Its chief executive, Ann Lee, left" tells of Halvane's chief executive.

Only before an office, and only where the sentence before begins with the name of what may have one and tells of nothing
else that may.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.proving.people import OFFICES, Run, last, runs
from bot.proving.pronouns import PLACE
from bot.proving.source import Source
from bot.proving.subjects import name_first
from bot.proving.times import CALENDAR
from bot.proving.words import Word

ORGANISATIONS = frozenset(
    """
    company firm club union bank board supplier agency council ministry party group school hospital university museum
    government business maker manufacturer charity league commission association federation committee court regulator
    watchdog authority institute rival parent subsidiary owner operator publisher newspaper paper chain retailer brand
    lender insurer airline department office team body panel organisation organization campaign county city town state
    country region village island parliament church trust fund startup bidder buyer seller
    """.split()
)
"""What may have a chief executive, a chairman or a leader of its own."""

LONGEST = 4
"""Words of an office."""

_PLACE = PLACE | frozenset({"from", "to", "of"})


def owned(own: Sequence[Source], people: frozenset[str]) -> list[Source]:
    """Sentences with the name of what somebody is chief of for the "its" before that office."""
    found = []
    for before, source in itertools.pairwise(own):
        at = next(_its(source.words), None)
        if at is None or source.hit is not before.hit or source.paragraph != before.paragraph:
            continue
        if name := _only(before.words, people):
            words = (*source.words[:at], *name, *source.words[at + 1 :])
            found.append(replace(source, words=words, besides=(*source.besides, replace(before, besides=()))))
    return found


def _its(words: Sequence[Word]) -> Iterator[int]:
    """Where "its chief executive" stands at the beginning of a sentence, or behind the name at its beginning."""
    end = next((end for start, end in runs(words) if start == 0), 0)
    at = end + 1 if end and end < len(words) and words[end].key == "," else 0
    if at < len(words) and words[at].key == "its" and not words[at].quoted:
        office = [word.key in OFFICES for word in words[at + 1 : at + 1 + LONGEST] if not word.mark]
        if any(office):
            yield at


def _only(words: Sequence[Word], people: frozenset[str]) -> list[Word]:
    """The name that a sentence begins with, owning, if it is of the only thing there that may have officers."""
    end = name_first(words)
    while end and end + 1 < len(words) and words[end].key == "of" and words[end + 1].name:
        end = next((stop for start, stop in runs(words) if start == end + 1), end + 1)
    name, rest = list(words[:end]), words[end:]
    if not name or last(name) in people or any(word.key.removesuffix("'s") in ORGANISATIONS for word in rest):
        return []
    if any(_another(rest, run) for run in runs(rest)):
        return []
    return [*name[:-1], name[-1]._replace(key=name[-1].key + "'s")]


def _another(words: Sequence[Word], run: Run) -> bool:
    """Whether a name may be that of something with officers: no day, and no place."""
    placed = run[0] > 0 and words[run[0] - 1].key in _PLACE
    return not placed and not all(word.key in CALENDAR for word in words[run[0] : run[1]])

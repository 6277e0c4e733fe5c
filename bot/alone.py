"""Whether a question that came after others was meant by itself: what is read for it, with and without them, tells."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from bot.leans import goes_on, points_back
from bot.reading import Reading
from vectorstore.types import Hit, Query
from vectorstore.words import content_words

LEAST_SAID = 2
"""Content words of a question that can be understood alone."""

SURER = 1.0
"""By so much, in log odds, must the reader be surer of what it reads without the conversation."""

MUCH_SURER = 3.0
"""The same where a question speaks of "the company" as one does of what was named before."""

_THE = re.compile(r"\b(the|our|your)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What was found for a query, what of it may be read, and what the reader made of that."""

    query: Query
    hits: Sequence[Hit]
    safe: Sequence[Hit]
    reading: Reading


def as_meant(query: Query, find: Callable[[Query], Found], least: float) -> Found:
    """What is found for a question; by itself, where it may stand alone and is answered as well so, or not at all.

    ``least`` is the confidence from which on it counts as answered.
    """
    found = find(query)
    if not may_stand_alone(query):
        return found
    alone = find(replace(query, text=query.asked))
    by = MUCH_SURER if _THE.search(query.asked) else SURER
    brought_nothing = max(alone.reading.confidence, found.reading.confidence) < least
    as_well = brought_nothing or says_the_same(alone.reading, found.reading, least)
    return alone if as_well or surer(alone.reading, found.reading, least, by) else found


def may_stand_alone(query: Query) -> bool:
    """Whether words of the conversation were added to a question that points nowhere and says enough without them."""
    asked = query.asked
    return (
        query.text != asked
        and not points_back(asked)
        and not goes_on(asked)
        and len(content_words(asked)) >= LEAST_SAID
    )


def says_the_same(alone: Reading, resolved: Reading, least: float) -> bool:
    """Whether a question by itself is answered, and first by the sentence that answers it with the conversation."""
    if alone.confidence < least or not (alone.candidates and resolved.candidates):
        return False
    one, other = alone.candidates[0], resolved.candidates[0]
    return (one.hit.article.id, one.text) == (other.hit.article.id, other.text)


def surer(alone: Reading, resolved: Reading, least: float, by: float) -> bool:
    """Whether a question as typed has an answer, and more so than with the conversation added."""
    return alone.confidence >= least and _log_odds(alone) >= _log_odds(resolved) + by


def _log_odds(reading: Reading) -> float:
    chance = min(max(reading.confidence, 1e-6), 1 - 1e-6)
    return math.log(chance / (1 - chance))

"""What the trained judge makes of a claim: each clause, read beside the source sentences with most of its words.

Their neighbours are read along: they say who "she" is.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence, Set
from itertools import islice
from typing import Protocol

from bot.checking.align import Source, best, claim
from bot.checking.tokens import tokens
from vectorstore.spans import Entailment, PassageReading
from vectorstore.types import Chunk, Headline, Hit

BETWEEN = re.compile(r"[,;:.]\s+(?:and\s+|but\s+|while\s+)?|\s+(?:and|but|while)\s+")
"""What stands between two clauses."""

MOST_CLAUSES = 10  # the rest of a sentence is one, so that no sentence takes the judge longer than a few passages
CLAUSE = 3  # words that make a clause, so that a list of names is none
SURE = 0.98
"""The most that one clause counts as likely or unlikely: how sure the judge is beyond that says little."""

MOST_CHARACTERS = 1_200  # of the sentences beside a clause: one window of the judge, about


class Judge(Protocol):
    """The trained judge, a reader that takes a statement in the place of a question."""

    def read(self, question: str, hits: Sequence[Hit]) -> Sequence[PassageReading]:
        """A reading of each hit, in order; its ``entailment`` is about the statement."""
        ...


def judged(text: str, found: Sequence[Source], known: frozenset[str], judge: Judge) -> dict[str, float]:
    """The log odds, -3.9..3.9, that the clause that is borne out least is, and that any is contradicted.

    ``known`` are words that need not be in the sources, as for ``claim``. A text without clauses is borne out least.
    """
    said = [_said(clause, beside, judge) for clause in clauses(text) for beside in _beside(clause, found, known)]
    return {
        "borne_out": min((_log_odds(one.supports) for one in said), default=_log_odds(0)),
        "contradicted": max((_log_odds(one.contradicts) for one in said), default=_log_odds(0)),
    }


def clauses(text: str) -> list[str]:
    """The clauses of a text as written, in order; one of few words goes together with the one before."""
    spans: list[tuple[int, int]] = []
    start = 0
    breaks = (match.span() for match in islice(BETWEEN.finditer(text), MOST_CLAUSES - 1))
    for end, following in (*breaks, (len(text), len(text))):
        if spans and (_few(text[start:end]) or _few(text[slice(*spans[-1])])):
            spans[-1] = spans[-1][0], end
        else:
            spans.append((start, end))
        start = following
    return [text[start:end] for start, end in spans]


def _few(text: str) -> bool:
    return len(tokens(text)) < CLAUSE


def _beside(clause: str, found: Sequence[Source], known: frozenset[str]) -> list[str]:
    """The sentences to read a clause beside, as one text; an empty one if none has a word of it.

    Nothing for a clause without a word that must be borne out.
    """
    rarity = claim(clause, found, known).rarity
    if not rarity:
        return []
    places = [found.index(source) for source in best(rarity, found)]
    around = {place + step for place in places for step in (-1, 0, 1) if _beside_it(place, place + step, found)}
    text = _text(found, around)
    return [text if len(text) <= MOST_CHARACTERS else _text(found, set(places))[:MOST_CHARACTERS]]


def _beside_it(place: int, other: int, found: Sequence[Source]) -> bool:
    return 0 <= other < len(found) and found[other].hit == found[place].hit


def _text(found: Sequence[Source], places: Set[int]) -> str:
    return " ".join(found[place].text for place in sorted(places))


def _said(clause: str, beside: str, judge: Judge) -> Entailment:
    if not beside:
        return Entailment(contradicts=0.0, says_nothing=1.0, supports=0.0)
    hit = Hit(
        chunk=Chunk(id="", article_id="", text=beside, start=0, end=len(beside)), article=Headline(id=""), score=0
    )
    (reading,) = judge.read(clause, [hit])
    return reading.entailment


def _log_odds(share: float) -> float:
    share = min(max(share, 1 - SURE), SURE)
    return math.log(share / (1 - share))

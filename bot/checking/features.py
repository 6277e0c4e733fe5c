"""What is seen when a claim is held against its sources, as numbers. ``weights.py`` says what each is worth."""

from __future__ import annotations

import math
from collections.abc import Sequence

from bot.checking.align import Claim, Source
from bot.checking.judged import BETWEEN, CLAUSE
from bot.checking.lexicon import ABSOLUTES, DENIALS, NEGATIONS, OPPOSITES
from bot.checking.order import detached, turned
from bot.checking.roles import crossed
from bot.checking.tokens import tokens
from vectorstore.words import stem

SIGNS = {
    "covered": 1,  # weight of the claim's words that the best sentence for each clause has
    "names_missing": -1,  # number of names that are nowhere, at most 3
    "numbers_missing": -1,  # ... of numbers, at most 2
    "denied": -1,  # the claim negates a word that the chosen sentences have and do not negate
    "refused": -1,  # the claim says "denied", "failed" and the like, no chosen sentence does
    "opposite": -1,  # words whose opposite the chosen sentences have, at most 2
    "absolute": -1,  # "only", "all", "first" and the like that no chosen sentence has
    "crossed": -1,  # words that have on one side what the sources have on the other: who did it to whom
    "turned": -1,  # names that the sources have in the other order
    "detached": -1,  # names and numbers that are nearer to other words in the sources
    "ending": 1,  # its last word is in the sources
    "sources": 0,  # logarithm of the sentences beyond ``FEW``: a page puts things in more words than a paragraph
}
"""Every feature, and whether more of it speaks for (1) or against (-1) the claim. 0: either."""

JUDGED_SIGNS = SIGNS | {"borne_out": 1, "contradicted": -1}
"""The same with what the trained judge makes of the claim."""

FEW, MANY = math.log(18), math.log(66)  # sentences


def features(claim: Claim, found: Sequence[Source], chosen: Sequence[Source]) -> dict[str, float]:
    """All features but the missing names and numbers, which take the facts about the articles to know."""
    length = min(max(math.log1p(len(found)), FEW), MANY) - FEW
    return {
        "covered": by_clause(claim, found),
        **wording(claim, chosen),
        **arrangement(claim, found),
        "sources": length,
    }


def in_their_words(claim: Claim, found: Sequence[Source]) -> bool:
    """Whether every word of a claim is somewhere in the sources."""
    return claim.rarity.keys() <= frozenset[str]().union(*(source.keys for source in found))


def arrangement(claim: Claim, found: Sequence[Source]) -> dict[str, float]:
    """Whether the sources have the claim's words in the same places; only sentences with two of them can tell."""
    near = [source for source in found if len(source.keys & claim.rarity.keys()) > 1]
    said_last = any(claim.sequence[-1] in source.keys for source in found) if claim.sequence else False
    return {
        "crossed": crossed(claim.text, (source.text for source in near)),
        "turned": turned(claim, near),
        "detached": detached(claim, near),
        "ending": float(said_last),
    }


def wording(claim: Claim, chosen: Sequence[Source]) -> dict[str, float]:
    """Whether small words turn round what the sources say."""
    said, keys = claim.words, frozenset[str]().union(*(source.keys for source in chosen))
    negated = frozenset[str]().union(*(source.negated for source in chosen))
    quoted = frozenset[str]().union(*(source.words for source in chosen))
    stems = {stem(word) for word in quoted}
    claimed = {stem(word) for word in said} - stems
    return {
        "denied": float(bool(claim.negated & keys - negated) and not quoted & DENIALS),
        "refused": float(bool(said & DENIALS) and not quoted & (DENIALS | NEGATIONS)),
        "opposite": float(min(2, sum(bool(OPPOSITES.get(word, frozenset()) & stems) for word in claimed))),
        "absolute": float(bool((said & ABSOLUTES) - quoted)),
    }


def by_clause(claim: Claim, found: Sequence[Source]) -> float:
    """The weight that sentences cover, one for each clause; what stands in no clause as written is one of its own."""
    clauses = _clauses(claim)
    clauses.append(set(claim.rarity).difference(*clauses))
    weights = ((sum(claim.rarity[key] for key in clause & source.keys) for source in found) for clause in clauses)
    return float(sum(max(weight, default=0.0) for weight in weights))


def _clauses(claim: Claim) -> list[set[str]]:
    """The words of each clause that no clause before has; one of few words belongs to the one before."""
    clauses: list[set[str]] = [set()]
    said: set[str] = set()
    for text in BETWEEN.split(claim.text):
        new = {token.key for token in tokens(text) if token.key in claim.rarity} - said
        said |= new
        if min(len(new), len(clauses[-1])) < CLAUSE:
            clauses[-1] |= new
        else:
            clauses.append(new)
    return clauses

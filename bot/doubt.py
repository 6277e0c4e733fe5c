"""What speaks against a sentence as an answer, beyond what a reader makes of it: in log odds, so that it adds up.

A reader is easily led by a question that fits but for one detail. Whether an article knows what the question names, and
whether a sentence holds what is asked for, can be looked up. That holds for any reader.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache
from itertools import pairwise

from bot.counted import things_counted
from bot.kinds import Kind, answers_kind, kind_of
from bot.outlets import asked_of_any
from bot.unknown import Named, Told, about
from vectorstore.types import Headline, Hit, Query
from vectorstore.words import FUNCTION_WORDS, stem, terms, words

Whole = Callable[[str], str]
"""The text of an article, by its id."""

UNKNOWN = 6.0
"""An article does not have a name or a figure that is asked about: enough to decline whatever a reader is sure of."""

ELSEWHERE = 1.0
"""It has, but neither the passage nor its title does."""

UNCOUNTED = 1.0
"""How many of something is asked, and a sentence does not say of what."""

UNLIKE = 1.5
"""A name, a figure or a year is asked for, and none is there."""

SHARED_OUT = 0.6
"""Several articles have what is asked about, each a part: less is seen in any one, and so much is made up for."""

MUCH = 4
"""Names and figures of one question: people who ask about one article name fewer."""

PARTICLES = frozenset("for out off up down over back away".split())
"""What makes another verb of a verb."""

_NAME_ASKED = re.compile(r"\b(?:what|which)\b.*\bnames?\b|\bwhat\b.*\bcalled\b", re.IGNORECASE)
_YEAR_ASKED = re.compile(r"\b(?:what|which) year\b", re.IGNORECASE)
_YEAR = re.compile(r"\b\d{3,4}s?\b|\b(?:this|last|next) year\b|\byears? (?:ago|earlier|later|before)\b", re.I)
_CAPITAL = re.compile(r"\b[A-Z][\w'’.-]*")


def asked_itself(query: Query) -> str:
    """A question in its own words, but for the outlets that it names."""
    return asked_of_any(query.asked, query.outlets)


def estranged(query: Query, hits: Sequence[Hit], whole: Whole) -> list[float]:
    """What speaks against each passage: names and figures asked about that are not there, or not even in its article.

    Those that were typed: an article says "he" of whom the conversation names.
    A question that needs several articles is answered by them together.
    """
    named = Named(asked_of_any(query.typed or query.text, query.outlets))
    if not (named.names or named.figures):
        return [0.0] * len(hits)
    if _of_several(query, named):
        together = Told(text for hit in hits for text in (*about(hit.article), hit.chunk.text))
        return [UNKNOWN if named.unknown_to(together) else -SHARED_OUT] * len(hits)
    read = cache(lambda article: Told([*about(article), whole(article.id)]))
    return [_estranged(named, hit, read) for hit in hits]


def unlike(question: str, sentence: str, span: str) -> float:
    """What speaks against a sentence, ``span`` being the words of it that would answer, by what is asked for."""
    kind = kind_of(question)
    if _NAME_ASKED.search(question):
        return UNLIKE * (not _new_capitals(span, question))
    if _YEAR_ASKED.search(question):
        return UNLIKE * (not _YEAR.search(sentence))
    if kind is Kind.NUMBER and not answers_kind(kind, sentence, question):
        return UNLIKE
    return UNCOUNTED * (not _counts(question, sentence)) + UNLIKE * _otherwise_put(question, sentence)


def _of_several(query: Query, named: Named) -> bool:
    """Whether no one article needs to have all that is named: a comparison, several outlets, or very much."""
    compares = kind_of(query.asked) is Kind.COMPARISON
    return compares or len(query.outlets) > 1 or len(named.names) + len(named.figures) >= MUCH


def _estranged(named: Named, hit: Hit, read: Callable[[Headline], Told]) -> float:
    if not named.unknown_to(Told([*about(hit.article), hit.chunk.text])):
        return 0.0
    return UNKNOWN if named.unknown_to(read(hit.article)) else ELSEWHERE


def _new_capitals(span: str, question: str) -> bool:
    asked = FUNCTION_WORDS.union(words(question))
    return any(word not in asked for match in _CAPITAL.finditer(span) for word in words(match.group()))


def _otherwise_put(question: str, sentence: str) -> bool:
    """Whether a sentence has a verb that is asked about with another particle only: calling out is not calling for."""
    asked = _phrasal(question)
    said = _phrasal(sentence) if asked else {}
    return any(verb in said and said[verb].isdisjoint(particles) for verb, particles in asked.items())


def _phrasal(text: str) -> dict[str, set[str]]:
    """The particles that follow each word, by its stem."""
    found: dict[str, set[str]] = {}
    for verb, particle in pairwise(words(text)):
        if particle in PARTICLES and verb not in FUNCTION_WORDS:
            found.setdefault(stem(verb), set()).add(particle)
    return found


def _counts(question: str, sentence: str) -> bool:
    """Whether a sentence names what the question wants counted; true where that need not be."""
    things = things_counted(question)
    return not things or not things.isdisjoint(terms(sentence))

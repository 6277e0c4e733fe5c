"""Which passages bear a model's sentence out: those it cites, or, where they do not, any that it was given.

Models cite the wrong passage, or none, for sentences that are true; quotes are found afterwards, never asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from bot.attributed import Verify, attributed
from bot.reading import ENDED
from bot.types import Draft, Support, Verdict
from vectorstore.types import Hit
from vectorstore.words import terms, words

MOST_ARTICLES = 4
"""Articles that a sentence is compared with besides those it cites: those that share most of its words."""

LEAST_WORDS, LEAST_TERMS = 4, 2
"""Words, and content words among them, of a sentence that says something by itself.

Of fewer, such as "London.", only the question makes a statement, which no passage can be asked about; they must stand
in the passage as a sentence.
"""
WORD_FOR_WORD = 1.0

ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]*://\S*|\b(?:javascript|data|mailto):\S+|\bwww\.\S+|\S+@\S+\.\w+", re.IGNORECASE
)
"""Where a sentence may send its reader, or his data."""


def support_for(draft: Draft, given: Sequence[Hit], verify: Verify) -> Verdict:
    """The verdict on a model's sentence.

    Each other article is looked at by itself, so that a sentence is not pieced together from several; only one that
    bears it out wholly counts. A sentence about what outlets say is checked outlet by outlet. A sentence with an
    address in it is never borne out: a link to where an article points is the page's to give.
    """
    if addresses := ADDRESS.findall(draft.text):
        return Verdict(support=Support.UNSUPPORTED, score=0.0, missing=tuple(addresses))
    if about_outlets := attributed(draft.text, given, verify):
        return about_outlets
    verdict = verify(draft.text, draft.hits)
    if not _states(draft.text):
        return verdict if _is_quoted(verdict) else replace(verdict, support=Support.UNSUPPORTED)
    if verdict.support is Support.SUPPORTED:
        return verdict
    others = [verify(draft.text, hits) for hits in _nearest(draft, given)]
    proven = [other for other in others if other.support is Support.SUPPORTED and other.quotes]
    return max(proven, key=lambda other: other.score, default=verdict)


def _states(text: str) -> bool:
    told = {term for term in terms(text) if len(term) > 1}
    return len(told) >= LEAST_TERMS and len(words(text)) >= LEAST_WORDS


def _is_quoted(verdict: Verdict) -> bool:
    """Whether it stands word for word in a passage, where it ends as a sentence does: no heading, no label."""
    return verdict.score == WORD_FOR_WORD and all(ENDED.search(quote.text) for quote in verdict.quotes)


def _nearest(draft: Draft, given: Iterable[Hit]) -> list[list[Hit]]:
    """The hits of each article that shares words with a sentence, most words first."""
    said = set(terms(draft.text))
    by_article: dict[str, list[Hit]] = {}
    for hit in given:
        by_article.setdefault(hit.article.id, []).append(hit)
    shared = {id: sum(len(said & set(terms(hit.chunk.text))) for hit in hits) for id, hits in by_article.items()}
    best = sorted((id for id, words in shared.items() if words), key=lambda id: -shared[id])
    return [by_article[id] for id in best[:MOST_ARTICLES]]

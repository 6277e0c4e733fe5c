"""Which passages bear a model's sentence out: those it cites, or, where they do not, any that it was given.

Models cite the wrong passage, or none, for sentences that are true; quotes are found afterwards, never asked for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain

from bot.attributed import Verify, attributed
from bot.reading import ENDED
from bot.swapped import swapped
from bot.types import Draft, Quote, Support, Verdict
from vectorstore.sentences import sentence_spans
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

_PARTS = re.compile(r";\s+|,\s+(?:and|but|while|whereas)\s+", re.IGNORECASE)

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
    others = (verify(draft.text, hits) for hits in _nearest(draft, given))
    for one in chain([verdict], others):
        if one.support is Support.SUPPORTED and in_one_place(draft, one, given, verify) and not _swaps(draft, one):
            return one
    partly = verdict.support is Support.PARTLY and len(verdict.quotes) == 1 and not _swaps(draft, verdict)
    return verdict if partly else replace(verdict, support=Support.UNSUPPORTED)


def _swaps(draft: Draft, verdict: Verdict) -> bool:
    """Whether details have changed places between a sentence and what it rests on."""
    return verdict.score < WORD_FOR_WORD and any(swapped(draft.text, quote.text) for quote in verdict.quotes)


def in_one_place(draft: Draft, verdict: Verdict, given: Sequence[Hit], verify: Verify) -> bool:
    """Whether each part of a sentence is borne out by one sentence and those beside it, not by words from all over."""
    if len(verdict.quotes) == 1:
        return True
    places = [place for quote in verdict.quotes for place in _places(quote, given)]
    return all(any(_bears_out(part, place, verify) for place in places) for part in _PARTS.split(draft.text))


def _bears_out(part: str, place: Hit, verify: Verify) -> bool:
    return verify(part, [place]).support is Support.SUPPORTED


def _places(quote: Quote, given: Sequence[Hit]) -> Iterator[Hit]:
    """Each hit that holds a quote, narrowed down to it and the sentences on either side."""
    for hit in given:
        if hit.article.id == quote.article.id and hit.chunk.start <= quote.start and quote.end <= hit.chunk.end:
            spans = sentence_spans(hit.chunk.text)
            begin, end = quote.start - hit.chunk.start, quote.end - hit.chunk.start
            within = [at for at, (start, stop) in enumerate(spans) if start < end and begin < stop]
            start = spans[max(0, within[0] - 1)][0] if within else begin
            stop = spans[min(len(spans) - 1, within[-1] + 1)][1] if within else end
            text = hit.chunk.text[start:stop]
            first = hit.chunk.start + start
            yield replace(hit, chunk=replace(hit.chunk, text=text, start=first, end=first + len(text)))


def _states(text: str) -> bool:
    """Whether a text is a sentence that says something, and that was written to its end."""
    told = {term for term in terms(text) if len(term) > 1}
    return len(told) >= LEAST_TERMS and len(words(text)) >= LEAST_WORDS and ENDED.search(text) is not None


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

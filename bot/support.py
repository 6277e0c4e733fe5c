"""Which passages bear a model's sentence out: those it cites, or, where they do not, any that it was given.

Models cite the wrong passage, or none, for sentences that are true; quotes are found afterwards, never asked for.
A sentence is supported where it is proven, not where it is likely: see ``bot/proving``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from bot.attributed import Verify, attributed
from bot.checking.align import quote
from bot.proving.clauses import parted
from bot.proving.leaning import follows, leans, leans_on, ours, spoken
from bot.proving.lost import signs
from bot.proving.prove import pronoun_named, proof, unknown, without_known_offices
from bot.proving.source import Source
from bot.proving.words import Word, ends_quoted, read, said
from bot.reading import ENDED
from bot.types import Citation, Draft, Quote, Support, Verdict
from vectorstore.types import Hit
from vectorstore.words import terms, words

MOST_ARTICLES = 4
"""Articles that a sentence is compared with besides those it cites: those that share most of its words."""

LEAST_WORDS, LEAST_TERMS = 4, 2
"""Words, and content words among them, of a sentence that says something by itself.

Of fewer, such as "London.", only the question makes a statement, which no passage can be asked about; they must stand
in the passage as a sentence.
"""
PROVEN = 1.0
MOST_UNKNOWN = 2
"""Words of a partly supported sentence that no article has."""

LEAST_PART = 3
"""Words of a part of a sentence, articles aside."""

OF_THE_ARTICLE = re.compile(
    r"^According to the (?:article|excerpt|text)s?,\s+|,\s+according to the (?:article|excerpt|text)s?(?=[.!]$)",
    re.IGNORECASE,
)
"""What a model says of where it has something from, of which the passage is the proof."""

ADDRESS = re.compile(
    r"\b[a-z][a-z0-9+.-]*://\S*|\b(?:javascript|data|mailto):\S+|\bwww\.\S+|\S+@\S+\.\w+", re.IGNORECASE
)
"""Where a sentence may send its reader, or his data."""


def support_for(draft: Draft, given: Sequence[Hit], verify: Verify, before: Citation | None = None) -> Verdict:
    """The verdict on a model's sentence; ``before`` is what the sentence before it rests on.

    Each other article is looked at by itself, so that a sentence is not pieced together from several. A sentence about
    what outlets say is checked outlet by outlet. A sentence with an address in it is never borne out: a link to where
    an article points is the page's to give.
    """
    if addresses := ADDRESS.findall(draft.text):
        return Verdict(support=Support.UNSUPPORTED, score=0.0, missing=tuple(addresses))
    if about_outlets := attributed(draft.text, given, verify, proven):
        return about_outlets
    for hits in places(draft, given):
        if (found := _proof(draft.text, hits, before)) and _keeps_signs(draft.text, found):
            return _supported(found)
    for hits in places(draft, given):
        if partly := _partly(draft.text, hits, before):
            return partly
    return Verdict(support=Support.UNSUPPORTED, score=0.0, missing=verify(draft.text, given).missing)


def proven(text: str, hits: Sequence[Hit]) -> Verdict:
    """The verdict on a text that somebody is said to have written, whatever was said before."""
    claim = read(text)
    found = proof(claim, hits)
    if found is None or not _understood(claim, found, None):
        return Verdict(support=Support.UNSUPPORTED, score=0.0)
    return _supported([found])


def _keeps_signs(text: str, found: Sequence[Source]) -> bool:
    """Whether no sign before a number is lost or added."""
    return signs(text) == sorted(sign for source in found for sign in signs(_text(source)))


def _supported(found: Sequence[Source]) -> Verdict:
    own = [source for one in found for source in (*one.besides, one)]
    quotes = dict.fromkeys(quote(source.hit, source.start, source.end) for source in own)
    return Verdict(support=Support.SUPPORTED, score=PROVEN, quotes=tuple(quotes))


def _proof(text: str, hits: Sequence[Hit], before: Citation | None) -> list[Source]:
    """What proves a sentence, or each part of it."""
    claim = read(OF_THE_ARTICLE.sub("", text))
    if ends_quoted(text):
        return []
    if not states(text):
        found = proof(claim, hits, whole=True)
        return [found] if found and not leans(claim) and _ended(text) and _ended(_text(found)) else []
    if (found := proof(claim, hits)) and _understood(claim, found, before):
        return [found]
    plain, said_by = without_known_offices(claim, hits)
    for parts in parted(plain):
        if proofs := _of_parts(parts, hits):
            return [*said_by, *proofs]
    return []


def _of_parts(parts: Sequence[Sequence[Word]], hits: Sequence[Hit]) -> list[Source]:
    """What proves each part of a sentence, each part it may have in turn; nothing if one is not proven."""
    found: list[Source] = []
    for at, part in enumerate(parts):
        claim = pronoun_named(part, parts[at - 1], hits) if at else list(part)
        before = found[-1] if found else None
        proofs = _of_part(claim, hits, before) or next(
            filter(None, (_of_parts(some, hits) for some in parted(claim))), []
        )
        if not proofs:
            return []
        found += proofs
    return found


def _text(source: Source) -> str:
    return source.hit.chunk.text[source.start : source.end]


def _ended(text: str) -> bool:
    """Whether a text ends as a sentence does: it is no heading, no label."""
    return ENDED.search(text) is not None


def _of_part(claim: Sequence[Word], hits: Sequence[Hit], before: Source | None) -> list[Source]:
    found = proof(claim, hits) if len(said(claim)) >= LEAST_PART else None
    cited = quote(before.hit, before.start, before.end) if before else None
    return [found] if found and _understood(claim, found, cited) else []


def _partly(text: str, hits: Sequence[Hit], before: Citation | None) -> Verdict | None:
    """The verdict on a sentence that is proven but for a word or two that no article has."""
    claim = read(text)
    new = unknown(claim, hits) if states(text) else []
    kept = [word for word in claim if word not in new]
    if not 0 < len(new) <= MOST_UNKNOWN or len(kept) < LEAST_WORDS:
        return None
    found = proof(kept, hits)
    if found is None or not _understood(kept, found, before):
        return None
    missing = tuple(word.text for word in new)
    return Verdict(
        support=Support.PARTLY,
        score=PROVEN * len(kept) / len(claim),
        quotes=_supported([found]).quotes,
        missing=missing,
    )


def _understood(claim: Sequence[Word], found: Source, before: Citation | Quote | None) -> bool:
    """Whether a sentence means in the answer what it means in the article: it leans on nothing but what precedes it."""
    if ours(claim) or spoken(claim):
        return False
    return not (found.leans or leans_on(claim, found.words)) or (before is not None and follows(found, before))


def states(text: str) -> bool:
    """Whether a text is a sentence that says something, and that was written to its end."""
    told = {term for term in terms(text) if len(term) > 1}
    return len(told) >= LEAST_TERMS and len(words(text)) >= LEAST_WORDS and _ended(text)


def places(draft: Draft, given: Iterable[Hit]) -> Iterator[Sequence[Hit]]:
    """What a sentence cites, and then the hits of each article that shares words with it, most words first."""
    said = set(terms(draft.text))
    by_article: dict[str, list[Hit]] = {}
    for hit in given:
        by_article.setdefault(hit.article.id, []).append(hit)
    shared = {id: sum(len(said & set(terms(hit.chunk.text))) for hit in hits) for id, hits in by_article.items()}
    best = sorted((id for id, words in shared.items() if words), key=lambda id: -shared[id])
    return chain([draft.hits], (by_article[id] for id in best[:MOST_ARTICLES]))

"""Is a sentence borne out by the passages it cites? Decided by looking, without a model."""

from __future__ import annotations

from collections.abc import Sequence

from bot.checking import verbatim
from bot.checking.align import best, covered, quote, quotes, sources, weights
from bot.checking.names import Names, names
from bot.checking.numbers import numbers
from bot.excerpts import day
from bot.types import Support, Verdict
from vectorstore.types import Chunk, Headline, Hit

SUPPORTED = 0.75
PARTLY = 0.5
"""Scores from which a sentence is supported, or partly so."""


def verify(sentence: str, hits: Sequence[Hit]) -> Verdict:
    """What the hits say to a sentence: word for word, in other words, in part, or not at all.

    Every number and name of a supported sentence is in the hits; ``missing`` lists those that are not.
    """
    for hit in hits:
        if span := verbatim.find(sentence, hit.chunk.text):
            return Verdict(support=Support.SUPPORTED, score=1.0, quotes=(quote(hit, *span),))
    found = sources(hits)
    rarity = weights(sentence, found)
    chosen = best(rarity, found)
    missing = missing_details(sentence, hits)
    score = covered(rarity, *chosen) * (0.5 if missing else 1.0)
    return Verdict(support=_support(score, missing), score=score, quotes=quotes(chosen), missing=missing)


def verify_claim(claim: str, source_text: str) -> Verdict:
    """The same for one text; offsets of the quotes refer to it."""
    chunk = Chunk(id="source#0", article_id="source", text=source_text, start=0, end=len(source_text))
    return verify(claim, [Hit(chunk=chunk, article=Headline(id="source"), score=1.0)])


def missing_details(sentence: str, hits: Sequence[Hit]) -> tuple[str, ...]:
    """The names and numbers of a sentence that neither the passages nor the facts about their articles have."""
    texts = [text for hit in hits for text in (hit.chunk.text, *_facts(hit.article))]
    values = [number.value for text in texts for number in numbers(text)]
    known = Names(texts)
    said = [name.text for name in names(sentence) if name.text not in known]
    said += [number.text for number in numbers(sentence) if not number.is_said_by(values)]
    return tuple(dict.fromkeys(said))


def _facts(article: Headline) -> list[str]:
    published = day(article.published) if article.published else ""
    return [fact for fact in (article.title, article.source, article.author, published) if fact]


def _support(score: float, missing: Sequence[str]) -> Support:
    if missing or score < PARTLY:
        return Support.UNSUPPORTED
    return Support.SUPPORTED if score >= SUPPORTED else Support.PARTLY

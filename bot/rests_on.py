"""What is quoted in the place of a model's sentence that may be true but is not proven."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

from bot.attributed import Verify, attributed
from bot.checking.align import quote
from bot.proving.leaning import leans, spoken
from bot.proving.source import Source, sources
from bot.support import ADDRESS, places, states
from bot.types import Draft, Quote, Support, Verdict
from vectorstore.types import Hit


def rests_on(draft: Draft, given: Sequence[Hit], verify: Verify) -> tuple[Quote, ...]:
    """What the articles say in the place of a sentence that is not proven: the sentences that it is likely made from.

    Nothing where none is likely, or where what is said cannot be understood by itself.
    """
    if ADDRESS.search(draft.text) or not states(draft.text):
        return ()
    if about_outlets := attributed(draft.text, given, verify, partial(_by_one, verify)):
        found = (_understandable(quote, given) for quote in about_outlets.quotes)
        return tuple(dict.fromkeys(chain.from_iterable(found)))
    for hits in places(draft, given):
        verdict = verify(draft.text, hits)
        if verdict.support is Support.SUPPORTED and verdict.quotes:
            return _understandable(verdict.quotes[0], hits)
    return ()


def _by_one(verify: Verify, text: str, hits: Sequence[Hit]) -> Verdict:
    """The verdict on what an outlet is said to say, with the one quote that says most of it."""
    verdict = verify(text, hits)
    return replace(verdict, quotes=verdict.quotes[:1])


def _understandable(found: Quote, hits: Sequence[Hit]) -> tuple[Quote, ...]:
    """A quote, with the sentence before where it leans on that, or its paragraph where it does not say who speaks."""
    for hit in hits:
        own = sources(hit) if hit.article.id == found.article.id else ()
        at = next((at for at, one in enumerate(own) if hit.chunk.start + one.start == found.start), None)
        if at is None:
            continue
        if spoken(own[at].words):
            first, last = _paragraph(own, at)
            return (
                ()
                if all(spoken(one.words) for one in own[first : last + 1])
                else (quote(hit, own[first].start, own[last].end),)
            )
        if not leans(own[at].words):
            return (found,)
        return (quote(hit, own[at - 1].start, own[at].end),) if at else ()
    return ()


def _paragraph(own: Sequence[Source], at: int) -> tuple[int, int]:
    """The first and the last sentence of the paragraph that one stands in."""
    text = own[at].hit.chunk.text
    first = last = at
    while first and "\n\n" not in text[own[first - 1].end : own[first].start]:
        first -= 1
    while last + 1 < len(own) and "\n\n" not in text[own[last].end : own[last + 1].start]:
        last += 1
    return first, last

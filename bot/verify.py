"""Is a sentence borne out by the passages it cites? Decided by looking, and by what the trained judge makes of it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.checking import verbatim
from bot.checking.align import Claim, Source, best, claim, quote, quotes, sources
from bot.checking.details import Missing, missing, negation
from bot.checking.facts import facts
from bot.checking.features import features, in_their_words
from bot.checking.judged import Judge, judged
from bot.checking.tokens import tokens
from bot.checking.weights import ALONE, JUDGED, PARTLY, SUPPORTED
from bot.types import Quote, Support, Verdict
from vectorstore.types import Chunk, Headline, Hit

MOST_MISSING_WORDS = 5


def verify(sentence: str, hits: Sequence[Hit], judge: Judge | None = None) -> Verdict:
    """What the hits say to a sentence: word for word, in other words, in part, or not at all.

    ``judge`` is the trained judge of claims; without it the words alone decide.
    Every name, number, quotation and negation of a supported sentence is in the hits; ``missing`` lists what is not.
    """
    found = sources(hits)
    if whole := _whole(sentence, hits, found):
        return Verdict(support=Support.SUPPORTED, score=1.0, quotes=(whole,))
    look = _look(sentence, hits, found, judge)
    invented = (*look.absent.all, *negation(look.claim, look.chosen))
    score = score_of(look.seen, in_their_words=look.in_their_words) if look.chosen else 0.0
    if invented:
        score *= PARTLY
    support = _support(score)
    lacking = invented or (_uncovered(look) if support is not Support.SUPPORTED else ())
    return Verdict(support=support, score=score, quotes=quotes(look.chosen), missing=lacking)


def verify_claim(claim: str, source_text: str, judge: Judge | None = None) -> Verdict:
    """The same for one text; offsets of the quotes refer to it."""
    return verify(claim, [_hit(source_text)], judge)


def observe_claim(text: str, source_text: str, judge: Judge | None = None) -> tuple[Mapping[str, float], bool] | None:
    """What is seen of a claim, and whether all its words are in the text, to fit weights on.

    Nothing if it stands in the text word for word.
    """
    hit = _hit(source_text)
    found = sources([hit])
    if _whole(text, [hit], found):
        return None
    look = _look(text, [hit], found, judge)
    return look.seen, look.in_their_words


@dataclass(frozen=True, slots=True, kw_only=True)
class _Look:
    """What is seen of a claim: the sentences that bear it out best, the features, and the details it invents."""

    claim: Claim
    chosen: list[Source]
    seen: Mapping[str, float]
    in_their_words: bool  # every word of the claim is somewhere in the sources
    absent: Missing


def _look(sentence: str, hits: Sequence[Hit], found: Sequence[Source], judge: Judge | None) -> _Look:
    beside = facts(sentence, hits)
    known = frozenset(token.key for fact in beside for token in tokens(fact))
    said = claim(sentence, found, known)
    chosen = best(said.rarity, found)
    absent = missing(sentence, [*(hit.chunk.text for hit in hits), *beside])
    seen = features(said, found, chosen)
    seen |= {"names_missing": min(3.0, len(absent.names)), "numbers_missing": min(2.0, len(absent.numbers))}
    if judge:
        seen |= judged(sentence, found, known, judge)
    theirs = in_their_words(said, found)
    return _Look(claim=said, chosen=chosen, seen=seen, in_their_words=theirs, absent=absent)


def _hit(text: str) -> Hit:
    chunk = Chunk(id="source#0", article_id="source", text=text, start=0, end=len(text))
    return Hit(chunk=chunk, article=Headline(id="source"), score=1.0)


def _whole(sentence: str, hits: Sequence[Hit], found: Sequence[Source]) -> Quote | None:
    """The sentence as it stands in a hit, unless it is torn out of a longer one there."""
    for hit in hits:
        span = verbatim.find(sentence, hit.chunk.text)
        own = [source for source in found if source.hit == hit] if span else []
        if span and _untorn(span, hit.chunk.text, own):
            return quote(hit, *span)
    return None


def _untorn(span: tuple[int, int], text: str, own: Sequence[Source]) -> bool:
    start, end = span
    before = max((source.start for source in own if source.start <= start), default=0)
    after = min((source.end for source in own if source.end >= end), default=len(text))
    return not any(sign.isalnum() for sign in text[before:start] + text[end:after])


def score_of(seen: Mapping[str, float], *, in_their_words: bool) -> float:
    """The logistic of the weighted features, 0..1; claims in the sources' words have weights of their own.

    So have those that the judge was asked about.
    """
    weights = JUDGED if "borne_out" in seen else ALONE
    which = 0 if in_their_words else 1
    total = weights["bias"][which] + sum(weights[name][which] * value for name, value in seen.items())
    return 1 / (1 + math.exp(-total))


def _support(score: float) -> Support:
    if score < PARTLY:
        return Support.UNSUPPORTED
    return Support.SUPPORTED if score >= SUPPORTED else Support.PARTLY


def _uncovered(look: _Look) -> tuple[str, ...]:
    """The rarest words that no quote has, as written, in the order of the sentence."""
    keys = frozenset[str]().union(*(source.keys for source in look.chosen))
    rarity = look.claim.rarity
    words = {token.key: token.text for token in tokens(look.claim.text) if token.key in rarity.keys() - keys}
    kept = sorted(words, key=lambda key: -rarity[key])[:MOST_MISSING_WORDS]
    return tuple(text for key, text in words.items() if key in kept)

"""Who says what is only quoted, sentence by sentence, where a speech goes on in the paragraph that says whose it is.

"“We are sorry. We lied,” said Ann. “We weep.”" is that Ann said that they lied, and that she said that they weep.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from bot.proving.leaning import leans
from bot.proving.lexicon import RELATIVE, REPORTING, SAID_BY
from bot.proving.source import Source
from bot.proving.times import over
from bot.proving.turned import speaker_first
from bot.proving.words import Word, read, said
from vectorstore.sentences import sentence_spans
from vectorstore.words import FUNCTION_WORDS

NAMELESS = frozenset("he she they it i we one others another".split())
"""Speakers who are not named."""

LEAST = 3
"""Words of a sentence in a speech."""


def attributed(own: Sequence[Source], told: Sequence[Source]) -> list[Source]:
    """Each sentence that is quoted, with who says it; ``told`` are the sources with names for "he" and "she"."""
    named = {source.place: source for source in told}
    found = []
    for at, source in enumerate(own):
        said_by = _said_by(own, at)
        if said_by and (speaker := _speaker(named.get(said_by.place, said_by).words)):
            more = (*named.get(said_by.place, said_by).besides, said_by)
            besides = tuple(one for one in more if one.place != source.place)
            found += [
                replace(source, words=(*speaker, *words), besides=besides, leans=leans(words))
                for words in _sentences(source)
            ]
    return found


def _said_by(own: Sequence[Source], at: int) -> Source | None:
    """The sentence that says whose a quotation is, if a sentence begins with one, or is nothing else."""
    if not own[at].words or not own[at].words[0].quoted:
        return None
    return own[at] if not own[at].words[-1].quoted else _before(own, at) or _after(own, at)


def _sentences(source: Source) -> Iterator[list[Word]]:
    """The sentences of a quotation."""
    text = source.hit.chunk.text[source.start : source.end]
    whole = all(word.quoted for word in source.words)
    stretches = [re.sub('["“”]', "", text)] if whole else re.findall('["“]([^"“”]+)["”]', text)
    if len(stretches) == 1:
        for start, end in sentence_spans(stretches[0]):
            words = read(stretches[0][start:end], quoted=True)
            if len(said(words)) >= LEAST:
                yield words


def _before(own: Sequence[Source], at: int) -> Source | None:
    """The sentence before in the paragraph that begins with a quotation and says whose it is."""
    for source in reversed(own[:at]):
        if source.paragraph != own[at].paragraph or not source.words or not source.words[0].quoted:
            return None
        if not source.words[-1].quoted:
            return source
        if not all(word.quoted for word in source.words):
            return None
    return None


def _after(own: Sequence[Source], at: int) -> Source | None:
    """The sentence after in which the same quotation goes on and that says whose it is."""
    for before, source in zip(own[at:], own[at + 1 :], strict=False):
        text = source.hit.chunk.text
        runs_on = not any(sign in text[before.end - 1 : source.start + 1] for sign in '"”“')
        if source.paragraph != own[at].paragraph or not runs_on or not source.words or not source.words[0].quoted:
            return None
        if not all(word.quoted for word in source.words):
            return source if not source.words[-1].quoted else None
    return None


SAYS = SAID_BY | {"said", "told", "says", "added"}
"""Verbs for which "said" may stand: nobody says what he joked or believed."""


def _speaker(words: Sequence[Word]) -> list[Word]:
    """Who a quotation at the beginning of a sentence is said by, and "said"; nothing if it is nobody by name."""
    stop = next((at for at, word in enumerate(words) if word.key in RELATIVE and not word.quoted), len(words))
    for order in speaker_first(words[:stop]):
        end = next((at for at, word in enumerate(order) if word.key in REPORTING), 0)
        speaker = list(order[:end])
        named = speaker and speaker[0].key not in NAMELESS and order[end].key in SAYS
        if named and order[end + 1 :] and order[end + 1].quoted:
            return [*speaker, Word("said", "said")]
    return _teller(words[:stop])


def _teller(words: Sequence[Word]) -> list[Word]:
    """ "Ann said" of "“We left,” Ann told reporters on the quay"."""
    tail = [word for word in words if not word.quoted]
    if len(tail) + sum(word.quoted for word in words) != len(words) or any(word.quoted for word in words[-len(tail) :]):
        return []
    end = next((at for at, word in enumerate(tail) if word.key in REPORTING), 0)
    speaker = [word for word in tail[:end] if not word.mark]
    named = bool(speaker) and speaker[0].key not in NAMELESS and tail[end].key in SAYS and speaker[-1].name
    twice = sum(word.key in REPORTING for word in tail) > 1
    done = twice or any(over(word) or word.key in FUNCTION_WORDS - {"of"} for word in speaker)
    return [*speaker, Word("said", "said")] if named and not done else []

"""The same said in another order: "P, X said" as "X said P", and "B was hit by A" as "A hit B"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bot.proving.halves import AFTERWARDS
from bot.proving.lexicon import RELATIVE, REPORTING
from bot.proving.times import over, time_at
from bot.proving.words import Word

LONGEST_SPEAKER = 12  # words

_IRREGULAR = dict(
    pair.split("/")
    for pair in """
    beaten/beat begun/began broken/broke brought/brought bought/bought built/built caught/caught chosen/chose cut/cut
    drawn/drew driven/drove felt/felt fought/fought found/found given/gave grown/grew held/held hit/hit hurt/hurt
    kept/kept known/knew led/led left/left lost/lost made/made met/met paid/paid put/put run/ran seen/saw sent/sent
    set/set shot/shot shown/showed sold/sold stolen/stole struck/struck taken/took thrown/threw told/told torn/tore
    won/won worn/wore written/wrote
    """.split()
)
_AUXILIARIES = (
    (("was",), ()),
    (("were",), ()),
    (("has", "been"), ("has",)),
    (("has", "been"), ("have",)),
    (("have", "been"), ("has",)),
    (("have", "been"), ("have",)),
    (("had", "been"), ("had",)),
)
"""The passive's auxiliary verbs, and the active's."""

_STOPS = frozenset("in on at after during near off before over with amid because".split())
"""What may follow somebody who did something and is not another one."""


_PARTING = AFTERWARDS | RELATIVE | frozenset("and or but that while is are be been being".split())


def speaker_first(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The sentence with who said it at its beginning, as "X said P", if it says that in another way."""
    if words and words[0].key == "according":
        yield from _according(words)
    for at in range(len(words) - 1, 0, -1):
        if not words[at].quoted and words[at].key in REPORTING:
            yield from _turned(words, at)
            return


def _turned(words: Sequence[Word], at: int) -> Iterator[list[Word]]:
    """The sentence turned round its verb of saying, where that is at its end: "P, said X" and "P, X said on Monday"."""
    word, after = words[at], list(words[at + 1 :])
    if words[at - 1].key == "," and _is_speaker(after):
        verb = word._replace(key="said") if word.key == "according" else word
        yield [*after, words[at - 1]._replace(quoted=False), verb, *words[: at - 1]]
    begun = max((place for place in range(at) if words[place].mark), default=0)
    speaker, ends = list(words[begun + 1 : at]), not after or time_at(after, 0) == len(after)
    if begun and words[begun].key == "," and _is_speaker(speaker) and ends and word.key != "according":
        yield [*speaker, word, *after, *words[:begun]]


def _according(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "According to X, P" as "X said P"."""
    end = next((at for at, word in enumerate(words) if word.key == ","), 0)
    speaker = list(words[1:end])
    if _is_speaker(speaker):
        yield [*speaker, words[0]._replace(key="said"), *words[end + 1 :]]


def _is_speaker(words: Sequence[Word]) -> bool:
    return 0 < len(words) <= LONGEST_SPEAKER and not any(word.quoted or word.key in REPORTING for word in words)


def active(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The ways to turn a passive sentence that says by whom into one that begins with who did it."""
    for passive, aux in _AUXILIARIES:
        for at in range(1, len(words) - len(passive)):
            if tuple(word.key for word in words[at : at + len(passive)]) == passive:
                yield from _by(words, at, at + len(passive), aux)


def _by(words: Sequence[Word], at: int, verb: int, aux: Sequence[str]) -> Iterator[list[Word]]:
    form = _past(words[verb].key) if verb < len(words) else ""
    by = next((place for place in range(verb + 1, len(words)) if words[place].key == "by"), 0)
    if not form or not by or by + 1 == len(words) or words[by + 1].number or any(map(_parts, words[verb + 1 : by])):
        return
    begun = 1 + max((place for place in range(at) if words[place].key in REPORTING), default=-1)
    does = [Word(key, key, words[verb].quoted) for key in (*aux, words[verb].key if aux else form)]
    for end in range(by + 2, len(words) + 1):
        if end == len(words) or words[end].mark or words[end].key in _STOPS:
            done_to = [*words[begun:at], *words[verb + 1 : by], *words[end:]]
            yield [*words[:begun], *words[by + 1 : end], *does, *done_to]


def _parts(word: Word) -> bool:
    """Whether a word parts what was done from a "by" that then belongs to something else."""
    return word.mark or word.key in _PARTING or over(word)


def _past(participle: str) -> str:
    return participle if re.fullmatch(r"[a-z]+ed", participle) else _IRREGULAR.get(participle, "")

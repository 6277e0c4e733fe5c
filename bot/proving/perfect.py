"""What has been done was done: "has ordered an inquiry" as "ordered an inquiry", not the other way round.

The perfect says that something was at some time, and that it counts now; the past says the first only. Where it says
for how long something has been so, or that it never was, the two are not one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.checking.lexicon import NEGATIONS
from bot.proving.lexicon import CONDITIONS
from bot.proving.turned import past
from bot.proving.words import Word

LASTING = NEGATIONS | frozenset("since ever yet always so now long".split())
"""Words with which the perfect says more than that something was."""

_SPANS = frozenset("years months weeks days hours decades year month week day".split())
_UNREAL = frozenset("will would may might could should must can to if not having".split())
_LIKE_A_PARTICIPLE = frozenset(
    """
    need seed speed feed breed greed deed weed hundred limited mixed used broken divided trained armed detailed raised
    worn fixed hidden known lost reduced increased advanced experienced skilled paid united shared repeated closed added
    """.split()
)
"""What after "has" may be a thing, or say of what kind a thing is: "has limited powers"."""

_LASTING_STATES = frozenset("married engaged known retired employed based used interested worried paid".split())
"""What somebody is no more if he "was" so."""

_BEEN = {"has": "was", "have": "were"}


def perfect(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words with each perfect as a past, where that says no more."""
    told, at = list[Word](), 0
    while at < len(words):
        size, verb = _past(words, at)
        told += verb or [words[at]]
        at += size or 1
    if len(told) < len(words):
        yield told


def _past(words: Sequence[Word], at: int) -> tuple[int, list[Word]]:
    """How many words at a place are a perfect, and the past for them."""
    if words[at].quoted or words[at].key not in _BEEN or at == 0 or words[at - 1].key in _UNREAL:
        return 0, []
    part = _part(words, at)
    if any(word.key in LASTING | CONDITIONS for word in part) or _lasted(part):
        return 0, []
    keys = [word.key for word in words[at : at + 3]]
    if keys[1:2] == ["been"] and keys[2:] and past(keys[2]) and keys[2] not in _LASTING_STATES:
        was = _BEEN[keys[0]]
        return 3, [Word(was, was), words[at + 2]]
    form = past(keys[1]) if keys[1:] and keys[1] not in _LIKE_A_PARTICIPLE else ""
    return (2, [words[at + 1]._replace(key=form)]) if form else (0, [])


def _part(words: Sequence[Word], at: int) -> Sequence[Word]:
    """The words between the marks around a place."""
    start = next((place + 1 for place in range(at, -1, -1) if words[place].mark), 0)
    return words[start : next((place for place in range(at, len(words)) if words[place].mark), len(words))]


def _lasted(words: Sequence[Word]) -> bool:
    """Whether words say for how long something has been so: "for 17 years"."""
    fors = [at for at, word in enumerate(words) if word.key in {"for", "over", "in"}]
    return any(word.key in _SPANS for at in fors for word in words[at + 1 : at + 4])

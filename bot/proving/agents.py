"""Who did it, left unsaid: "A took the prize" as "the prize was taken", "it was taken by A" as "it was taken"."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from bot.proving.halves import Gap, clear
from bot.proving.lexicon import DOUBT, RELATIVE, SCOPE
from bot.proving.people import runs
from bot.proving.times import CALENDAR, over, time_at
from bot.proving.turned import PARTICIPLES, STOPS, participle
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

_SELDOM = frozenset({"never", "barely", "scarcely", "seldom"})
PASSIVE = frozenset("was were been".split())
ON_BEHALF = ("on", "behalf")


def agents(words: Sequence[Word], at: int) -> Iterator[Gap]:
    """ "by Ann" at a place, in what was done and is no less done if it is not said by whom."""
    if words[at].key != "by" or at + 1 >= len(words) or not _somebody(words[at + 1]) or not clear(words[:at]):
        return
    begun = next((start for start in range(at, 0, -1) if words[start - 1].mark), 0)
    if _was_done(words[begun:at], apart=begun > 0):
        end = next((end for end in range(at + 1, len(words)) if _ends(words, at, end)), len(words))
        if clear(words[at:end]):
            yield at, end


def unsaid(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The ways to turn a sentence round so that it says what was done and not by whom."""
    for at in range(1, len(words) - 1):
        subject, verb = words[:at], words[at]
        if any(word.mark or word.key in DOUBT | RELATIVE | SCOPE or over(word) for word in subject[:-1]):
            return
        if subject[-1].key in SCOPE | _SELDOM or subject[-1].key.endswith("ly"):
            return
        form = participle(verb.key)
        has = subject[-1].key in {"has", "have"}
        by_whom = subject[:-1] if has else subject
        if form and by_whom and not verb.quoted and _acts(by_whom):
            yield from _turned(words, at + 1, form, ("has", "have") if has else ("was", "were"), been=has)
        if over(subject[-1]) and not has:
            return


def _turned(
    words: Sequence[Word], start: int, form: str, auxiliaries: Sequence[str], *, been: bool
) -> Iterator[list[Word]]:
    for end in range(start + 1, len(words) + 1):
        if words[end - 1].mark:
            return
        if end == len(words) or words[end].mark or words[end].key in STOPS | {"to", "of", "for", "into", "from"}:
            for auxiliary in auxiliaries:
                verb = [Word(key, key) for key in (auxiliary, *(["been"] if been else []), form)]
                yield [*words[start:end], *verb, *words[end:]]


def _acts(subject: Sequence[Word]) -> bool:
    """Whether words may be who does something: not "the ship's", not "was", not "to"."""
    last = subject[-1]
    return not (last.key.endswith("'s") or last.number or any(word.key in FUNCTION_WORDS for word in subject))


def _done(word: Word) -> bool:
    return word.key in PARTICIPLES or (over(word) and word.key.endswith("ed"))


def _was_done(words: Sequence[Word], *, apart: bool) -> bool:
    """Whether words tell of all that they name that it was done: not "the ships built", "those that were built"."""
    own = words[1:] if apart and words[:1] and words[0].key in RELATIVE else words
    if any(word.key in RELATIVE | DOUBT | {"and", "or", "that"} for word in own):
        return False
    done = (_done(word) and before.key in PASSIVE for before, word in itertools.pairwise(own))
    return any(done) or (apart and bool(own) and _done(own[0]))


def _somebody(word: Word) -> bool:
    """Whether a word may begin who did something: not "by hand", "by Friday"."""
    return (bool(word.article) or word.name or word.key == "police") and word.key not in CALENDAR


def _ends(words: Sequence[Word], at: int, end: int) -> bool:
    """Whether who did it may end before a word: at a mark, at a time, or where a name ends before "on behalf"."""
    if words[end].mark:
        return True
    if time_at(words, end) > end:
        return not any(word.key in RELATIVE | {"will", "that"} or over(word) for word in words[at:end])
    named = any(run == (at + 1, end) for run in runs(words))
    return named and tuple(word.key for word in words[end : end + 2]) == ON_BEHALF

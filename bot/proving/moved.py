"""When something was done, at the end: "was charged on Thursday with theft" as "was charged with theft on Thursday".

Only of what was done to somebody, in a sentence that tells of nothing else, where the time stands behind the verb and
so belongs to it. What is announced, agreed or called for may have a day of its own: there nothing moves.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.proving.lexicon import CONDITIONS, DOUBT, RELATIVE, SCOPE
from bot.proving.times import over, time_at
from bot.proving.turned import past
from bot.proving.words import Word

WHERETO = frozenset("with in at near by from to into as outside".split())
"""What may stand between what was done and when, and has no day of its own."""

DONE_ONCE = frozenset(
    """
    abandoned resigned quit died arrived signed arrested beat defeated crashed sank erupted collapsed won lost bought
    sold raised lowered cut reopened opened shut visited joined left returned fired killed
    """.split()
)
"""What is done on one day, and so is on the day that its sentence names."""

EVENTS = frozenset(
    """
    strike vote march match game race talks concert flight attack raid launch visit trip service show party sale tour
    walkout protest rally ballot debate summit congress hearing final derby storm fire crash
    """.split()
)
"""What may have another day."""

_OWN_DAY = frozenset("opposed scheduled called due meant booked invited sentenced committed linked related".split())
_PARTING = RELATIVE | CONDITIONS | DOUBT | frozenset("and or but that when while after before because".split())


def moved(words: Sequence[Word]) -> Iterator[list[Word]]:
    """The words with when something was done at the end of its clause."""
    for at in range(2, len(words) - 1):
        end = time_at(words, at)
        if end == at or end == len(words) or not _was_done(words, at) or words[end].key not in WHERETO:
            continue
        stop = next((place for place in range(end, len(words)) if words[place].mark), len(words))
        begun = next((place + 1 for place in range(at, -1, -1) if words[place].mark), 0)
        if not any(map(_parts, [*words[begun : at - 2], *words[end:stop]])):
            yield [*words[:at], *words[end:stop], *words[at:end], *words[stop:]]


def _was_done(words: Sequence[Word], at: int) -> bool:
    """Whether "was charged" and the like stands before a place."""
    verb = words[at - 1]
    done = bool(past(verb.key)) and verb.key not in DOUBT | _OWN_DAY and not verb.quoted
    return done and words[at - 2].key in {"was", "were", "been"}


def _parts(word: Word) -> bool:
    return word.quoted or word.key in _PARTING or over(word)


def time_last(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "Ann sold the ship on Monday" for "On Monday Ann sold the ship", of what is done once and has no other day."""
    end = time_at(words, 0) if words else 0
    rest = words[end + 1 :] if end and end < len(words) and words[end].mark else words[end:]
    stop = next((at for at, word in enumerate(rest) if word.mark), len(rest))
    verbs = [at for at, word in enumerate(rest[:stop]) if over(word)]
    if not end or len(verbs) != 1 or not verbs[0] or rest[verbs[0]].key not in DONE_ONCE:
        return
    if not any(word.quoted or word.key in _PARTING | SCOPE or _happens(word) for word in rest[:stop]):
        yield [*rest[:stop], *words[:end], *rest[stop:]]


def _happens(word: Word) -> bool:
    """Whether a word may be something that has a day of its own: "strike", "meeting", "election"."""
    return word.key in EVENTS or word.key.endswith(("ing", "tion", "sion", "ment", "ence", "al"))

"""The same in another order at the beginning: "After P, Q" as "Q after P", and "the mayor, Ann Lee," as "Ann Lee, the
mayor,".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.checking.lexicon import NEGATIONS
from bot.proving.halves import AFTERWARDS, clear
from bot.proving.lexicon import CONDITIONS, DOUBT, ONLY, REPORTING
from bot.proving.people import runs
from bot.proving.subjects import is_verb
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

FRONTED = AFTERWARDS | {"before", "although", "though"}
"""What begins a part of a sentence that may stand first or last."""

BEING = frozenset({("which", "is"), ("which", "was"), ("who", "is")})
"""What may stand before what something is, or not."""


def last_part_last(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "Q after P" for "After P, Q", where P is one part and Q the other."""
    marks = [at for at, word in enumerate(words) if word.mark]
    if not words or words[0].key not in FRONTED or len(marks) != 1 or words[marks[0]].key != ",":
        return
    first, second = words[: marks[0]], words[marks[0] + 1 :]
    joined = any(word.key in REPORTING | {"and", "or", "but"} or word.quoted for word in words)
    plain = clear(second, NEGATIONS | CONDITIONS | ONLY) and not any(word.key in FRONTED for word in words[1:])
    if plain and not joined and any(map(is_verb, second)) and second[0].key not in {"he", "she", "it", "they"}:
        yield [*second, *first]


def swapped(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "Ann Lee, the mayor, …" for "The mayor, Ann Lee, …", and the other way round, at the beginning."""
    marks = [at for at, word in enumerate(words) if word.mark][:2]
    if len(marks) < 2 or any(words[at].key != "," for at in marks) or marks[1] + 1 >= len(words):
        return
    one, other, rest = words[: marks[0]], words[marks[0] + 1 : marks[1]], words[marks[1] + 1 :]
    named = [_is_name(part) for part in (one, other)]
    if sum(named) == 1 and _is_what(other if named[0] else one) and is_verb(rest[0]):
        comma = words[marks[0]]
        yield [*other, comma, *one, comma, *rest]


def _is_name(words: Sequence[Word]) -> bool:
    return list(runs(words)) == [(0, len(words))] and not words[0].article and not words[-1].key.endswith("'s")


def _is_what(words: Sequence[Word]) -> bool:
    """Whether words say what somebody is: "the opposition's spokeswoman on the economy"."""
    begun = bool(words) and (words[0].article == "the" or words[0].key.endswith("'s"))
    return begun and not any(
        word.quoted or word.number or is_verb(word) or word.key in DOUBT | FUNCTION_WORDS - {"of", "on", "for", "in"}
        for word in words
    )


def without_being(words: Sequence[Word]) -> Iterator[list[Word]]:
    """ "Turnout was 58%, the highest since 1998" for "…, which was the highest since 1998"."""
    for at in range(2, len(words) - 2):
        keys = (words[at].key, words[at + 1].key)
        added = words[at - 1].key == "," and keys in BEING and not words[at].quoted
        if added and (words[at + 2].article or words[at + 2].number):
            yield [*words[:at], *words[at + 2 :]]

"""What an article calls somebody: "Ilse Varga" and "Varga" are one where it uses both, and no other Varga."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from bot.proving.lexicon import ROLES, TITLES
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

NARROWING = frozenset(
    """
    north south east west northern southern eastern western central new old upper lower great greater little big saint
    st san los las la el port fort mount lake cape vice deputy former acting assistant shadow junior white supreme
    """.split()
)
"""First words of names that mean another thing without them: "South Korea"."""

Longer = Mapping[str, frozenset[tuple[str, ...]]]
"""For the last word of a name, what may stand before it without naming anything else."""


def longer(sentences: Iterable[Sequence[Word]], held: Iterable[str] = ()) -> Longer:
    """The names that sentences have both long and short, by their last word; ``held`` are short names of officers."""
    found: dict[str, set[tuple[str, ...]]] = {last: {()} for last in held}
    lower: set[str] = set()
    for words in sentences:
        lower |= {word.key for word in words if not word.name}
        for start, end in _runs(words):
            before = found.setdefault(_last(words[end - 1]), set())
            before.add(tuple(word.key for word in words[start : end - 1]))
            if start and words[start - 1].key in ROLES:
                before.add(())
    return {
        last: frozenset(before | {_untitled(keys) for keys in before})
        for last, before in found.items()
        if last not in lower and _one(before)
    }


def shortened(words: Sequence[Word], names: Longer) -> list[Word]:
    """The words with each long name that is known as short as the article has it."""
    kept: list[Word] = []
    for word in words:
        kept.append(word)
        for before in sorted(names.get(_last(word), ()) if word.name else (), key=len, reverse=True):
            size = len(before)
            if size and tuple(other.key for other in kept[-1 - size : -1]) == before:
                del kept[-1 - size : -1]
                break
    return kept


def _one(before: set[tuple[str, ...]]) -> bool:
    """Whether all that stands before is one name and titles, and the last word alone is a name: it, or a title, or an
    office before it, says so."""
    given = {_untitled(keys) for keys in before}
    told = given - {()}
    return () in given and len(told) == 1 and next(iter(told))[0] not in NARROWING


def _untitled(keys: Sequence[str]) -> tuple[str, ...]:
    return tuple(key for key in keys if key not in TITLES)


def _last(word: Word) -> str:
    return re.sub(r"'s?$", "", word.key)


def _runs(words: Sequence[Word]) -> Iterator[tuple[int, int]]:
    """Where names stand: from, to."""
    start = 0
    for at, word in enumerate(words):
        named = word.name and not word.mark and word.key not in FUNCTION_WORDS
        if not named and start < at:
            yield start, at
        if not named:
            start = at + 1
        elif word.key.endswith("'s"):
            yield start, at + 1
            start = at + 1
    if start < len(words):
        yield start, len(words)

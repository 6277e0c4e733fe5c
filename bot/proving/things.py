"""What an article calls a thing: "Thornmere Bridge" and "the bridge" are one where it has no other bridge, and
"Halvane Biosciences" and "Halvane" where nobody and nothing else there is called Halvane.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bot.proving.people import Run, last, runs
from bot.proving.source import Source
from bot.proving.words import Word

KINDS = frozenset(
    """
    bridge museum union league bank board commission council court university hospital school airport observatory
    ministry agency authority institute association federation committee party museum library theatre stadium station
    guild chamber registry tunnel cathedral prison reservoir refinery mine canal orchestra academy foundation trust
    senate parliament assembly congress tribunal
    """.split()
)
"""What names of institutions and of what is built end with."""

FIRMS = frozenset(
    """
    group foods ferries systems biosciences holdings ltd limited inc corp corporation plc industries motors airlines
    airways pharmaceuticals technologies energy media partners bancorp llc gmbh ag laboratories entertainment
    semiconductors electronics therapeutics
    """.split()
)
"""What names of firms end with, and may be called without."""

Name = tuple[tuple[str, ...], tuple[str, ...]]
"""What stands before and after the word for a kind in a name: "Central" and "of Kessland" of a bank's."""

STATES = frozenset("european soviet african customs states nations western supreme".split())
"""Words of names that nobody calls "the union" or "the court" where he may mean another one."""

NARROWED = frozenset("of that which who whose for in".split())
"""What follows "the bridge" where it may be one of several: "the bridge that fell"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Things:
    """``kinds``: for "bridge" what the only one is called before and after that; ``firms``: their short names."""

    kinds: Mapping[str, Name]
    firms: frozenset[tuple[str, ...]]


def things(own: Sequence[Source]) -> Things:
    """What sentences call things, as far as each is the only one that may be called so there."""
    named = [(source, run) for source in own for run in runs(source.words)]
    return Things(kinds=_kinds(own, named), firms=_firms(own, named))


def called_short(words: Sequence[Word], known: Things) -> list[Word]:
    """The words with the short name of each thing: "bridge", "Halvane"; not within quotation marks."""
    cut: set[int] = set()
    told = list(words)
    for start, end in runs(words):
        name = tuple(_keys(words[start:end]))
        before, after = known.kinds.get(name[-1], ((), ()))
        if words[start].quoted:
            continue
        if before and name[:-1] == before and tuple(_keys(words[end : end + len(after)])) == after:
            cut |= {*range(start, end - 1), *range(end, end + len(after))}
        if name[-1] in FIRMS and name[:-1] in known.firms:
            cut.add(end - 1)
            if words[end - 1].key.endswith("'s"):
                told[end - 2] = told[end - 2]._replace(key=told[end - 2].key + "'s")
    return [word for at, word in enumerate(told) if at not in cut]


def _kinds(own: Sequence[Source], named: Sequence[tuple[Source, Run]]) -> dict[str, Name]:
    found: dict[str, set[Name]] = {}
    several: set[str] = set()
    for source, run in named:
        name = _keys(source.words[run[0] : run[1]])
        several |= KINDS.intersection(name[:-1])
        bare = len(name) == 1 and source.words[run[0]].article == "the"
        if name[-1] in KINDS and not bare and not STATES.intersection(name):
            found.setdefault(name[-1], set()).add((tuple(name[:-1]), _of(source.words, run[1])))
    only = {kind: next(iter(names)) for kind, names in found.items() if len(names) == 1 and kind not in several}
    return {kind: name for kind, name in only.items() if name[0] and _alone(own, kind)}


def _of(words: Sequence[Word], at: int) -> tuple[str, ...]:
    """What follows a name and belongs to it: "of Kessland"."""
    end = next((end for start, end in runs(words) if start == at + 1), 0) if _key(words, at) == "of" else 0
    return tuple(_keys(words[at:end])) if end else ()


def _alone(own: Sequence[Source], kind: str) -> bool:
    """Whether each thing of a kind that is not named is "the bridge", after its name in the same passage."""
    told: set[str] = set()
    for source in own:
        for at, word in enumerate(source.words):
            key = word.key.removesuffix("'s")
            if key in {kind + "s", kind + "es", kind[:-1] + "ies"}:
                return False
            if key == kind and word.name and at:
                told.add(source.hit.chunk.id)
            elif key == kind:
                bare = word.article == "the" and _key(source.words, at + 1) not in NARROWED
                if not bare or source.hit.chunk.id not in told:
                    return False
    return True


def _firms(own: Iterable[Source], named: Sequence[tuple[Source, Run]]) -> frozenset[tuple[str, ...]]:
    names = {tuple(_keys(source.words[run[0] : run[1]])) for source, run in named}
    lower = {word.key for source in own for word in source.words if not word.name and not word.mark}
    long = {name[:-1] for name in names if len(name) > 1 and name[-1] in FIRMS}
    return frozenset(
        short for short in long if short in names and (len(short) > 1 or short[0] not in lower) and _one(short, names)
    )


def _one(short: tuple[str, ...], names: Iterable[tuple[str, ...]]) -> bool:
    """Whether all names with the first or the last word of a short name are that, or that and one word for a firm."""
    others = {name for name in names if short[0] in name or short[-1] in name} - {short}
    return len(others) == 1 and all(name[:-1] == short and name[-1] in FIRMS for name in others)


def _keys(words: Sequence[Word]) -> list[str]:
    """The keys of a name, its last one without its "'s"."""
    return [*(word.key for word in words[:-1]), last(words)] if words else []


def _key(words: Sequence[Word], at: int) -> str:
    return words[at].key if at < len(words) else ""

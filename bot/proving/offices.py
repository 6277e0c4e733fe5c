"""Who holds which office, as an article has it: "the county engineer, Dr Ann Lee", "Ann Lee, the county engineer".

A sentence may add an office to a name, leave it out or put it elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.checking.peoples import country
from bot.proving.lexicon import REPORTING, TITLES
from bot.proving.people import OFFICES, Run, given, is_office, last, runs
from bot.proving.source import Source
from bot.proving.times import over
from bot.proving.words import Word
from vectorstore.words import FUNCTION_WORDS

Office = tuple[str, ...]
OWN = frozenset("its his her their".split())
SUBJECTS = frozenset("i we he she it they who that which you".split())
"""Words behind which a verb stands, not the first word of an office: "he suspects mayor Ann Lee"."""

PAST = frozenset("then once longer not no".split())
"""What before an office makes it one that somebody has no more."""

OF_ANOTHER = frozenset("of for at in from who whose and".split())
"""What beside an office says that it is another's, or not who is named: "the wife of the mayor, Ann Lee,"."""
LONGEST = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Offices:
    """``held``: for the last word of a name, the offices of who is called so, each with the sentence that says it."""

    held: Mapping[str, Mapping[Office, Source]]


class _Beside(NamedTuple):
    """An office beside a name: where it stands with its marks, and the office, shorter and in full."""

    start: int
    end: int
    offices: tuple[Office, ...]


def offices(found: Sequence[Source]) -> Offices:
    """The offices that sentences give to people, but to those who share their last name with another."""
    held: dict[str, dict[Office, Source]] = {}
    called: dict[str, set[tuple[str, ...]]] = {}
    for source in found:
        for run in runs(source.words):
            name = source.words[run[0] : run[1]]
            if first := given(name):
                called.setdefault(last(name), set()).add(first)
            for beside in _beside(source.words, run):
                for office in beside.offices:
                    held.setdefault(last(name), {}).setdefault(office, source)
    certain = {name: some for name, some in held.items() if len(called.get(name, ())) < 2}
    return Offices(held=certain)


def without_offices(words: Sequence[Word], known: Offices) -> tuple[list[Word], list[Source]]:
    """The words without the offices that stand beside those who hold them, and the sentences that say they do."""
    left_out: set[int] = set()
    said_by: list[Source] = []
    for run in runs(words):
        held = known.held.get(last(words[run[0] : run[1]]), {})
        for beside in _beside(words, run):
            said = next((held[office] for office in beside.offices[-1:] if office in held), None)
            if said and left_out.isdisjoint(range(beside.start, beside.end)):
                left_out |= set(range(beside.start, beside.end))
                said_by.append(said)
    return [word for at, word in enumerate(words) if at not in left_out], said_by


def _beside(words: Sequence[Word], run: Run) -> Iterator[_Beside]:
    start, end = run
    before, apart = _before(words, start), start > 0 and words[start - 1].key == ","
    if before and not (apart and not _closed(words, before.start, end)):
        yield before
    if after := _after(words, run):
        yield after


def _before(words: Sequence[Word], name: int) -> _Beside | None:
    """ "County engineer Ann Lee", "the county engineer, Ann Lee,"."""
    stop = name - 1 if name and words[name - 1].key == "," else name
    if not stop or words[stop - 1].key not in OFFICES:
        return None
    at = stop - 1
    while at and not _parts(words[at - 1]) and not words[at].article and words[at - 1].key not in TITLES:
        at -= 1
    if at and words[at - 1].key in (PAST | OF_ANOTHER if stop < name else PAST):
        return None
    whole = stop < name and words[at].article != ""
    begun = at == 0 or words[at].article or words[at - 1].mark or words[at - 1].key not in SUBJECTS
    if not whole and not (begun and is_office(words[at:stop])):
        return None
    office = _office(words[at:stop])
    own = at > 0 and words[at - 1].key in OWN and stop < name
    return _Beside(at - own, name, (office, (words[at - 1].key, *office)) if own else (office,))


def _closed(words: Sequence[Word], start: int, end: int) -> bool:
    """Whether a name between commas belongs to the office before it: not "to the mayor, Ann said", nor in a list."""
    if end < len(words) and not words[end].mark:
        return False
    listed = end + 1 < len(words) and words[end + 1].key == "and"
    begun = next((at for at in range(start - 1, -1, -1) if words[at].mark), -1) + 1
    opening = words[begun]
    fronted = begun < start and opening.key in FUNCTION_WORDS - OWN and not any(map(over, words[begun:start]))
    return not listed and not fronted


def _after(words: Sequence[Word], run: Run) -> _Beside | None:
    """ "Ann Lee, the county engineer in charge,"."""
    start, end = run
    if end + 1 >= len(words) or words[end].key != "," or (start and words[start - 1].key in {",", "and"}):
        return None
    stop = next((at for at in range(end + 1, len(words)) if words[at].mark), len(words))
    inner = words[end + 1 : stop]
    owned = inner and (inner[0].article or inner[0].key.endswith("'s") or _of_something(inner))
    role = next((at for at, word in enumerate(inner[:LONGEST]) if word.key in OFFICES), -1)
    owner = next((at for at, word in enumerate(inner[: max(role, 0)]) if word.key.endswith("'s")), 0)
    owned = owned or (owner > 0 and all(word.name or word.key == "of" for word in inner[: owner + 1]))
    if not owned or role < 0 or any(map(_parts, inner[owner:role])) or any(map(over, inner)):
        return None
    if stop + 1 < len(words) and words[stop].key == "," and words[stop + 1].key == "and":
        return None
    return _Beside(end, stop, (_office(inner[: role + 1]), _office(inner)))


def _parts(word: Word) -> bool:
    """Whether a word belongs to no office."""
    return word.mark or word.number or word.key in FUNCTION_WORDS or word.key in REPORTING or over(word)


def _of_something(words: Sequence[Word]) -> bool:
    """Whether words are an office and of what it is: "chairman of Corran"."""
    return len(words) > 2 and words[0].key in OFFICES and words[1].key == "of"


def _office(words: Sequence[Word]) -> Office:
    """An office, with what it is of before it: "Corran's chairman" for "the chairman of Corran"."""
    keys = [country(_bare(word)) for word in words]
    of = keys.index("of") if "of" in keys and OFFICES.intersection(keys[: keys.index("of")]) else 0
    return (*keys[of + 1 :], *keys[:of]) if of else tuple(keys)


def _bare(word: Word) -> str:
    return word.key.removesuffix("'s").removesuffix("'")
